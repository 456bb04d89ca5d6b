import * as z from 'zod/mini'
import { fuzzyDateSchema } from './fuzzy-date.ts'

/**
 * What a note kind's own field holds. `text` and `lines` are stored as Y.Text, so that two people can
 * type in them at once; `lines` is one text with a line per entry. The rest are plain JSON values.
 * References between notes are links, never fields.
 */
export type FieldType =
  | { readonly type: 'text'; readonly long?: boolean }
  | { readonly type: 'lines' }
  | { readonly type: 'enum'; readonly options: readonly string[] }
  | { readonly type: 'bool' }
  | { readonly type: 'int'; readonly min?: number; readonly max?: number }
  | { readonly type: 'fuzzyDate' }
  | { readonly type: 'tally' }

export const tallySchema = z.record(z.string().check(z.maxLength(64)), z.int().check(z.minimum(0)))

/** The longest text one field may hold, in UTF-16 code units. */
export const maxFieldLength = 2_000

/** Longest note text, in UTF-16 code units; the surface hints above 140. */
export const maxNoteLength = 600

/** The schema of one field's value as it crosses an edge (HTTP, files, a Y.Doc). */
export function fieldSchema(field: FieldType): z.ZodMiniType {
  const text = z.string().check(z.maxLength(maxFieldLength))
  switch (field.type) {
    case 'text':
      return text
    case 'lines':
      return z.union([text, z.array(text).check(z.maxLength(100))])
    case 'enum':
      return z.enum(field.options as [string, ...string[]])
    case 'bool':
      return z.boolean()
    case 'int':
      return z.int().check(z.minimum(field.min ?? 0), z.maximum(field.max ?? 1_000_000))
    case 'fuzzyDate':
      return z.union([fuzzyDateSchema, z.string().check(z.maxLength(200))])
    case 'tally':
      return tallySchema
  }
}

/** Whether the field's value lives in a Y.Text. */
export const isTextField = (field: FieldType): boolean => field.type === 'text' || field.type === 'lines'

/** The entries of a `lines` field, without empty ones. */
export const linesOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : []
