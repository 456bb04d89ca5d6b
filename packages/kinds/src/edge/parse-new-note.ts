import {
  colorNames,
  maxNoteLength,
  mediaSchema,
  type NewNote,
  noteIdSchema,
  placeSchema,
} from '@vispera/board'
import * as z from 'zod/mini'
import type { Kind, NoteKind } from '../kind.ts'
import { storedValue, textFieldsOf } from './field-values.ts'
import { isPlaceOn } from './places.ts'
import { type Refused, refused } from './refusal.ts'

/**
 * `isFixed`: the note is one that the board has from the start; its words are to be written into that one,
 * with `writeFixedNote`, instead of added.
 */
export type ParsedNote = { readonly ok: true; readonly note: NewNote; readonly isFixed: boolean } | Refused

/** What anyone may say of a new note beside its kind, text, place and fields. */
const commonValues = {
  color: z.enum(colorNames),
  lang: z.string().check(z.minLength(2), z.maxLength(35)),
  sensitivity: z.enum(['normal', 'sensitive', 'do-not-record']),
  authorMode: z.enum(['none', 'on-behalf']),
  keepSeparate: z.boolean(),
  sameAs: noteIdSchema,
  cluster: z.strictObject({ id: noteIdSchema, order: z.string().check(z.minLength(1), z.maxLength(200)) }),
  media: mediaSchema,
} as const

/**
 * A note from outside (HTTP, imports, bots) for a board of this kind, fields beside the common values as in
 * the API: `{ id?, kind, text, place?, ...fields }`. Nothing is corrected in silence: what the kind does not
 * know is refused.
 */
export function parseNewNote(kind: Kind, input: unknown): ParsedNote {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return refused('not-an-object', '')
  const { id, kind: noteKindId, text, place, ...rest } = input as Readonly<Record<string, unknown>>
  if (id !== undefined && !noteIdSchema.safeParse(id).success) return refused('bad-id', 'id')
  const noteKind = kind.noteKinds.find((known) => known.id === noteKindId)
  if (!noteKind) return refused('unknown-kind', 'kind')
  const fixed = kind.fixedNotes.find((note) => note.kind === noteKind.id)
  // A board has such a note from the start, exactly once: it can be written, never doubled or moved.
  if (kind.fixedNotes.some((note) => note.id === id) && fixed?.id !== id) return refused('bad-id', 'id')
  if (fixed && id !== undefined && id !== fixed.id) return refused('bad-id', 'id')
  // A picture says something without a word.
  const isEmpty = typeof text !== 'string' || text.trim() === ''
  if (isEmpty && (typeof text !== 'string' || !rest.media)) return refused('text-missing', 'text')
  if (text.length > maxNoteLength) return refused('text-too-long', 'text')

  const values = parseValues(noteKind, rest)
  if (!values.ok) return values
  const parts = {
    kind: noteKind.id,
    text,
    ...values.common,
    fields: values.fields,
    textFields: textFieldsOf(noteKind.fields),
  }
  if (fixed) {
    if (place !== undefined && place !== null) return refused('bad-place', 'place')
    // It is written into a card that is there, which takes words and values only.
    if (parts.media) return refused('bad-value', 'media')
    return { ok: true, isFixed: true, note: { ...parts, id: fixed.id, place: fixed.place } }
  }
  const named = parsePlace(kind, place)
  if (named === undefined) return refused('bad-place', 'place')
  const note: NewNote = { ...parts, ...(typeof id === 'string' && { id }), ...(named && { place: named }) }
  return { ok: true, isFixed: false, note }
}

function parsePlace(kind: Kind, input: unknown) {
  if (input === undefined || input === null) return null
  const parsed = placeSchema.safeParse(input)
  return parsed.success && isPlaceOn(kind, parsed.data) ? parsed.data : undefined
}

type Values =
  | { readonly ok: true; readonly common: Partial<NewNote>; readonly fields: Record<string, unknown> }
  | Refused

function parseValues(noteKind: NoteKind, input: Readonly<Record<string, unknown>>): Values {
  const common: [string, unknown][] = []
  const fields: [string, unknown][] = []
  for (const [key, value] of Object.entries(input)) {
    const field = noteKind.fields.find((known) => known.id === key)
    const isCommon = Object.hasOwn(commonValues, key)
    if (!field && !isCommon) return refused('unknown-field', key)
    if (value === undefined || value === null) continue
    if (field) {
      const stored = storedValue(field, value)
      if (!stored) return refused('bad-value', key)
      if (stored.value !== undefined) fields.push([key, stored.value])
    } else {
      const parsed = commonValues[key as keyof typeof commonValues].safeParse(value)
      if (!parsed.success) return refused('bad-value', key)
      common.push([key, parsed.data])
    }
  }
  return { ok: true, common: Object.fromEntries(common), fields: Object.fromEntries(fields) }
}
