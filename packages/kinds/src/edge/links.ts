import { type Board, type LinkFields, type Note, noteIdSchema } from '@vispera/board'
import * as z from 'zod/mini'
import type { Kind, LinkKind } from '../kind.ts'
import { type Refused, refused } from './refusal.ts'

export type ParsedLink = { readonly ok: true; readonly link: LinkFields & { readonly id?: string } } | Refused

const linkInput = z.strictObject({
  id: z.optional(noteIdSchema),
  kind: z.string(),
  from: noteIdSchema,
  to: noteIdSchema,
  shaky: z.optional(z.boolean()),
  why: z.optional(z.string().check(z.maxLength(600))),
  timing: z.optional(z.enum(['before', 'at', 'after'])),
})

/** A link from outside between two notes of this board: known kind, both notes there, of kinds it may join. */
export function parseNewLink(kind: Kind, board: Board, input: unknown): ParsedLink {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return refused('not-an-object', '')
  const parsed = linkInput.safeParse(input)
  if (!parsed.success) return refused('bad-value', String(parsed.error.issues[0]?.path[0] ?? ''))
  const link = parsed.data
  const linkKind = kind.linkKinds.find((known) => known.id === link.kind)
  if (!linkKind) return refused('unknown-kind', 'kind')
  if (link.from === link.to) return refused('same-note', 'to')
  const kinds = noteKindsOf(board)
  const [from, to] = [kinds.get(link.from), kinds.get(link.to)]
  if (from === undefined) return refused('unknown-note', 'from')
  if (to === undefined) return refused('unknown-note', 'to')
  if (!joins(linkKind.from, from)) return refused('bad-value', 'from')
  if (!joins(linkKind.to, to)) return refused('bad-value', 'to')
  return { ok: true, link }
}

// Boards are plain values that never change, so their notes are looked through once, however many links come.
const known = new WeakMap<readonly Note[], ReadonlyMap<string, string>>()

function noteKindsOf({ notes }: Board): ReadonlyMap<string, string> {
  const kinds = known.get(notes) ?? new Map(notes.map((note) => [note.id, note.kind]))
  known.set(notes, kinds)
  return kinds
}

const joins = (ends: readonly string[], noteKind: string): boolean =>
  ends.includes('*') || ends.includes(noteKind)

/** The kinds of link that can run from one kind of note to another, specific ones before those for any note. */
export function linksBetween(kind: Kind, fromNoteKind: string, toNoteKind: string): LinkKind[] {
  const possible = kind.linkKinds.filter(
    (link) => joins(link.from, fromNoteKind) && joins(link.to, toNoteKind),
  )
  const isForAny = (link: LinkKind) => link.from.includes('*') && link.to.includes('*')
  return [...possible.filter((link) => !isForAny(link)), ...possible.filter(isForAny)]
}

/**
 * How a link of this kind could run between two notes: from the first to the second (`forward`), only the
 * other way round (`backward`), or not at all (null).
 */
export function roleOfLink(
  kind: Kind,
  linkKindId: string,
  fromNoteKind: string,
  toNoteKind: string,
): 'forward' | 'backward' | null {
  const link = kind.linkKinds.find((candidate) => candidate.id === linkKindId)
  if (!link) return null
  if (joins(link.from, fromNoteKind) && joins(link.to, toNoteKind)) return 'forward'
  return joins(link.from, toNoteKind) && joins(link.to, fromNoteKind) ? 'backward' : null
}
