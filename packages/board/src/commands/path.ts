import type * as Y from 'yjs'
import { linksOf, newId, noteMapOf } from '../board-doc.ts'
import { type Link, readLink } from '../link.ts'
import { addNotes, type NewNote } from './add-notes.ts'
import { CommandError } from './command-error.ts'
import { deleteNotes } from './delete-notes.ts'
import { addLinks } from './links.ts'

/**
 * Adds a note and links it in the same transaction (the end that is null stands for the new note); answers
 * its id. Throws `unknown-note` or `bad-value` before writing anything.
 */
export function addLinkedNote(
  doc: Y.Doc,
  note: NewNote,
  link: { readonly kind: string; readonly from: string | null; readonly to: string | null },
  origin?: unknown,
): string {
  const other = link.from ?? link.to
  if (other === null || !noteMapOf(doc, other)) throw new CommandError('unknown-note', String(other))
  const id = note.id ?? newId()
  const ends = { kind: link.kind, from: link.from ?? id, to: link.to ?? id }
  if (!readLink(newId(), ends)) throw new CommandError('bad-value', link.kind)
  doc.transact(() => {
    addNotes(doc, [{ ...note, id }], origin)
    addLinks(doc, [ends], origin)
  }, origin)
  return id
}

/**
 * Puts a note into a link: a -> b becomes a -> note -> b, both of the link's kind. Throws `unknown-link`,
 * `unknown-note` or `same-note`.
 */
export function insertIntoLink(doc: Y.Doc, linkId: string, noteId: string, origin?: unknown): void {
  const link = readLink(linkId, linksOf(doc).get(linkId))
  if (!link) throw new CommandError('unknown-link', linkId)
  if (link.from === noteId || link.to === noteId) throw new CommandError('same-note', noteId)
  for (const id of [noteId, link.from, link.to]) {
    if (!noteMapOf(doc, id)) throw new CommandError('unknown-note', id)
  }
  const { kind, from, to } = link
  doc.transact(() => {
    linksOf(doc).delete(linkId)
    const halves = [
      { kind, from, to: noteId },
      { kind, from: noteId, to },
    ]
    addLinks(doc, halves, origin)
  }, origin)
}

/**
 * Takes a note out of a chain of links of one kind, in one step: either what came before is joined to what
 * comes after, or a new note (`gap`) takes its place and its links. Answers the new note's id, if any.
 * Throws `unknown-note`.
 */
export function removeFromChain(
  doc: Y.Doc,
  noteId: string,
  linkKind: string,
  fill: 'join' | NewNote,
  origin?: unknown,
): string | null {
  if (!noteMapOf(doc, noteId)) throw new CommandError('unknown-note', noteId)
  const { into, out } = neighbours(doc, noteId, linkKind)
  let filled: string | null = null
  doc.transact(() => {
    if (fill !== 'join') filled = addNotes(doc, [fill], origin)[0] ?? null
    deleteNotes(doc, [noteId], origin)
    addLinks(
      doc,
      filled === null ? joined(linkKind, into, out) : through(linkKind, into, filled, out),
      origin,
    )
  }, origin)
  return filled
}

/** The notes, still there, that a note is linked from and to. */
function neighbours(doc: Y.Doc, noteId: string, linkKind: string): { into: string[]; out: string[] } {
  const chain: Link[] = []
  for (const [id, value] of linksOf(doc).entries()) {
    const link = readLink(id, value)
    if (link?.kind === linkKind) chain.push(link)
  }
  const isThere = (id: string) => id !== noteId && noteMapOf(doc, id) !== undefined
  return {
    into: chain
      .filter((link) => link.to === noteId)
      .map((link) => link.from)
      .filter(isThere),
    out: chain
      .filter((link) => link.from === noteId)
      .map((link) => link.to)
      .filter(isThere),
  }
}

const joined = (kind: string, into: readonly string[], out: readonly string[]) =>
  into.flatMap((from) => out.filter((to) => to !== from).map((to) => ({ kind, from, to })))

const through = (kind: string, into: readonly string[], middle: string, out: readonly string[]) => [
  ...into.map((from) => ({ kind, from, to: middle })),
  ...out.map((to) => ({ kind, from: middle, to })),
]
