import { expect, test } from 'vitest'
import { insideOutsideGrid } from '../inside-outside-grid/kind.ts'
import { aNote, aStep } from '../testing/makers.ts'
import { victoryBackcast } from '../victory-backcast/kind.ts'
import { noteColor, presentNote } from './present-note.ts'

test('a note is served flat, with lists as lists, and without what does not parse or must stay secret', () => {
  const note = aNote('victory', 'victory', {
    text: 'Won',
    place: { zone: 'victory' },
    withdrawKey: 'hash',
    fields: { signs: 'a\n\n b ', horizon: 42, forWhom: '', stray: 'x' },
  })
  expect(presentNote(victoryBackcast, note)).toEqual({
    id: 'victory',
    kind: 'victory',
    text: 'Won',
    place: { zone: 'victory' },
    signs: ['a', 'b'],
  })
})

test('paper follows the note, then its thread or row, then its kind', () => {
  expect(noteColor(victoryBackcast, aStep('a', { threadId: 'care' }))).toBe('rose')
  expect(noteColor(victoryBackcast, aStep('a', { threadId: 'care' }, { color: 'leaf' }))).toBe('leaf')
  expect(noteColor(victoryBackcast, aStep('a', { threadId: 'constructor' }))).toBe('chalk')
  const inCell = aNote('t', 'tactic', { place: { row: 'bridge', col: 'created' } })
  expect(noteColor(insideOutsideGrid, inCell)).toBe('plum')
  expect(noteColor(insideOutsideGrid, aNote('t', 'tactic'))).toBe('chalk')
  expect(noteColor(insideOutsideGrid, aNote('t', 'from-a-newer-version'))).toBe('chalk')
})
