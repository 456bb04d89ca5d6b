import * as z from 'zod/mini'
import { noteIdSchema } from './note.ts'

const linkFields = {
  kind: z.string().check(z.minLength(1), z.maxLength(64)),
  shaky: z.optional(z.boolean()),
  /** Why people chose to keep a link that disagrees with something, in their words. */
  why: z.optional(z.string().check(z.maxLength(600))),
  /** For `at-moment`: when, seen from the moment. */
  timing: z.optional(z.enum(['before', 'at', 'after'])),
}

/** A typed connector between two notes of one board. */
const linkSchema = z.object({ ...linkFields, from: noteIdSchema, to: noteIdSchema })
export type Link = z.infer<typeof linkSchema> & { readonly id: string }
export type LinkFields = Omit<Link, 'id'>

const noteRefSchema = z.object({ board: noteIdSchema, note: noteIdSchema })
/** A note anywhere in the workshop. */
export type NoteRef = z.infer<typeof noteRefSchema>

/**
 * A link between notes of two boards: a reference, never a copy. The last known texts let a chip say
 * something when the other board is not loaded or its note is gone.
 */
const crossLinkSchema = z.object({
  ...linkFields,
  from: noteRefSchema,
  to: noteRefSchema,
  lastKnown: z.optional(
    z.object({
      from: z.optional(z.string().check(z.maxLength(600))),
      to: z.optional(z.string().check(z.maxLength(600))),
    }),
  ),
})
export type CrossLink = z.infer<typeof crossLinkSchema> & { readonly id: string }
export type CrossLinkFields = Omit<CrossLink, 'id'>

/** A stored link as a plain link, or null when it does not parse. */
export function readLink(id: string, value: unknown): Link | null {
  const parsed = linkSchema.safeParse(value)
  return parsed.success && noteIdSchema.safeParse(id).success ? { ...parsed.data, id } : null
}

/** A stored cross-board link, or null when it does not parse. */
export function readCrossLink(id: string, value: unknown): CrossLink | null {
  const parsed = crossLinkSchema.safeParse(value)
  return parsed.success && noteIdSchema.safeParse(id).success ? { ...parsed.data, id } : null
}
