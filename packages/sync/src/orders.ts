import type { Bus } from '@vispera/storage'

const channel = 'rooms'

/** Connections by the documents and the people that they are of; what is left out means all. */
export interface Which {
  /** A document and all below it; with a slash at its end only those below. */
  readonly path?: string
  readonly participants?: readonly string[]
}

/** What one machine tells the rooms of all others. Lost ones do no harm: the store says what is true. */
export type Order =
  | {
      readonly do: 'disconnect'
      readonly which: readonly Which[]
      readonly code: number
      readonly reason: string
    }
  | { readonly do: 'wipe'; readonly path: string }
  | { readonly do: 'reconsider'; readonly path: string }
  /** The store says something else than what is in memory. */
  | { readonly do: 'reload'; readonly document: string }

export function openOrders(bus: Bus | null, obey: (order: Order) => void) {
  const leave = bus?.subscribe(channel, (bytes) => {
    try {
      obey(JSON.parse(new TextDecoder().decode(bytes)) as Order)
    } catch {
      // What another version says and this one cannot read must not end the process.
    }
  })
  return {
    give: (order: Order) => bus?.publish(channel, new TextEncoder().encode(JSON.stringify(order))),
    leave: () => leave?.(),
  }
}

export const isWithin = (path: string, document: string) =>
  document === path || document.startsWith(path.endsWith('/') ? path : `${path}/`)

export const isMeant = ({ path, participants }: Which, document: string, participant: string) =>
  (path === undefined || isWithin(path, document)) && (participants?.includes(participant) ?? true)
