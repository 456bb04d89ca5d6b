import type * as Y from 'yjs'
import { linksOf, newId, notesOf } from '../board-doc.ts'
import { type Link, readLink } from '../link.ts'
import { addNotes, type NewNote } from './add-notes.ts'
import { CommandError } from './command-error.ts'

/** Adds a note and links it in the same transaction (`{new}` stands for the new note's id); answers its id. */
export function addLinkedNote(
  doc: Y.Doc,
  note: NewNote,
  link: { readonly kind: string; readonly from: string | null; readonly to: string | null },
  origin?: unknown,
): string {
  const other = link.from ?? link.to
  if (other === null || !notesOf(doc).has(other)) throw new CommandError('unknown-note', String(other))
  const id = note.id ?? newId()
  doc.transact(() => {
    addNotes(doc, [{ ...note, id }], origin)
    linksOf(doc).set(newId(), { kind: link.kind, from: link.from ?? id, to: link.to ?? id })
  }, origin)
  return id
}

/** Puts a note into a link: a -> b becomes a -> note -> b, both of the link's kind. */
export function insertIntoLink(doc: Y.Doc, linkId: string, noteId: string, origin?: unknown): void {
  const link = readLink(linkId, linksOf(doc).get(linkId))
  if (!link) throw new CommandError('unknown-link', linkId)
  if (!notesOf(doc).has(noteId)) throw new CommandError('unknown-note', noteId)
  if (link.from === noteId || link.to === noteId) throw new CommandError('same-note', noteId)
  doc.transact(() => {
    linksOf(doc).delete(linkId)
    linksOf(doc).set(newId(), { kind: link.kind, from: link.from, to: noteId })
    linksOf(doc).set(newId(), { kind: link.kind, from: noteId, to: link.to })
  }, origin)
}

/**
 * Takes a note out of a chain of links of one kind, in one step: either what came before is joined to what
 * comes after, or a new note (`gap`) takes its place and its links. Answers the new note's id, if any.
 */
export function removeFromChain(
  doc: Y.Doc,
  noteId: string,
  linkKind: string,
  fill: 'join' | NewNote,
  origin?: unknown,
): string | null {
  const notes = notesOf(doc)
  const links = linksOf(doc)
  if (!notes.has(noteId)) throw new CommandError('unknown-note', noteId)
  const touching: Link[] = []
  for (const [id, value] of links.entries()) {
    const link = readLink(id, value)
    if (link && (link.from === noteId || link.to === noteId)) touching.push(link)
  }
  const into = touching
    .filter((link) => link.kind === linkKind && link.to === noteId)
    .map((link) => link.from)
  const out = touching.filter((link) => link.kind === linkKind && link.from === noteId).map((link) => link.to)
  let filled: string | null = null
  doc.transact(() => {
    for (const link of touching) links.delete(link.id)
    if (fill === 'join') {
      for (const from of into)
        for (const to of out) if (from !== to) links.set(newId(), { kind: linkKind, from, to })
    } else {
      filled = addNotes(doc, [fill], origin)[0] as string
      for (const from of into) links.set(newId(), { kind: linkKind, from, to: filled })
      for (const to of out) links.set(newId(), { kind: linkKind, from: filled, to })
    }
    notes.delete(noteId)
  }, origin)
  return filled
}
