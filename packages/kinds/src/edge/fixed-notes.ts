import { addNotes, type BoardDoc, editNotes, type NewNote, notesOf, writeText } from '@vispera/board'
import type { Kind } from '../kind.ts'
import { textFieldsOf } from './field-values.ts'

/** Whether this is one of the notes that a board of this kind has from the start, exactly once. */
export const isFixedNote = (kind: Kind, id: string): boolean => kind.fixedNotes.some((note) => note.id === id)

/**
 * Writes what a new board of this kind holds from the start. Every text of a fixed note is there at once: two
 * people who open a missing text at the same time would each make their own, and one would be lost.
 */
export function createBoardContent(doc: BoardDoc, kind: Kind, origin?: unknown): void {
  const missing = kind.fixedNotes.filter((note) => !notesOf(doc).has(note.id))
  const notes = missing.map((fixed): NewNote => {
    const noteKind = kind.noteKinds.find((candidate) => candidate.id === fixed.kind)
    const textFields = textFieldsOf(noteKind?.fields ?? [])
    return {
      ...fixed,
      text: '',
      fields: Object.fromEntries(textFields.map((field) => [field, ''])),
      textFields,
    }
  })
  addNotes(doc, notes, origin)
}

/** Writes the words and values of a fixed note that came from outside into the one that is there. */
export function writeFixedNote(
  doc: BoardDoc,
  note: NewNote & { readonly id: string },
  origin?: unknown,
): void {
  const { id, text, fields = {}, textFields = [] } = note
  const isText = (field: string) => textFields.includes(field)
  doc.transact(() => {
    writeText(doc, id, text, 'text', origin)
    for (const [field, value] of Object.entries(fields)) {
      if (isText(field) && typeof value === 'string') writeText(doc, id, value, field, origin)
    }
    const values = Object.fromEntries(Object.entries(fields).filter(([field]) => !isText(field)))
    editNotes(doc, [id], { fields: values }, origin)
  }, origin)
}
