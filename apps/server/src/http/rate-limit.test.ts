import { expect, test } from 'vitest'
import { openRateLimit } from './rate-limit.ts'

test('a client gets its burst, then as much as is refilled', () => {
  let at = 0
  const limit = openRateLimit({ burst: 3, perSecond: 1 }, () => at)
  expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(limit.take('b')).toBe(true)
  at += 2_000
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false])
})

test('a clock that is put back by a day keeps nobody out', () => {
  let at = 100_000_000
  const limit = openRateLimit({ burst: 3, perSecond: 1 }, () => at)
  expect(limit.take('a')).toBe(true)
  at -= 86_400_000
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false])
  at += 1_000
  expect(limit.take('a')).toBe(true)
})

test('looking takes nothing', () => {
  const limit = openRateLimit({ burst: 1, perSecond: 0 }, () => 0)
  expect([limit.has('a'), limit.has('a'), limit.take('a'), limit.has('a')]).toEqual([true, true, true, false])
})
