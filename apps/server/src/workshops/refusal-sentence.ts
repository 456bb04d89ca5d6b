import { maxNoteLength } from '@vispera/board'
import type { Refused } from '@vispera/kinds'

/** Says to people what is wrong with one note or link that came from outside. */
export function refusalSentence({ reason, path }: Refused, input: unknown): string {
  const value = valueAt(input, path)
  switch (reason) {
    case 'not-an-object':
      return 'This is not an object.'
    case 'bad-id':
      return 'An id is 1 to 64 letters, digits, - or _, and ids of notes that a board has once are kept for these.'
    case 'unknown-kind':
      return `This board has no kind ${quoted(value)}.`
    case 'text-missing':
      return 'A note needs some words.'
    case 'text-too-long':
      return `The text has ${typeof value === 'string' ? value.length : 'too many'} characters; ${maxNoteLength} is the most.`
    case 'bad-place':
      return 'This board has no such place for a note.'
    case 'unknown-field':
      return `This kind of note has no field ${quoted(path)}.`
    case 'bad-value':
      return 'This value cannot be used here.'
    case 'unknown-note':
      return `There is no note ${quoted(value)} on this board.`
    case 'same-note':
      return 'A link joins two different notes.'
  }
}

const quoted = (value: unknown) => (typeof value === 'string' ? `"${value.slice(0, 64)}"` : 'of that name')

function valueAt(input: unknown, path: string): unknown {
  return typeof input === 'object' && input !== null && Object.hasOwn(input, path)
    ? (input as Readonly<Record<string, unknown>>)[path]
    : undefined
}
