import type { Card, Path } from './path.ts'
import { laneOf } from './path.ts'

/** Rule "backcast-reaches-today": which cards stand on something true now or startable now. */
export interface Reach {
  /** By position. */
  readonly reaches: readonly boolean[]
  /** Victory: everything it needs directly reaches, and it needs something. */
  readonly victoryReaches: boolean
  /** Steps that say they can start now but wait for something that does not reach. */
  readonly waits: readonly number[]
}

/** A gap never reaches: something is missing there. */
export function reachOf({ cards, components, direct }: Path): Reach {
  const reaches = new Array<boolean>(cards.length).fill(false)
  for (const members of components) {
    for (const member of members) {
      const card = cards[member]
      if (card) reaches[member] = members.length > 1 ? isTrueNow(card) : standsOn(card, reaches)
    }
  }
  const waits = cards.flatMap((card, position) =>
    card.isStep &&
    card.note.fields.grounding === 'can-start-now' &&
    card.needs.length > 0 &&
    !reaches[position]
      ? [position]
      : [],
  )
  return {
    reaches,
    victoryReaches: direct.size > 0 && [...direct].every((position) => reaches[position]),
    waits,
  }
}

const isTrueNow = (card: Card): boolean => card.isStep && card.note.fields.grounding === 'true-now'

function standsOn(card: Card, reaches: readonly boolean[]): boolean {
  if (!card.isStep) return false
  if (isTrueNow(card)) return true
  if (card.needs.length === 0) return card.note.fields.grounding === 'can-start-now'
  return card.note.fields.gate === 'any'
    ? card.needs.some((need) => reaches[need])
    : card.needs.every((need) => reaches[need])
}

/**
 * Thread to [leaves that reach, leaves]; a leaf is a step on the path with nothing before it. Threads without
 * leaves are absent; steps without a thread count under `none`.
 */
export function leafMeterOf(
  path: Path,
  depth: readonly number[],
  reach: Reach,
): Record<string, [number, number]> {
  const meter: Record<string, [number, number]> = {}
  path.cards.forEach((card, position) => {
    if (!card.isStep || card.needs.length > 0 || !depth[position]) return
    const lane = laneOf(card.note) ?? 'none'
    const [reaching, leaves] = meter[lane] ?? [0, 0]
    meter[lane] = [reaching + (reach.reaches[position] ? 1 : 0), leaves + 1]
  })
  return meter
}
