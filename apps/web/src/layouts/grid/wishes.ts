import type { Note } from '@vispera/board'
import { settingKeys } from '../../actions/actions.ts'
import type { ArrangeInput } from '../layout.ts'
import { groupBy } from '../shared/group-by.ts'
import { inOrder } from '../shared/notes.ts'
import { cellOf, type GridLayout } from './cell-of.ts'
import { echoesOf } from './echoes.ts'
import type { Heading, MatrixWish } from './matrix.ts'

/** Key of the row or column for notes that the arrangement's question leaves open. */
export const open = ''

/** What stands in rows and columns, by arrangement: cells, moments, the steps they serve, who does them. */
export function wishFor(input: ArrangeInput, layout: GridLayout, notes: readonly Note[]): MatrixWish {
  const arrangement = layout.arrangements.find(({ id }) => id === input.arrangement)
  const placed = notes.filter((note) => cellOf(note, layout) !== null)
  switch (arrangement?.id) {
    case 'alignment':
      return byMoment(input, layout, placed, notes)
    case 'by-step':
      return byGroup(input, layout, placed, stepGroups(input, arrangement.by ?? ''))
    case 'by-ally':
      return byGroup(input, layout, placed, allyGroups(input, placed, arrangement.by ?? ''))
    default:
      return byCell(input, layout, placed)
  }
}

const rowHeadings = (input: ArrangeInput, layout: GridLayout): Heading[] =>
  layout.rows.map((id) => heading(input, 'row', id))
const columnHeadings = (input: ArrangeInput, layout: GridLayout): Heading[] =>
  layout.columns.map((id) => heading(input, 'column', id))

function heading({ kind, words }: ArrangeInput, part: 'row' | 'column', id: string): Heading {
  const setting = settingKeys.label(part, id)
  const hint = `${kind.id}.${part}.${id}.hint`
  return {
    key: id,
    label: words.label(`${kind.id}.${part}.${id}.label`, setting),
    hint: words.has(hint) ? words.t(hint) : '',
    setting,
  }
}

function byCell(input: ArrangeInput, layout: GridLayout, placed: readonly Note[]): MatrixWish {
  const cells = groupBy(inOrder(placed), (note) => {
    const cell = cellOf(note, layout)
    return cell ? `${cell.row}/${cell.col}` : ''
  })
  const echoes = echoesOf(input.kind, layout, inOrder(placed))
  return {
    rows: rowHeadings(input, layout),
    columns: columnHeadings(input, layout),
    notesAt: (row, col) => cells.get(`${row}/${col}`) ?? [],
    hintAt: (row, col) => {
      const id = `${input.kind.id}.cell.${row}.${col}`
      return input.words.has(id) ? input.words.t(id) : ''
    },
    placeAt: (row, col) => ({ row, col }),
    echoesAt: (row, col) => echoes.get(`${row}/${col}`) ?? [],
  }
}

/** Sides as rails, moments as columns; the same notes. What has no moment yet stands in the last column. */
function byMoment(
  input: ArrangeInput,
  layout: GridLayout,
  placed: readonly Note[],
  all: readonly Note[],
): MatrixWish {
  const { moments } = layout
  const columns: Heading[] = inOrder(all.filter((note) => note.kind === moments?.kind)).map((note) => ({
    key: note.id,
    label: note.text.trim() || input.words.t('surface.note.empty'),
    hint: (input.chips.get(note.id) ?? []).map(({ text }) => text).join(' · '),
    setting: null,
  }))
  const known = new Set(columns.map(({ key }) => key))
  const at = new Map<string, string>()
  for (const { id, text } of columns.map(({ key, label }) => ({ id: key, text: label }))) {
    if (text === undefined) continue
    for (const link of input.board.links) {
      if (link.kind === moments?.link && link.to === id && !at.has(link.from)) at.set(link.from, id)
    }
  }
  const momentOf = (note: Note) => {
    const found = at.get(note.id)
    return found !== undefined && known.has(found) ? found : open
  }
  const cells = groupBy(inOrder(placed), (note) => `${cellOf(note, layout)?.row}/${momentOf(note)}`)
  return {
    rows: rowHeadings(input, layout),
    columns: [
      ...columns,
      { key: open, label: input.words.t('surface.grid.noMoment'), hint: '', setting: null },
    ],
    notesAt: (row, col) => cells.get(`${row}/${col}`) ?? [],
    hintAt: () => '',
    placeAt: () => null,
    echoesAt: () => [],
  }
}

interface Groups {
  readonly headings: readonly Heading[]
  readonly groupOf: (note: Note) => string
}

/** Steps (or roles) as rows, sides as columns. */
function byGroup(
  input: ArrangeInput,
  layout: GridLayout,
  placed: readonly Note[],
  groups: Groups,
): MatrixWish {
  const cells = groupBy(inOrder(placed), (note) => `${groups.groupOf(note)}/${cellOf(note, layout)?.row}`)
  const rows = groups.headings.filter(
    ({ key }) => key !== open || layout.rows.some((row) => cells.has(`/${row}`)),
  )
  return {
    rows,
    columns: rowHeadings(input, layout),
    notesAt: (row, col) => cells.get(`${row}/${col}`) ?? [],
    hintAt: () => '',
    placeAt: () => null,
    echoesAt: () => [],
  }
}

/** What the notes serve: everything on other boards that a link of this kind could start from. */
function stepGroups(input: ArrangeInput, link: string): Groups {
  const { threads, boards, board, kind, words } = input
  const mine = threads.filter((thread) => thread.kind === link && thread.to.board === board.id)
  const from = new Set(kind.linkKinds.find(({ id }) => id === link)?.from ?? [])
  const labels = new Map<string, string>()
  for (const id of new Set(mine.map((thread) => thread.from.board))) {
    for (const note of inOrder(boards.get(id)?.notes ?? []))
      if (from.has(note.kind)) labels.set(note.id, note.text.trim())
  }
  for (const thread of mine) {
    if (!labels.has(thread.from.note))
      labels.set(thread.from.note, thread.lastKnown?.from ?? words.t('surface.note.gone'))
  }
  const first = new Map<string, string>()
  for (const thread of mine) if (!first.has(thread.to.note)) first.set(thread.to.note, thread.from.note)
  return {
    headings: [
      ...[...labels].map(([key, label]) => ({
        key,
        label: label || words.t('surface.note.empty'),
        hint: '',
        setting: null,
      })),
      { key: open, label: words.t('surface.grid.noStep'), hint: '', setting: null },
    ],
    groupOf: (note) => first.get(note.id) ?? open,
  }
}

function allyGroups({ words }: ArrangeInput, notes: readonly Note[], field: string): Groups {
  const allyOf = (note: Note) => {
    const value = note.fields[field]
    return typeof value === 'string' ? value.trim() : open
  }
  const values = [...new Set(notes.map(allyOf))]
    .filter((value) => value !== open)
    .sort((a, b) => a.localeCompare(b, words.locale))
  return {
    headings: [
      ...values.map((value) => ({ key: value, label: value, hint: '', setting: null })),
      { key: open, label: words.t('surface.grid.noAlly'), hint: '', setting: null },
    ],
    groupOf: allyOf,
  }
}
