import { addNotes, type BoardEntry, type NewNote, readBoard } from '@vispera/board'
import { type Kind, parseNewNote, type Refused, settlePlaces, writeFixedNote } from '@vispera/kinds'
import type { Doc } from 'yjs'
import { ApiError } from '../contract/errors.ts'
import { refusalSentence } from './refusal-sentence.ts'

export interface ParsedNotes {
  readonly parsed: readonly { readonly note: NewNote; readonly isFixed: boolean }[]
}

/** Parses notes from outside as notes of this kind of board. Throws `invalid`, naming the first that is not. */
export function parseNotes(kind: Kind, given: readonly unknown[]): ParsedNotes {
  const parsed = given.map((input, index) => {
    const result = parseNewNote(kind, input)
    if (!result.ok) throw refusedAt('notes', index, result, input)
    return result
  })
  return { parsed }
}

/** Writes them in one transaction; answers their ids in order. Notes that a board has once are written into. */
export function writeNotes(doc: Doc, entry: BoardEntry, kind: Kind, { parsed }: ParsedNotes): string[] {
  const fresh = parsed.filter(({ isFixed }) => !isFixed).map(({ note }) => note)
  const board = readBoard(entry, doc)
  const ids: string[] = []
  doc.transact(() => {
    const added = addNotes(doc, settlePlaces(kind, fresh, board))
    for (const { note, isFixed } of parsed) {
      if (!isFixed) ids.push(added.shift() as string)
      else if (note.id !== undefined) {
        writeFixedNote(doc, { ...note, id: note.id })
        ids.push(note.id)
      }
    }
  })
  return ids
}

export function refusedAt(list: string, index: number, refusal: Refused, input: unknown): ApiError {
  const path = refusal.path === '' ? '' : `.${refusal.path}`
  return new ApiError(
    'invalid',
    `${list}[${index}]${path}: ${refusalSentence(refusal, input)} Nothing was added.`,
  )
}
