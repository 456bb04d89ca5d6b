import type * as Y from 'yjs'
import { newId, noteMapOf, noteMapsOf } from '../board-doc.ts'
import { byOrder, type Ordered } from '../by-order.ts'
import { readNote } from '../note.ts'
import { orderKeysAt, orderKeysAtEnd } from '../order.ts'
import type { Place } from '../place.ts'
import { addNotes } from './add-notes.ts'
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
  if (!noteMapOf(doc, themeId)) throw new CommandError('unknown-note', themeId)
  const moving = [...new Set(ids)].filter((id) => {
    const note = id === themeId ? undefined : noteMapOf(doc, id)
    return note !== undefined && note.get('keepSeparate') !== true
  })
  const others = themeMembers(doc, themeId).filter((member) => !moving.includes(member.id))
  const keys =
    index === undefined ? orderKeysAtEnd(others, moving.length) : orderKeysAt(others, index, moving.length)
  doc.transact(() => {
    moving.forEach((id, at) => {
      noteMapOf(doc, id)?.set('cluster', { id: themeId, order: keys[at] })
    })
  }, origin)
  return moving
}

/** Makes a new theme at `place` from notes; answers its id. Its name starts as `title`. Throws `bad-value`. */
export function makeTheme(
  doc: Y.Doc,
  { kind, title, place, ids }: { kind: string; title: string; place: Place; ids: readonly string[] },
  origin?: unknown,
): string {
  const id = newId()
  doc.transact(() => {
    addNotes(doc, [{ id, kind, text: title, place }], origin)
    putWithTheme(doc, id, ids, origin)
  }, origin)
  return id
}

/** Takes notes out of their theme; they stand again where they were. */
export function takeOutOfTheme(doc: Y.Doc, ids: readonly string[], origin?: unknown): void {
  doc.transact(() => {
    for (const id of ids) {
      const note = noteMapOf(doc, id)
      if (note?.has('cluster')) note.delete('cluster')
    }
  }, origin)
}

/**
 * Stacks notes that say the same behind `top`; every wording is kept, and what stood behind them comes along.
 * Throws `unknown-note`.
 */
export function stackAsSame(doc: Y.Doc, top: string, ids: readonly string[], origin?: unknown): void {
  const topNote = noteMapOf(doc, top)
  if (!topNote) throw new CommandError('unknown-note', top)
  const stacked = new Set(ids.filter((id) => id !== top))
  doc.transact(() => {
    if (topNote.has('sameAs')) topNote.delete('sameAs')
    for (const [id, note] of noteMapsOf(doc)) {
      const over = note.get('sameAs')
      const comesAlong = typeof over === 'string' && stacked.has(over)
      if (id !== top && (stacked.has(id) || comesAlong) && over !== top) note.set('sameAs', top)
    }
  }, origin)
}

/** The notes of a theme in order, as plain ordered ids. */
function themeMembers(doc: Y.Doc, themeId: string): Ordered[] {
  const members: Ordered[] = []
  for (const [id, map] of noteMapsOf(doc)) {
    const note = readNote(id, map)
    if (note?.cluster?.id === themeId) members.push({ id, order: note.cluster.order })
  }
  return members.sort(byOrder)
}
