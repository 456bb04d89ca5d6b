import { addNotes, deleteNotes, type NewNote, type Note, notesOf, readNote } from '@vispera/board'
import type { Doc } from 'yjs'

/** Where a draft will appear. */
export interface DraftHome {
  readonly board: string
  /** The stage of the agenda that it is written in. */
  readonly stage: string
}

/** Puts notes into my own drafts; answers their ids. */
export const addDrafts = (doc: Doc, home: DraftHome, notes: readonly NewNote[]): string[] =>
  addNotes(
    doc,
    notes.map((note) => ({ ...note, state: 'draft', fields: { ...note.fields, ...home } })),
  )

/** My drafts for a board, newest first. */
export function readDrafts(doc: Doc, board: string): Note[] {
  const drafts: Note[] = []
  for (const [id, map] of notesOf(doc).entries()) {
    const note = readNote(id, map)
    if (note && note.fields.board === board) drafts.unshift(note)
  }
  return drafts
}

/** Takes a draft away; answers how to bring it back. */
export function removeDraft(doc: Doc, note: Note): () => void {
  deleteNotes(doc, [note.id])
  return () => {
    if (!notesOf(doc).has(note.id)) addNotes(doc, [note])
  }
}
