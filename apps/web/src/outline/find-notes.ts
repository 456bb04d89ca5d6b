import type { Board } from '@vispera/board'
import { matches } from '../actions/find-words.ts'
import type { OutlineSection } from './sections/section.ts'

/** The sections with only those notes whose words, fields or heading hold what is searched; empty ones go. */
export function findNotes(
  sections: readonly OutlineSection[],
  board: Board,
  search: string,
): readonly OutlineSection[] {
  if (search.trim() === '') return sections
  const texts = new Map(
    board.notes.map((note) => [
      note.id,
      [note.text, note.media?.alt ?? '', ...Object.values(note.fields).filter(isText)],
    ]),
  )
  return sections
    .map(({ facts: _facts, ...section }) => ({
      ...section,
      notes: section.notes.filter((id) => matches(search, ...(texts.get(id) ?? []), section.heading)),
    }))
    .filter((section) => section.notes.length > 0)
}

const isText = (value: unknown): value is string => typeof value === 'string'
