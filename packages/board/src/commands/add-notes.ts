import * as Y from 'yjs'
import { newId, newText, notesOf } from '../board-doc.ts'
import { isCommonKey, type Note, readNote } from '../note.ts'
import { CommandError } from './command-error.ts'

/** What a new note is made of; `fields` holds the values of its note kind's fields. */
export interface NewNote extends Partial<Omit<Note, 'fields'>> {
  readonly kind: string
  readonly text: string
  readonly fields?: Readonly<Record<string, unknown>>
  /** Field names whose strings are stored as Y.Text (see `isTextField`). */
  readonly textFields?: readonly string[]
}

/**
 * Adds notes, all or none, in one transaction; answers their ids in order.
 * Throws `note-exists` for an id that is taken and `bad-value` for a note that would not parse.
 */
export function addNotes(doc: Y.Doc, notes: readonly NewNote[], origin?: unknown): string[] {
  const map = notesOf(doc)
  const ids = notes.map((note) => note.id ?? newId())
  if (new Set(ids).size < ids.length) throw new CommandError('note-exists', 'two notes with one id')
  const taken = ids.find((id) => map.has(id))
  if (taken !== undefined) throw new CommandError('note-exists', taken)
  requireReadable(ids, notes)
  doc.transact(() => write(map, ids, notes), origin)
  return ids
}

function write(map: Y.Map<Y.Map<unknown>>, ids: readonly string[], notes: readonly NewNote[]): void {
  ids.forEach((id, index) => {
    const note = notes[index]
    if (note) map.set(id, noteMap(note))
  })
}

/** A note as the Y.Map that is stored. */
function noteMap(note: NewNote): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('kind', note.kind)
  map.set('text', newText(note.text))
  map.set('place', note.place ?? null)
  for (const [key, value] of Object.entries(note)) {
    if (isCommonKey(key) && !['kind', 'text', 'place'].includes(key) && value !== undefined)
      map.set(key, value)
  }
  for (const [key, value] of Object.entries(note.fields ?? {})) {
    if (isCommonKey(key) || value === undefined) continue
    map.set(key, typeof value === 'string' && note.textFields?.includes(key) ? newText(value) : value)
  }
  return map
}

/** Reads the notes back from a scratch document: what is written must be readable. */
function requireReadable(ids: readonly string[], notes: readonly NewNote[]): void {
  const scratch = new Y.Doc()
  const map = notesOf(scratch)
  scratch.transact(() => write(map, ids, notes))
  const unreadable = ids.find((id) => readNote(id, map.get(id)) === null)
  scratch.destroy()
  if (unreadable !== undefined) throw new CommandError('bad-value', unreadable)
}
