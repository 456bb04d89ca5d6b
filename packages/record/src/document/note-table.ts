import { withColon } from '../words/runs.ts'
import type { Block, Cell, Fact, Line, NoteItem } from './blocks.ts'
import type { BoardNote, RecordContext } from './context.ts'
import { fieldLines, fieldName } from './field-lines.ts'
import { printNote } from './note-item.ts'
import { splitFacts } from './short-facts.ts'
import { fieldValuesOf } from './visibility.ts'

/**
 * Notes of one kind as a table: the first column names the row, the words come second, then the other
 * columns that hold something. What no column shows stands under the words.
 */
export function noteTable(
  context: RecordContext,
  notes: readonly BoardNote[],
  noteKind: string,
  columns: readonly string[],
): Block[] {
  const { words, ledger } = context
  const fresh = notes.filter(({ note }) => !ledger.isPrinted(note))
  if (fresh.length === 0) return []
  const rows = fresh.map((one) => ({ ...one, values: valuesOf(context, one) }))
  const shown = columns.filter(
    (column, index) => index === 0 || rows.some(({ values }) => values.has(column)),
  )
  const [first, ...others] = shown
  return [
    {
      kind: 'table',
      columns: [
        ...(first === undefined ? [] : [fieldName(context, noteKind, first)]),
        words.text('record.promised.what'),
        ...others.map((column) => fieldName(context, noteKind, column)),
      ],
      rows: rows
        .filter(({ note }) => !ledger.isPrinted(note))
        .map(({ view, note, values }): Cell[] => {
          const item = printNote(context, view, note, { without: new Set(shown) })
          const words: Cell = itemLines(context, item)
          if (first === undefined) return [words]
          return [values.get(first) ?? [], words, ...others.map((column) => values.get(column) ?? [])]
        }),
    },
  ]
}

function valuesOf(context: RecordContext, { view, note }: BoardNote): ReadonlyMap<string, Cell> {
  const { shown } = fieldValuesOf(note, view.noteKind(note.kind), context.includeSensitive)
  return new Map(shown.map((entry) => [entry.field.id, fieldLines(context, view, note.kind, entry)]))
}

/** A whole note inside a table cell: its words, then everything else line by line. */
export function itemLines(context: RecordContext, item: NoteItem): Line[] {
  const { words } = context
  return [
    item.words,
    ...item.translations.map((translation): Line => {
      const label = { ...translation.language, text: withColon(translation.language.text) }
      const remark = translation.remark === null ? [] : [words.run(` (${translation.remark})`)]
      return [...words.line('record.fact', { label, values: translation.words }), ...remark]
    }),
    ...factLines(context, item.facts),
    ...[...(item.picture ? [item.picture.name] : []), ...item.remarks].map(
      (remark): Line => [words.run(`(${remark})`)],
    ),
    ...item.sameAs.flatMap((other) => {
      const [first, ...rest] = itemLines(context, other)
      return [
        words.line('record.fact', { label: withColon(words.text('record.sameAs')), values: first ?? [] }),
        ...rest,
      ]
    }),
  ]
}

/** Short facts on one line, the others line by line. */
function factLines({ words }: RecordContext, facts: readonly Fact[]): Line[] {
  const { short, long } = splitFacts(facts)
  const said = short.map(({ label, values }) =>
    words.line('record.fact', { label: withColon(label), values: values[0] ?? [] }),
  )
  const joined = said.flatMap((line, index): Line => (index === 0 ? line : [words.run(' · '), ...line]))
  return [
    ...(joined.length > 0 ? [joined] : []),
    ...long.flatMap(({ label, values }) =>
      values.map((value, index) =>
        index === 0 ? words.line('record.fact', { label: withColon(label), values: value }) : value,
      ),
    ),
  ]
}
