import type { Note } from '@vispera/board'
import { actionWords } from './action-words.ts'

// Notes keep their identity until they change, and a board is asked anew with every stroke.
const known = new WeakMap<Note, boolean>()

/** Whether a step is worded as something to do ("hold a march") rather than as something that is true. */
export function soundsLikeAction(note: Note): boolean {
  const before = known.get(note)
  if (before !== undefined) return before
  const sounds = Object.values(actionWords).some(({ leads, starts, unless }) => {
    const text = plain(note.text)
    const lead = leads.find((one) => text.startsWith(`${one} `))
    const words = (lead ? text.slice(lead.length) : text).split(/[\s,.;:!]+/u).filter((word) => word !== '')
    return words.length > 1 && starts.includes(words[0] ?? '') && !words.some((word) => unless.includes(word))
  })
  known.set(note, sounds)
  return sounds
}

/** Small letters, without the marks over Arabic ones and without what stands before the first letter. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/gu, '')
    .replace(/^[^\p{L}]+/u, '')
