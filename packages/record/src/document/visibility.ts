import { fieldSchema, type Note } from '@vispera/board'
import type { Field, NoteKind } from '@vispera/kinds'

/** Why a note stands in the record or not. */
export type Standing = 'in' | 'sensitive' | 'do-not-record' | 'hidden' | 'archived' | 'unrevealed'

/** Decides whether a note may leave the room. Only what is marked sensitive can be ticked back in. */
export function standingOf(note: Note, includeSensitive: boolean): Standing {
  if (note.state === 'archived') return 'archived'
  if (note.state === 'hidden-for-care') return 'hidden'
  if (note.state === 'draft') return 'unrevealed'
  if (note.sensitivity === 'do-not-record') return 'do-not-record'
  if (note.sensitivity === 'sensitive' && !includeSensitive) return 'sensitive'
  return 'in'
}

export interface FieldValue {
  readonly field: Field
  readonly value: unknown
}

/** The fields of a note that hold something, sorted by whether they may leave the room. */
export interface FieldValues {
  readonly shown: readonly FieldValue[]
  /** How many sensitive values stay behind. */
  readonly sensitive: number
  /** How many values this release does not know or cannot read. */
  readonly unreadable: number
}

/** Sorts a note's field values, in the order of its kind. */
export function fieldValuesOf(
  note: Note,
  kind: NoteKind | undefined,
  includeSensitive: boolean,
): FieldValues {
  const filled = new Map(Object.entries(note.fields).filter(([, value]) => !isEmpty(value)))
  const shown: FieldValue[] = []
  let sensitive = 0
  for (const field of kind?.fields ?? []) {
    if (!filled.has(field.id)) continue
    const value = filled.get(field.id)
    if (field.sensitive === true && !includeSensitive) sensitive++
    else if (fieldSchema(field.type).safeParse(value).success) shown.push({ field, value })
  }
  return { shown, sensitive, unreadable: filled.size - shown.length - sensitive }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isEmpty)
  return false
}
