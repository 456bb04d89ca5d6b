import { linesOf, type Note } from '@vispera/board'
import type { Field } from '@vispera/kinds'
import { cleanText, ownRun } from '../words/runs.ts'
import type { Fact, Line } from './blocks.ts'
import type { BoardView, RecordContext } from './context.ts'
import { partName } from './naming.ts'
import { type FieldValue, fieldValuesOf } from './visibility.ts'

/** What a field is called. */
export const fieldName = ({ words }: RecordContext, noteKind: string, field: string): string =>
  words.label(`field.${noteKind}.${field}`, field)

/** A field's value in the reader's words, one line under another; empty for a plain "no". */
export function fieldLines(
  context: RecordContext,
  view: BoardView,
  noteKind: string,
  { field, value }: FieldValue,
): readonly Line[] {
  const { words } = context
  const own = (text: string): Line => [ownRun(text, undefined, words.dir)]
  switch (field.type.type) {
    case 'text':
      return [own(String(value))]
    case 'lines': {
      const lines = Array.isArray(value) ? value.flatMap((line) => linesOf(line)) : linesOf(value)
      return lines.map(own)
    }
    case 'enum':
      return [optionLine(context, view, noteKind, field, String(value))]
    case 'bool':
      return value === true ? [[words.run(words.text('record.yes'))]] : []
    case 'int':
      return [[words.run(words.number(Number(value)))]]
    case 'fuzzyDate': {
      const label = typeof value === 'string' ? value : labelOf(value)
      return cleanText(label) === '' ? [] : [own(label)]
    }
    case 'tally':
      return tallyEntries(value).map(([option, count]) =>
        words.line('record.tally', {
          count: words.number(count),
          option: tallyName(context, noteKind, field.id, option),
        }),
      )
  }
}

function optionLine(
  context: RecordContext,
  view: BoardView,
  noteKind: string,
  field: Field,
  option: string,
): Line {
  const layout = view.kind?.layout
  if (layout?.engine === 'timeline' && field.id === layout.chain.lane)
    return [partName(context, view, 'lane', option)]
  return [context.words.run(context.words.label(`option.${noteKind}.${field.id}.${option}`, option))]
}

/** What one level of a tally is called. */
export const tallyName = (
  { words }: RecordContext,
  noteKind: string,
  field: string,
  option: string,
): string =>
  words.label(
    `option.${noteKind}.${field}.${option}`,
    words.label(`record.level.${option}`, cleanText(option)),
  )

export const tallyEntries = (value: unknown): readonly (readonly [string, number])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    : []

const labelOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : ''

/** All values of a note that may leave the room, but for some fields. */
export function noteFacts(
  context: RecordContext,
  view: BoardView,
  note: Note,
  without: ReadonlySet<string> = new Set(),
): Fact[] {
  const { shown } = fieldValuesOf(note, view.noteKind(note.kind), context.includeSensitive)
  return (
    shown
      // Where a step is drawn is for the wall; the plan says its order.
      .filter(({ field }) => !without.has(field.id) && field.id !== view.plan?.chain.minDepth)
      .map((entry) => ({
        label: fieldName(context, note.kind, entry.field.id),
        values: fieldLines(context, view, note.kind, entry),
      }))
      .filter((fact) => fact.values.length > 0)
  )
}
