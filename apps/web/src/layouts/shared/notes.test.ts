import type { Note } from '@vispera/board'
import { expect, it } from 'vitest'
import { sortOut } from './notes.ts'

const aNote = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  kind: 'idea',
  text: id,
  place: null,
  fields: {},
  ...more,
})
const ids = (notes: readonly Note[]) => notes.map(({ id }) => id)

it('draws a stack as its top note with a count, through several hands', () => {
  const { shown, stacked, topOf } = sortOut([
    aNote('top'),
    aNote('a', { sameAs: 'top' }),
    aNote('b', { sameAs: 'a' }),
  ])
  expect(ids(shown)).toEqual(['top'])
  expect(stacked.get('top')).toBe(2)
  expect(topOf('b')).toBe('top')
})

it('shows one note of a ring, and a note whose top is gone stands by itself', () => {
  const ring = sortOut([
    aNote('a', { sameAs: 'b' }),
    aNote('b', { sameAs: 'a' }),
    aNote('c', { sameAs: 'gone' }),
  ])
  expect(ids(ring.shown)).toEqual(['a', 'c'])
})

it('leaves out what was archived or is held back for care', () => {
  const { shown, byId } = sortOut([
    aNote('a', { state: 'archived' }),
    aNote('b', { state: 'hidden-for-care' }),
    aNote('c'),
  ])
  expect(ids(shown)).toEqual(['c'])
  expect(byId.has('a')).toBe(false)
})
