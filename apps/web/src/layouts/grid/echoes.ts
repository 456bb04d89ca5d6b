import type { Note } from '@vispera/board'
import type { Field, Kind } from '@vispera/kinds'
import { groupBy } from '../shared/group-by.ts'
import { cellOf, type GridLayout } from './cell-of.ts'

/** A note that stands in one cell and that some of us would put into another. */
export interface Echo {
  readonly id: string
  readonly words: string
  /** Both reasons, in the group's words; '' while nobody gave them. */
  readonly why: string
}

/**
 * "We see this space differently": a field whose choices are the grid's own columns names where some of us would put
 * a note; the field called the same with `Why` says why. By cell, `<row>/<column>`.
 */
export function echoesOf(
  { noteKinds }: Kind,
  layout: GridLayout,
  notes: readonly Note[],
): ReadonlyMap<string, readonly Echo[]> {
  const isOtherColumn = (field: Field) =>
    field.type.type === 'enum' && field.type.options.join() === layout.columns.join()
  const fields = new Map(noteKinds.map((one) => [one.id, one.fields.find(isOtherColumn)?.id]))
  const found = notes.flatMap((note) => {
    const cell = cellOf(note, layout)
    const field = fields.get(note.kind) ?? ''
    const col = note.fields[field]
    if (!cell || typeof col !== 'string' || col === cell.col || !layout.columns.includes(col)) return []
    const why = note.fields[`${field}Why`]
    const echo: Echo = {
      id: note.id,
      words: note.text.trim(),
      why: typeof why === 'string' ? why.trim() : '',
    }
    return [{ key: `${cell.row}/${col}`, echo }]
  })
  const cells = groupBy(found, ({ key }) => key)
  return new Map([...cells].map(([key, all]) => [key, all.map(({ echo }) => echo)]))
}
