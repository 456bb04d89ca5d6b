import type { Vote } from '@vispera/board'
import { expect, it } from 'vitest'
import { resultLines } from './results.ts'

const aVote = (form: Vote['form'], totals: Record<string, number>, isOrderOnly = false): Vote => ({
  id: 'v',
  form,
  board: 'b',
  question: '',
  openedAt: 0,
  state: 'closed',
  result: { totals, isOrderOnly, ballots: 6, byHand: 0, missing: 0 },
})

it('the note with the most dots stands first, and notes without dots are not counted up', () => {
  expect(resultLines(aVote('dots', { a: 1, b: 4, c: 0 }))).toEqual([
    { id: 'b', value: 4 },
    { id: 'a', value: 1 },
  ])
})

it('where only the order is known the first stands first', () => {
  expect(resultLines(aVote('dots', { a: 2, b: 1 }, true)).map(({ id }) => id)).toEqual(['b', 'a'])
})

it('the scale of agreement keeps its own order, with its empty levels', () => {
  const lines = resultLines(aVote('agreement', { cannot: 1, fully: 3 }))
  expect(lines[0]).toEqual({ id: 'fully', value: 3 })
  expect(lines.at(-1)).toEqual({ id: 'cannot', value: 1 })
  expect(lines).toHaveLength(6)
})
