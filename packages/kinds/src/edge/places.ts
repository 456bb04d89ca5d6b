import {
  type Board,
  isCellPlace,
  isSameList,
  isZonePlace,
  type NewNote,
  type Ordered,
  orderKeysAtEnd,
  orderOf,
  type Place,
} from '@vispera/board'
import { groupBy } from '../common/group-by.ts'
import type { Kind } from '../kind.ts'

/**
 * Where a note of this kind stands when nothing is said: at the end of the first list that is for it, else
 * of the tray, else of the board's main ground.
 */
export function defaultPlace(kind: Kind, noteKind: string, board: Board): Place {
  const place: Place = { zone: defaultZone(kind, noteKind) }
  return withOrder(place, orderKeysAtEnd(inList(board, place))[0])
}

/**
 * New notes with a place each: those without one get their default place, and lists get order keys at their
 * end, in the order in which the notes are given.
 */
export function settlePlaces(kind: Kind, notes: readonly NewNote[], board: Board): NewNote[] {
  const placed = notes.map((note) => ({ note, place: note.place ?? { zone: defaultZone(kind, note.kind) } }))
  const waiting = placed.filter(
    ({ place }) => (isZonePlace(place) || isCellPlace(place)) && orderOf(place) === '',
  )
  const keys = new Map<NewNote, string>()
  for (const group of groupBy(waiting, ({ place }) => listName(place)).values()) {
    const first = group[0]
    if (!first) continue
    const there: Ordered[] = [
      ...inList(board, first.place),
      ...placed
        .filter(({ place }) => orderOf(place) !== '' && isSameList(place, first.place))
        .map(({ note, place }) => ({ id: note.id ?? '', order: orderOf(place) })),
    ]
    orderKeysAtEnd(there, group.length).forEach((key, index) => {
      const entry = group[index]
      if (entry) keys.set(entry.note, key)
    })
  }
  return placed.map(({ note, place }) => ({ ...note, place: withOrder(place, keys.get(note)) }))
}

/** Whether a board of this kind has the zone or cell that the place names, and notes may stand there. */
export function isPlaceOn(kind: Kind, place: Place): boolean {
  if (isZonePlace(place)) {
    const zone = kind.zones.find(({ id }) => id === place.zone)
    return zone?.holds === 'list' || (zone?.holds === 'main' && kind.layout.engine !== 'grid')
  }
  if (isCellPlace(place)) {
    const { layout } = kind
    return layout.engine === 'grid' && layout.rows.includes(place.row) && layout.columns.includes(place.col)
  }
  return 'x' in place && kind.layout.engine === 'canvas'
}

function defaultZone(kind: Kind, noteKind: string): string {
  const open = kind.zones.filter(
    // A grid's ground has cells, and nothing says which: the tray it is.
    ({ holds }) => holds === 'list' || (holds === 'main' && kind.layout.engine !== 'grid'),
  )
  const zone =
    open.find(({ noteKinds }) => noteKinds.includes(noteKind)) ??
    open.find(({ tray }) => tray) ??
    open.find(({ holds }) => holds === 'main')
  if (!zone) throw new Error(`${kind.id} has no place for notes`)
  return zone.id
}

const inList = (board: Board, place: Place): Ordered[] =>
  board.notes
    .filter((note) => isSameList(note.place, place))
    .map((note) => ({ id: note.id, order: orderOf(note.place) }))

const listName = (place: Place): string =>
  isZonePlace(place) ? place.zone : isCellPlace(place) ? `${place.row}/${place.col}` : ''

const withOrder = (place: Place, order: string | undefined): Place =>
  order !== undefined && (isZonePlace(place) || isCellPlace(place)) ? { ...place, order } : place
