import { isCellPlace, type Note } from '@vispera/board'
import type { Layout } from '@vispera/kinds'
import type { Block, Cell, Run } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { noteList, section } from '../document/make-blocks.ts'
import { partName } from '../document/naming.ts'
import { printNote } from '../document/note-item.ts'
import { compare, inReadingOrder } from '../document/note-lists.ts'
import { itemLines } from '../document/note-table.ts'

type Grid = Extract<Layout, { engine: 'grid' }>

/** Above this many notes a table would be a wall of cells; headings and lists read better. */
const mostInTable = 60

/** The grid as a table, every note whole in its cell; notes that have no cell yet follow. */
export function writeCells(context: RecordContext, view: BoardView): Block[] {
  const layout = view.kind?.layout
  if (layout?.engine !== 'grid') return []
  const cells = cellsOf(context, view, layout)
  const count = [...cells.values()].reduce((sum, notes) => sum + notes.length, 0)
  const main = view.kind?.zones.find((zone) => zone.holds === 'main')
  const title = main ? partName(context, view, 'zone', main.id) : context.words.run(view.board.kind)
  const grid =
    count === 0
      ? []
      : count > mostInTable
        ? cellLists(context, view, layout, cells)
        : [cellTable(context, view, layout, cells)]
  return [...section(title, grid), ...withoutCell(context, view, layout)]
}

const key = (row: string, column: string) => `${row} ${column}`

function cellsOf(context: RecordContext, view: BoardView, layout: Grid): ReadonlyMap<string, Note[]> {
  const cells = new Map<string, Note[]>()
  for (const note of view.notes.values()) {
    const { place } = note
    if (!isCellPlace(place) || context.ledger.isPrinted(note) || view.topOf(note.id) !== note.id) continue
    if (!layout.rows.includes(place.row) || !layout.columns.includes(place.col)) continue
    const at = key(place.row, place.col)
    cells.set(at, [...(cells.get(at) ?? []), note])
  }
  for (const notes of cells.values()) notes.sort(inReadingOrder)
  return cells
}

function cellTable(
  context: RecordContext,
  view: BoardView,
  layout: Grid,
  cells: ReadonlyMap<string, readonly Note[]>,
): Block {
  const { words } = context
  const name = (part: 'row' | 'column', id: string): Run => partName(context, view, part, id)
  const cell = (notes: readonly Note[]): Cell => {
    if (notes.length === 0) return [[words.run(words.text('record.cells.none'))]]
    return notes.flatMap((note) => {
      const [first, ...rest] = itemLines(
        context,
        printNote(context, view, note, { withKind: note.kind !== layout.item }),
      )
      return [(first ?? []).map((run): Run => ({ ...run, strong: true })), ...rest]
    })
  }
  return {
    kind: 'table',
    columns: ['', ...layout.columns.map((column) => name('column', column).text)],
    rows: layout.rows.map((row) => [
      [[name('row', row)]],
      ...layout.columns.map((column) => cell(cells.get(key(row, column)) ?? [])),
    ]),
  }
}

function cellLists(
  context: RecordContext,
  view: BoardView,
  layout: Grid,
  cells: ReadonlyMap<string, readonly Note[]>,
): Block[] {
  return layout.rows.flatMap((row) =>
    section(
      partName(context, view, 'row', row),
      layout.columns.flatMap((column) =>
        section(
          partName(context, view, 'column', column),
          noteList(context, view, cells.get(key(row, column)) ?? []),
        ),
      ),
    ),
  )
}

/** Items that stand in no cell yet. */
function withoutCell(context: RecordContext, view: BoardView, layout: Grid): Block[] {
  const tray = view.kind?.zones.find((zone) => zone.tray)
  const notes = [...view.notes.values()]
    .filter((note) => note.kind === layout.item && view.topOf(note.id) === note.id)
    .sort((a, b) => inReadingOrder(a, b) || compare(a.id, b.id))
  return tray ? section(partName(context, view, 'zone', tray.id), noteList(context, view, notes)) : []
}
