import type * as Y from 'yjs'
import { noteMapOf, wellFormed } from '../board-doc.ts'
import { sharedText } from '../shared-text.ts'
import { CommandError } from './command-error.ts'

/**
 * Turns what a person sees in an input into the smallest edit of a note's text (or of one of its text
 * fields), so that others' letters in the same note stay. A text field that does not exist yet is made.
 * Never call it while the person is composing (IME).
 */
export function writeText(doc: Y.Doc, id: string, text: string, field = 'text', origin?: unknown): void {
  const note = noteMapOf(doc, id)
  if (!note) throw new CommandError('unknown-note', id)
  const target = sharedText(doc, note, field)
  doc.transact(() => spliceText(target, text), origin)
}

/** Edits a Y.Text into `text` by replacing only what lies between the common start and end. */
export function spliceText(target: Y.Text, words: string): void {
  const before = target.toString()
  const text = wellFormed(words)
  if (before.length !== target.length || wellFormed(before) !== before) {
    // Another client put in something that is no letter, or half of one: no position can be trusted.
    target.delete(0, target.length)
    target.insert(0, text)
    return
  }
  if (before === text) return
  const shortest = Math.min(before.length, text.length)
  let start = 0
  while (start < shortest && before[start] === text[start]) start++
  if (isInsidePair(before, start) || isInsidePair(text, start)) start--
  let end = 0
  while (end < shortest - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end++
  if (isInsidePair(before, before.length - end) || isInsidePair(text, text.length - end)) end--
  if (before.length - end > start) target.delete(start, before.length - end - start)
  if (text.length - end > start) target.insert(start, text.slice(start, text.length - end))
}

/** Whether cutting at `index` would split a surrogate pair. */
function isInsidePair(text: string, index: number): boolean {
  const lead = text.charCodeAt(index - 1)
  const trail = text.charCodeAt(index)
  return lead >= 0xd800 && lead <= 0xdbff && trail >= 0xdc00 && trail <= 0xdfff
}
