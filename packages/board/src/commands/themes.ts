import * as Y from 'yjs'
import { newId, newText, notesOf } from '../board-doc.ts'
import { type Note, readNote } from '../note.ts'
import { byOrder, type Ordered, orderKeysAt, orderKeysAtEnd } from '../order.ts'
import type { Place } from '../place.ts'
import { CommandError } from './command-error.ts'

/**
 * Puts notes with a theme (at `index` among its notes, or last). Their own place is untouched, so taking
 * them out again puts them back where they were. Notes that are kept apart are passed over; answers the
 * ids that were put there. Throws `unknown-note` when the theme is gone.
 */
export function putWithTheme(
  doc: Y.Doc,
  themeId: string,
  ids: readonly string[],
  origin?: unknown,
  index?: number,
): string[] {
  const notes = notesOf(doc)
  if (!notes.has(themeId)) throw new CommandError('unknown-note', themeId)
  const moving = ids.filter(
    (id) => id !== themeId && notes.has(id) && notes.get(id)?.get('keepSeparate') !== true,
  )
  const others = themeMembers(doc, themeId).filter((member) => !moving.includes(member.id))
  const keys =
    index === undefined ? orderKeysAtEnd(others, moving.length) : orderKeysAt(others, index, moving.length)
  doc.transact(() => {
    moving.forEach((id, at) => {
      notes.get(id)?.set('cluster', { id: themeId, order: keys[at] })
    })
  }, origin)
  return moving
}

/** Makes a new theme at `place` from notes; answers its id. Its name starts as `title`. */
export function makeTheme(
  doc: Y.Doc,
  { kind, title, place, ids }: { kind: string; title: string; place: Place; ids: readonly string[] },
  origin?: unknown,
): string {
  const id = newId()
  doc.transact(() => {
    const theme = new Y.Map<unknown>()
    theme.set('kind', kind)
    theme.set('text', newText(title))
    theme.set('place', place)
    notesOf(doc).set(id, theme)
    putWithTheme(doc, id, ids, origin)
  }, origin)
  return id
}

/** Takes notes out of their theme; they stand again where they were. */
export function takeOutOfTheme(doc: Y.Doc, ids: readonly string[], origin?: unknown): void {
  doc.transact(() => {
    for (const id of ids) if (notesOf(doc).get(id)?.has('cluster')) notesOf(doc).get(id)?.delete('cluster')
  }, origin)
}

/** Stacks notes that say the same behind `top`; every wording is kept. Throws `unknown-note`. */
export function stackAsSame(doc: Y.Doc, top: string, ids: readonly string[], origin?: unknown): void {
  const notes = notesOf(doc)
  if (!notes.has(top)) throw new CommandError('unknown-note', top)
  doc.transact(() => {
    for (const id of ids) if (id !== top) notes.get(id)?.set('sameAs', top)
    notes.get(top)?.delete('sameAs')
    for (const [id, note] of notes.entries()) {
      const over = note.get('sameAs')
      if (id !== top && typeof over === 'string' && ids.includes(over)) note.set('sameAs', top)
    }
  }, origin)
}

/** The notes of a theme in order, as plain ordered ids. */
function themeMembers(doc: Y.Doc, themeId: string): Ordered[] {
  const members: Ordered[] = []
  for (const [id, map] of notesOf(doc).entries()) {
    const note: Note | null = readNote(id, map)
    if (note?.cluster?.id === themeId) members.push({ id, order: note.cluster.order })
  }
  return members.sort(byOrder)
}
