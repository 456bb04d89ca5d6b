import { type Board, isPointPlace, isShown, isZonePlace, type Note, orderOf } from '@vispera/board'
import type { Zone } from '../kind.ts'
import type { Stacks } from './stacks.ts'

/**
 * Reading order inside one list or field: order key, then where it stands (top to bottom, then across), then
 * id. Never the order in which notes came in, so everybody reads the same.
 */
export function inReadingOrder(a: Note, b: Note): number {
  return (
    compare(orderOf(a.place), orderOf(b.place)) ||
    (isPointPlace(a.place) && isPointPlace(b.place) ? a.place.y - b.place.y || a.place.x - b.place.x : 0) ||
    compare(a.id, b.id)
  )
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The notes that stand for themselves: shown, and not behind another in a stack. */
export const standing = (board: Board, stacks: Stacks): Note[] =>
  board.notes.filter((note) => isShown(note) && stacks.topOf(note.id) === note.id)

/**
 * Zone id to the ids standing there, in reading order. Notes on free ground stand in the main zone; notes
 * whose place is missing or unknown here stand in the tray.
 */
export function listsByZone(zones: readonly Zone[], notes: readonly Note[]): Record<string, string[]> {
  const holding = zones.filter((zone) => zone.holds === 'list' || zone.holds === 'main')
  const main = zones.find((zone) => zone.holds === 'main')?.id
  const tray = zones.find((zone) => zone.tray)?.id ?? main
  const lists = new Map(holding.map((zone): [string, Note[]] => [zone.id, []]))
  for (const note of notes) {
    const named = isZonePlace(note.place) ? note.place.zone : isPointPlace(note.place) ? main : tray
    const list = lists.get(named ?? '') ?? lists.get(tray ?? '')
    list?.push(note)
  }
  return Object.fromEntries(
    [...lists].map(([id, list]) => [id, list.sort(inReadingOrder).map((note) => note.id)]),
  )
}
