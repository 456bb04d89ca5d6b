import * as Y from 'yjs'
import { type Board, readBoard } from '../board.ts'
import { addNotes, type NewNote } from '../commands/add-notes.ts'

/** Two people at one board, in memory. They are apart until `meet` lets everything that each wrote through. */
export function twoPeople(notes: readonly NewNote[] = []) {
  const amina = new Y.Doc()
  const kyaw = new Y.Doc()
  const meet = () => {
    Y.applyUpdate(kyaw, Y.encodeStateAsUpdate(amina, Y.encodeStateVector(kyaw)), 'remote')
    Y.applyUpdate(amina, Y.encodeStateAsUpdate(kyaw, Y.encodeStateVector(amina)), 'remote')
  }
  addNotes(amina, notes, 'start')
  meet()
  return { amina, kyaw, meet }
}

export const aNote = (id: string, more: Partial<NewNote> = {}): NewNote & { id: string } => ({
  kind: 'vision-element',
  text: id,
  ...more,
  id,
})

/** The board with notes and links by id, so that boards compare whatever the order of arrival. */
export function boardOf(doc: Y.Doc): Board {
  const board = readBoard({ id: 'b', kind: 'k', title: 't' }, doc)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return { ...board, notes: board.notes.toSorted(byId), links: board.links.toSorted(byId) }
}

export const noteOf = (doc: Y.Doc, id: string) => boardOf(doc).notes.find((note) => note.id === id)
