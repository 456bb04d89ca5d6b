import type { Note } from '@vispera/board'
import type { BoardView } from '../document/context.ts'
import { compare, inReadingOrder } from '../document/note-lists.ts'

/**
 * The notes of a board in the order of its table: steps by number, cells row by row, lists in the order of
 * their zones; then everything else by kind. A note that says the same as another follows it.
 */
export function rowsOf(view: BoardView): Note[] {
  const ordered = [...planOrder(view), ...cellOrder(view), ...zoneOrder(view)].flatMap((id) => [
    id,
    ...(view.derived.stacks?.get(id) ?? []),
  ])
  const listed = new Set(ordered)
  const rest = [...view.notes.values()]
    .filter((note) => !listed.has(note.id))
    .sort((a, b) => compare(a.kind, b.kind) || inReadingOrder(a, b))
  return [...[...listed].flatMap((id) => view.notes.get(id) ?? []), ...rest]
}

const planOrder = (view: BoardView): readonly string[] => view.plan?.order ?? []

function cellOrder(view: BoardView): string[] {
  const layout = view.kind?.layout
  if (layout?.engine !== 'grid') return []
  const inCell = (row: string, column: string) =>
    [...view.notes.values()]
      .filter(({ place }) => place !== null && 'row' in place && place.row === row && place.col === column)
      .sort(inReadingOrder)
      .map((note) => note.id)
  return layout.rows.flatMap((row) => layout.columns.flatMap((column) => inCell(row, column)))
}

const zoneOrder = (view: BoardView): string[] =>
  (view.kind?.zones ?? []).flatMap((zone) => view.derived.zones?.get(zone.id) ?? [])
