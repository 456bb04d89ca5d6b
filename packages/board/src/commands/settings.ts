import * as Y from 'yjs'
import { newText, settingsOf } from '../board-doc.ts'
import { spliceText } from './write-text.ts'

/** Writes words of the board itself (the day being pictured, a renamed row); others' letters stay. */
export function writeSettingText(doc: Y.Doc, key: string, text: string, origin?: unknown): void {
  doc.transact(() => {
    const current = settingsOf(doc).get(key)
    if (current instanceof Y.Text) spliceText(current, text)
    else settingsOf(doc).set(key, newText(text))
  }, origin)
}

/** Sets a plain value of the board itself (a dismissed prompt, a lock); `null` takes it away. */
export function setSetting(
  doc: Y.Doc,
  key: string,
  value: string | number | boolean | null,
  origin?: unknown,
): void {
  doc.transact(() => {
    if (value === null) settingsOf(doc).delete(key)
    else settingsOf(doc).set(key, value)
  }, origin)
}
