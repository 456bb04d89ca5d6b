import { isPointPlace, isZonePlace, type Note, orderOf } from '@vispera/board'
import type { BoardView, RecordContext } from './context.ts'
import { isBlank } from './note-item.ts'

/** Order key, then top to bottom, then across, then id: everybody reads the same order. */
export function inReadingOrder(a: Note, b: Note): number {
  return (
    compare(orderOf(a.place), orderOf(b.place)) ||
    (isPointPlace(a.place) && isPointPlace(b.place) ? a.place.y - b.place.y || a.place.x - b.place.x : 0) ||
    compare(a.id, b.id)
  )
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Notes by id, in that order, those that may leave the room. */
export const notesById = (view: BoardView, ids: Iterable<string>): Note[] =>
  [...ids].flatMap((id) => view.notes.get(id) ?? [])

/** The notes of a zone in reading order: as the kind lists them, else by their place. */
export function notesInZone(view: BoardView, zone: string): Note[] {
  const listed = view.derived.zones?.get(zone)
  if (listed) return notesById(view, listed)
  return [...view.notes.values()]
    .filter((note) => isZonePlace(note.place) && note.place.zone === zone)
    .sort(inReadingOrder)
}

export const notesOfKind = (view: BoardView, kind: string): Note[] =>
  [...view.notes.values()].filter((note) => note.kind === kind).sort(inReadingOrder)

/** Whatever no part has printed, in reading order; notes that hold nothing at all are passed over. */
export function unprinted(context: RecordContext, view: BoardView): Note[] {
  return [...view.notes.values()]
    .filter((note) => !context.ledger.isPrinted(note) && !isBlank(context, view, note))
    .sort((a, b) => compare(a.kind, b.kind) || inReadingOrder(a, b))
}
