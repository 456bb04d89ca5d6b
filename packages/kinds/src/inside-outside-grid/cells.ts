import { type Board, isCellPlace, type Note } from '@vispera/board'
import { inReadingOrder, listsByZone } from '../common/lists.ts'
import { columns, rows } from './note-kinds.ts'
import { gridZones } from './zones.ts'

/** `<row>/<column>`, as in `inside/invited`. */
export type CellName = `${(typeof rows)[number]}/${(typeof columns)[number]}`

export const cellNames: readonly CellName[] = rows.flatMap((row) =>
  columns.map((column): CellName => `${row}/${column}`),
)

/** Rule "grid-cell": the cell a note stands in, or null when its place names none (it is in the tray). */
export function cellOf(note: Note): CellName | null {
  if (!isCellPlace(note.place)) return null
  const { row, col } = note.place
  return cellNames.find((name) => name === `${row}/${col}`) ?? null
}

/** Every cell with its notes in order, and the lists round the grid. */
export function cellsAndLists(standing: Board['notes']): {
  cells: Record<CellName, string[]>
  lists: Record<string, string[]>
} {
  const placed = standing.filter((note) => cellOf(note) !== null).sort(inReadingOrder)
  const inCell = (name: CellName) => placed.filter((note) => cellOf(note) === name).map((note) => note.id)
  const { grid: _ground, ...lists } = listsByZone(
    gridZones,
    standing.filter((note) => cellOf(note) === null).map(offTheGround),
  )
  return {
    cells: Object.fromEntries(cellNames.map((name) => [name, inCell(name)])) as Record<CellName, string[]>,
    lists,
  }
}

/** The grid itself is no list: a note that names only the grid stands in the tray until it has a cell. */
const offTheGround = (note: Note): Note =>
  note.place !== null && 'zone' in note.place && note.place.zone !== 'grid' ? note : { ...note, place: null }
