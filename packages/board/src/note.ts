import * as Y from 'yjs'
import * as z from 'zod/mini'
import { mediaSchema } from './media/media.ts'
import { orderKeySchema, type Place, placeSchema } from './place.ts'

/** Never the name of something that every object has: derived values are looked up by id in plain objects. */
export const noteIdSchema = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{1,64}$/),
  z.refine((id) => !(id in Object.prototype)),
)

/** The eight paper colours, by name. */
export const colorNames = ['sun', 'clay', 'rose', 'sky', 'leaf', 'plum', 'chalk', 'stone'] as const
export type ColorName = (typeof colorNames)[number]

const translationSchema = z.object({
  lang: z.string().check(z.maxLength(35)),
  text: z.string(),
  by: z.enum(['person', 'machine']),
  checked: z.boolean(),
})

/** Keys of a note's Y.Map that every kind of note has; all other keys are fields of its note kind. */
const commonShape = {
  kind: z.string().check(z.minLength(1), z.maxLength(64)),
  text: z.string(),
  place: z.optional(z.nullable(placeSchema)),
  color: z.optional(z.enum(colorNames)),
  lang: z.optional(z.string().check(z.maxLength(35))),
  translations: z.optional(z.array(translationSchema)),
  /** The theme this note was put with, and its order among the theme's notes: one value. */
  cluster: z.optional(z.nullable(z.object({ id: noteIdSchema, order: orderKeySchema }))),
  /** The note that this one says the same as; it stands behind that one in a stack. */
  sameAs: z.optional(z.nullable(noteIdSchema)),
  authorMode: z.optional(z.enum(['none', 'alias', 'on-behalf'])),
  withdrawKey: z.optional(z.string().check(z.maxLength(128))),
  sensitivity: z.optional(z.enum(['normal', 'sensitive', 'do-not-record'])),
  state: z.optional(z.enum(['draft', 'shared', 'parked', 'hidden-for-care', 'archived'])),
  keepSeparate: z.optional(z.boolean()),
  late: z.optional(z.boolean()),
  media: z.optional(z.nullable(mediaSchema)),
}
const commonKeys = new Set(Object.keys(commonShape))
type CommonValues = z.infer<z.ZodMiniObject<typeof commonShape>>

/** Whether a common value may stand on a note; a note with one that may not would be left out everywhere. */
export const isCommonValue = (key: string, value: unknown): boolean =>
  commonKeys.has(key) && commonShape[key as keyof typeof commonShape].safeParse(value).success

/** Whether a key of a note is common to all note kinds (and so not a field of one kind). */
export const isCommonKey = (key: string): boolean => commonKeys.has(key)

/** One contribution on a board, as plain values. `fields` are raw: a note kind says what they mean. */
export interface Note extends Omit<CommonValues, 'place'> {
  readonly id: string
  readonly place: Place | null
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * A note's Y.Map as a plain note, or null when it does not parse (it is then left out and counted). Looks only
 * at the values that are there: boards of thousands of notes are read whole when they open.
 */
export function readNote(id: string, map: unknown): Note | null {
  if (!(map instanceof Y.Map) || !noteIdSchema.safeParse(id).success) return null
  const common: [string, unknown][] = []
  const fields: [string, unknown][] = []
  for (const [key, stored] of map.entries()) {
    const value: unknown = stored instanceof Y.Text ? stored.toString() : stored
    if (commonKeys.has(key)) {
      const parsed = commonShape[key as keyof typeof commonShape].safeParse(value)
      if (!parsed.success) return null
      common.push([key, parsed.data])
    }
    // Nothing of ours nests shared types in a note; what a peer nests there is no field's value.
    else if (!(value instanceof Y.AbstractType)) fields.push([key, value])
  }
  if (!map.has('kind') || !map.has('text')) return null
  const values = Object.fromEntries(common) as CommonValues
  return { ...values, id, place: values.place ?? null, fields: Object.fromEntries(fields) }
}

/** Notes that take part in the method: not archived and not held back. */
export const isShown = (note: Note): boolean => note.state !== 'archived' && note.state !== 'hidden-for-care'
