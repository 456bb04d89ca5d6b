import {
  type Board,
  byOrder,
  isSameList,
  type Note,
  type Ordered,
  orderKeysAt,
  orderOf,
  type Place,
} from '@vispera/board'
import type { Kind, Zone } from '@vispera/kinds'
import type { ListPlace } from './actions.ts'

/** The theme that a note stands with, if that theme is still there. */
export function themeOf(board: Board, note: Note): string | null {
  const id = note.cluster?.id
  return id !== undefined && board.notes.some((one) => one.id === id) ? id : null
}

/** Notes that stand in a list, in order; `without` leaves some out. */
export function listed(board: Board, list: ListPlace, without: ReadonlySet<string> = new Set()): Ordered[] {
  return board.notes
    .filter((note) => isSameList(note.place, list) && !without.has(note.id))
    .map((note) => ({ id: note.id, order: orderOf(note.place) }))
    .sort(byOrder)
}

/** Places in a list for `count` notes, before `index` or at the end. */
export function placesInList(
  board: Board,
  list: ListPlace,
  count: number,
  { index, without }: { index?: number; without?: ReadonlySet<string> } = {},
): Place[] {
  const there = listed(board, list, without)
  return orderKeysAt(there, index ?? there.length, count).map((order) => ({ ...list, order }))
}

/** Whether notes that are put before `index` of the others stand there already, in that order. */
export function standsThere(now: readonly string[], moved: readonly string[], index: number): boolean {
  const others = now.filter((id) => !moved.includes(id))
  const then = [...others.slice(0, index), ...moved, ...others.slice(index)]
  return then.length === now.length && then.every((id, at) => id === now[at])
}

/** The zone of this kind where notes without any other place stand. */
export const trayOf = (kind: Kind): Zone | undefined => kind.zones.find((zone) => zone.tray)
export const mainOf = (kind: Kind): Zone | undefined => kind.zones.find((zone) => zone.holds === 'main')

/** The zone that a note kind belongs to: the main one if it may stand there, else the list that is made for it. */
export function homeZone(kind: Kind, noteKind: string): Zone | undefined {
  const lists = kind.zones.filter((zone) => zone.holds === 'list')
  const main = mainOf(kind)
  if (main?.noteKinds.includes(noteKind)) return main
  return (
    lists.find((zone) => zone.noteKinds[0] === noteKind) ??
    lists.find((zone) => zone.noteKinds.includes(noteKind))
  )
}
