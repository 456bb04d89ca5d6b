import { expect, test } from 'vitest'
import { convergence } from './convergence.ts'

test('T1 people on unruly lines end with one board, and no copy of it is ever half (50 seeds)', {
  timeout: 300_000,
}, async () => {
  const { failures, figures } = await convergence({ clients: 5, ops: 60, seeds: 50, seed: 1 })
  expect(failures).toEqual([])
  expect(Number(figures.restarts)).toBeGreaterThan(0)
})

// Seeds that found something, and some of other sizes.
test.each([
  { seed: 11, clients: 3, ops: 400 },
  { seed: 12, clients: 12, ops: 100 },
])('T1 seed $seed with $clients people', { timeout: 60_000 }, async (pinned) => {
  expect((await convergence({ ...pinned, seeds: 1 })).failures).toEqual([])
})
