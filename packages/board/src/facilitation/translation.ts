import type * as Y from 'yjs'
import { noteMapOf } from '../board-doc.ts'
import { CommandError } from '../commands/command-error.ts'
import { readNote } from '../note.ts'

/**
 * Puts somebody's translation beside a note's words, in place of an earlier one in the same language; empty text
 * takes it away. The words themselves stay as they are. Throws `unknown-note` or `bad-value`. Server only.
 */
export function writeTranslation(
  doc: Y.Doc,
  id: string,
  { lang, text }: { lang: string; text: string },
  origin?: unknown,
): void {
  const map = noteMapOf(doc, id)
  const note = map && readNote(id, map)
  if (!map || !note) throw new CommandError('unknown-note', id)
  const others = (note.translations ?? []).filter((one) => one.lang !== lang)
  const own = { lang, text: text.trim(), by: 'person', checked: true } as const
  const translations = own.text === '' ? others : [...others, own]
  doc.transact(() => map.set('translations', translations), origin)
}
