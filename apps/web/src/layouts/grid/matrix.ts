import type { Note } from '@vispera/board'
import type { ListPlace } from '../../actions/actions.ts'
import type { ArrangeInput, Box, ListArea } from '../layout.ts'
import type { Rect } from '../shared/geometry.ts'
import { cardBox } from '../shared/notes.ts'
import { type as faces } from '../shared/type.ts'
import type { Echo } from './echoes.ts'

/** A row or a column: its name, and what it means in a line. */
export interface Heading {
  readonly key: string
  readonly label: string
  readonly hint: string
  /** The board setting that renames it; null where the name is somebody's note. */
  readonly setting: string | null
}

export interface Cell {
  readonly key: string
  readonly row: string
  readonly col: string
  readonly rect: Rect
  readonly hint: string
  /** Where a new note goes; null where nothing can be added by hand. */
  readonly place: ListPlace | null
  readonly isEmpty: boolean
  /** Notes that stand elsewhere and that some of us would put here. */
  readonly echoes: readonly Echo[]
}

export interface Matrix {
  readonly rows: readonly (Heading & { readonly rect: Rect })[]
  readonly columns: readonly (Heading & { readonly rect: Rect })[]
  readonly cells: readonly Cell[]
  readonly rect: Rect
  /** Height of the column names over it. */
  readonly head: number
  readonly boxes: ReadonlyMap<string, Box>
  readonly areas: readonly ListArea[]
}

export interface MatrixWish {
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  /** The notes of a cell, in order. */
  readonly notesAt: (row: string, col: string) => readonly Note[]
  readonly hintAt: (row: string, col: string) => string
  readonly placeAt: (row: string, col: string) => ListPlace | null
  readonly echoesAt: (row: string, col: string) => readonly Echo[]
}

/** Measures in board units: what the picture shows at 72 %. */
export const rowHead = 200
const wideColumn = 450
const slimColumn = 236
export const columnGap = 17
const pad = 17
const cardGap = 14
const leastRow = 170
/** The add button and the room round it. */
export const addSize = 44
/** One line for a note that some of us would put into another cell. */
const echoHeight = 34
/** Column names stand over the cells; names that are somebody's words may take more lines. */
const leastHead = 64
/** Rows and columns named by the words of notes: set as text, not as headings. */
export const wordsFace = { ...faces.label, size: 19 }

/** Rows and columns with cards dealt into their cells; a row is as tall as its fullest cell. */
export function layMatrix(input: ArrangeInput, wish: MatrixWish): Matrix {
  const width = wish.columns.length <= 3 ? wideColumn : slimColumn
  const across = width === wideColumn ? 2 : 1
  const cardWidth = (width - 2 * pad - (across - 1) * cardGap) / across
  const boxes = new Map<string, Box>()
  const cells: Cell[] = []
  const rows: Matrix['rows'][number][] = []
  let y = 0
  for (const row of wish.rows) {
    const laid = wish.columns.map((column, index) => {
      const x = index * (width + columnGap)
      const notes = wish.notesAt(row.key, column.key)
      const hint = notes.length === 0 ? wish.hintAt(row.key, column.key) : ''
      const cards = dealCards(input, notes, x + pad, y + pad, cardWidth, across)
      const hintHeight = hint === '' ? 0 : input.measure.height(hint, width * 0.66, faces.prompt) + 60
      const echoes = wish.echoesAt(row.key, column.key)
      const lastRowIsFull = notes.length % across === 0 && notes.length > 0
      const h = Math.max(hintHeight, cards.bottom - y + pad + (lastRowIsFull ? addSize + 6 : 0))
      return { column, x, notes, hint, cards, echoes, h: h + echoes.length * echoHeight }
    })
    const headNeeds =
      20 + input.measure.height(row.label, rowHead - 24, row.setting === null ? wordsFace : faces.row)
    const hintNeeds = input.measure.height(row.hint, rowHead - 24, faces.prompt) + 16
    const h = Math.ceil(Math.max(leastRow, headNeeds + hintNeeds, ...laid.map((one) => one.h)))
    for (const { column, x, notes, hint, cards, echoes } of laid) {
      for (const [id, box] of cards.boxes) boxes.set(id, box)
      cells.push({
        key: `cell:${row.key}/${column.key}`,
        row: row.key,
        col: column.key,
        rect: { x, y, w: width, h },
        hint,
        place: wish.placeAt(row.key, column.key),
        isEmpty: notes.length === 0,
        echoes,
      })
    }
    rows.push({ ...row, rect: { x: -rowHead, y, w: rowHead - 24, h } })
    y += h
  }
  const head = Math.max(
    leastHead,
    ...wish.columns.map(({ label, setting }) =>
      setting === null ? input.measure.height(label, width, wordsFace) + 16 : 0,
    ),
  )
  const columns = wish.columns.map((column, index) => ({
    ...column,
    rect: { x: index * (width + columnGap), y: -head, w: width, h: head },
  }))
  const w = wish.columns.length * (width + columnGap) - columnGap
  return {
    rows,
    columns,
    cells,
    rect: { x: 0, y: 0, w, h: y },
    head,
    boxes,
    areas: cells.map((cell) => areaOf(cell, wish)),
  }
}

function dealCards(
  input: ArrangeInput,
  notes: readonly Note[],
  x: number,
  y: number,
  w: number,
  across: number,
) {
  const foot = Array.from({ length: across }, () => y)
  const boxes = notes.map((note, index) => {
    const column = index % across
    const box = cardBox(input, note, Math.round(x + column * (w + cardGap)), foot[column] ?? y, { w })
    foot[column] = box.y + box.h + cardGap
    return [note.id, box] as const
  })
  return { boxes, bottom: Math.max(...foot) }
}

function areaOf(cell: Cell, wish: MatrixWish): ListArea {
  const name = (list: readonly Heading[], key: string) => list.find((one) => one.key === key)?.label ?? key
  return {
    key: cell.key,
    rect: cell.rect,
    ids: wish.notesAt(cell.row, cell.col).map(({ id }) => id),
    run: 'flow',
    label: `${name(wish.rows, cell.row)} · ${name(wish.columns, cell.col)}`,
    ...(cell.place ? { place: cell.place } : {}),
  }
}
