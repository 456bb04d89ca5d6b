import { expect, it } from 'vitest'
import { markAt, timesOver } from './times-over.ts'

const groups = [
  { number: 1, endsAt: 1_000 },
  { number: 2, endsAt: null },
  { number: 3, endsAt: 5_000 },
]

it('says whose time is up, and nothing of groups without a timer', () => {
  expect([999, 1_000, 6_000].map((at) => timesOver(groups, null, at))).toEqual([[], [1], [1, 3]])
})

it('nobody’s time runs out while everything is paused', () => {
  expect(timesOver(groups, 900, 60_000)).toEqual([])
})

it('tells two minutes for a while, and the end for good', () => {
  const told = [121_000, 120_000, 91_000, 89_000, 1_000, 0, -90_000].map((leftMs) => markAt(leftMs, [2, 0]))
  expect(told).toEqual([null, 2, 2, null, null, 0, 0])
})
