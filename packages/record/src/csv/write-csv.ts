import { isCellPlace, type Note } from '@vispera/board'
import Papa from 'papaparse'
import type { Line } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { fieldLines, fieldName } from '../document/field-lines.ts'
import { noteKindName, partName } from '../document/naming.ts'
import { isBlank } from '../document/note-item.ts'
import { planNumber } from '../document/numbers.ts'
import { fieldValuesOf } from '../document/visibility.ts'
import type { LedTable } from '../led/tables.ts'
import { cleanText, plainText } from '../words/runs.ts'
import { nameOfLanguage } from '../words/words.ts'
import { linkColumns } from './link-columns.ts'
import { rowsOf } from './rows.ts'

/** Beginnings that some spreadsheet takes for a formula, wide forms included. */
const formula = /^[=+\-@\t\r＝＋－＠]/

/** One column of a board's table: its name, and what a note says in it. */
export interface Column {
  readonly name: string
  readonly cellOf: (note: Note) => string
}

/**
 * A board as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read every script). One row
 * per note that may leave the room, in reading order; columns that would be empty are left out. Cells that a
 * spreadsheet would run as a formula start with an apostrophe.
 */
export function writeCsv(context: RecordContext, view: BoardView): string {
  const words = context.words.text('record.csv.words')
  const notes = rowsOf(view).filter((note) => !isBlank(context, view, note))
  const columns = columnsOf(context, view)
    .map((column) => ({ name: column.name, values: notes.map((note) => cleanText(column.cellOf(note))) }))
    .filter((column) => column.name === words || column.values.some((value) => value !== ''))
  return csvOf({
    columns: columns.map((column) => column.name),
    rows: notes.map((_, row) => columns.map((column) => column.values[row] ?? '')),
  })
}

/** Any table as CSV, by the same rules. */
export function csvOf({ columns, rows }: Pick<LedTable, 'columns' | 'rows'>): string {
  const data = rows.map((row) => row.map(cleanText))
  const table = Papa.unparse({ fields: [...columns], data }, { escapeFormulae: formula, newline: '\r\n' })
  return `\uFEFF${table}\r\n`
}

function columnsOf(context: RecordContext, view: BoardView): Column[] {
  const { words } = context
  const text = (id: string) => words.text(`record.csv.${id}`)
  return [
    ...numberColumn(context, view),
    { name: text('words'), cellOf: (note) => note.text },
    { name: text('picture'), cellOf: (note) => pictureText(context, note) },
    ...planColumns(context, view),
    ...placeColumns(context, view),
    { name: text('kind'), cellOf: (note) => noteKindName(context, note.kind) },
    ...fieldColumns(context, view),
    ...linkColumns(context, view),
    {
      name: text('language'),
      cellOf: (note) => (note.lang === undefined ? '' : nameOfLanguage(note.lang).text),
    },
    { name: text('translations'), cellOf: translations },
    {
      name: text('remarks'),
      cellOf: (note) =>
        [
          note.late && 'late',
          note.state === 'parked' && 'parked',
          note.sensitivity === 'sensitive' && 'sensitive',
          note.keepSeparate && 'apart',
        ]
          .filter((remark) => typeof remark === 'string')
          .map((remark) => words.text(`record.remark.${remark}`))
          .join('; '),
    },
  ]
}

function pictureText({ words }: RecordContext, { media }: Note): string {
  if (!media) return ''
  const alt = cleanText(media.alt)
  return alt === '' ? words.text(`record.picture.blank.${media.kind}`) : alt
}

const translations = (note: Note): string =>
  (note.translations ?? []).map(({ lang, text }) => `${nameOfLanguage(lang).text}: ${text}`).join('\n')

/** The number of a step, on boards that read forwards. */
function numberColumn(context: RecordContext, { plan }: BoardView): Column[] {
  if (!plan) return []
  const name = context.words.text('record.csv.number')
  return [{ name, cellOf: (note) => planNumber(context, plan.number.get(note.id) ?? '') }]
}

/** The goal and prerequisites of a step. Semicolons, because "5, 6" is one number to many spreadsheets. */
function planColumns(context: RecordContext, view: BoardView): Column[] {
  const { plan } = view
  if (!plan) return []
  const { words } = context
  const number = (id: string) => planNumber(context, plan.number.get(id) ?? '')
  const goalOf = new Map(
    plan.headings.flatMap(({ goal, steps }) => steps.map((step) => [step, goal] as const)),
  )
  return [
    {
      name: words.text('record.csv.goal'),
      cellOf: (note) => view.notes.get(goalOf.get(note.id) ?? '')?.text ?? '',
    },
    {
      name: words.text('record.csv.needs'),
      cellOf: (note) =>
        (plan.needs.get(note.id) ?? [])
          .map(number)
          .filter((one) => one !== '')
          .join('; '),
    },
  ]
}

/** Row and column of a grid, the list elsewhere, and the theme. */
function placeColumns(context: RecordContext, view: BoardView): Column[] {
  const { words } = context
  const layout = view.kind?.layout
  const text = (id: string) => words.text(`record.csv.${id}`)
  const cell = (part: 'row' | 'column'): Column => ({
    name: text(part),
    cellOf: ({ place }) =>
      isCellPlace(place) ? partName(context, view, part, part === 'row' ? place.row : place.col).text : '',
  })
  const zoneOf = new Map(
    [...(view.derived.zones ?? [])].flatMap(([zone, ids]) => ids.map((id) => [id, zone] as const)),
  )
  const list: Column = {
    name: text('list'),
    cellOf: (note) => {
      const zone = zoneOf.get(view.topOf(note.id))
      return zone === undefined || isCellPlace(note.place) ? '' : partName(context, view, 'zone', zone).text
    },
  }
  const theme: Column = {
    name: text('theme'),
    cellOf: (note) => view.notes.get(note.cluster?.id ?? '')?.text ?? '',
  }
  return layout?.engine === 'grid' ? [cell('row'), cell('column'), list, theme] : [list, theme]
}

/** One column per field of the board's kinds of note; fields with one name share a column. */
function fieldColumns(context: RecordContext, view: BoardView): Column[] {
  const columns = new Map<string, Column>()
  const drawn = view.plan?.chain.minDepth
  for (const noteKind of view.kind?.noteKinds ?? []) {
    for (const field of noteKind.fields) {
      if (field.id === drawn) continue
      const name = fieldName(context, noteKind.id, field.id)
      const before = columns.get(name)
      const cellOf = (note: Note) =>
        note.kind === noteKind.id ? fieldText(context, view, note, field.id) : (before?.cellOf(note) ?? '')
      columns.set(name, { name, cellOf })
    }
  }
  return [...columns.values()]
}

function fieldText(context: RecordContext, view: BoardView, note: Note, field: string): string {
  const { shown } = fieldValuesOf(note, view.noteKind(note.kind), context.includeSensitive)
  const entry = shown.find((one) => one.field.id === field)
  return entry
    ? fieldLines(context, view, note.kind, entry)
        .map((line: Line) => plainText(line))
        .join('\n')
    : ''
}
