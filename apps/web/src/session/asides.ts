/** An old copy of a document that may not be merged with what the server has. */
export interface Aside {
  readonly document: string
  /** The whole of it, as a Yjs update. */
  readonly copy: Uint8Array
  /**
   * `set-back`: the server has another history of it; what stands only in the copy is offered as a file. `foreign`: it
   * was written in a seat that is no more; what was never sent is written again as this seat's. `gone`: others deleted
   * `notes` while they were being written on out of reach.
   */
  readonly why: 'set-back' | 'foreign' | 'gone'
  readonly notes?: readonly string[]
}

/** Beside the sessions: one of them ends where a copy is set aside, and the next one sees to it. */
const kept = new Map<string, readonly Aside[]>()

export const asidesOf = (workshop: string): readonly Aside[] => kept.get(workshop) ?? none

export function setAside(workshop: string, asides: readonly Aside[]): void {
  kept.set(workshop, [...asidesOf(workshop), ...asides])
}

export function settleAsides(workshop: string, settled: readonly Aside[]): void {
  kept.set(
    workshop,
    asidesOf(workshop).filter((aside) => !settled.includes(aside)),
  )
}

const none: readonly Aside[] = []
