import { addNotes, maxNoteLength } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import type { Doc } from 'yjs'
import { noteKindOn } from '../facilitation/silence/as-note.ts'

/**
 * Words that came too late for a card that the group has settled become a note of their own, marked as late, so
 * that nobody loses what they wrote while they were away. It says as little of who wrote it as any note.
 */
export function keepWords(doc: Doc, kind: Kind | null, words: string, settled: string): void {
  if (!kind || words.trim() === '' || words === settled) return
  addNotes(doc, [{ kind: noteKindOn(kind, ''), text: words.slice(0, maxNoteLength), late: true }])
}
