import type * as Y from 'yjs'
import { settingsOf } from '../board-doc.ts'
import { sharedText } from '../shared-text.ts'
import { spliceText } from './write-text.ts'

/** Writes words of the board itself (the day being pictured, a renamed row); others' letters stay. */
export function writeSettingText(doc: Y.Doc, key: string, text: string, origin?: unknown): void {
  const target = sharedText(doc, settingsOf(doc), key)
  doc.transact(() => spliceText(target, text), origin)
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
