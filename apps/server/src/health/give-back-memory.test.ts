import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { collectAll, openMemoryCare } from './give-back-memory.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('memory is given back once everybody has been gone for a while, and not before', () => {
  const collect = vi.fn()
  const care = openMemoryCare(collect)
  care.came()
  care.came()
  care.left()
  vi.advanceTimersByTime(600_000)
  expect(collect).not.toHaveBeenCalled()
  care.left()
  vi.advanceTimersByTime(60_000)
  care.came()
  vi.advanceTimersByTime(600_000)
  expect(collect).not.toHaveBeenCalled()
  care.left()
  vi.advanceTimersByTime(600_000)
  expect(collect).toHaveBeenCalledOnce()
})

test('a server that stops does not wait for it', () => {
  const collect = vi.fn()
  const care = openMemoryCare(collect)
  care.came()
  care.came()
  care.left()
  care.close()
  care.left()
  vi.advanceTimersByTime(600_000)
  expect(collect).not.toHaveBeenCalled()
})

test('all that nothing holds is collected', async () => {
  vi.useRealTimers()
  const lost = new WeakRef({ words: 'x'.repeat(1000) })
  // A WeakRef holds on until the turn in which it was made is over.
  await new Promise((resolve) => setTimeout(resolve, 1))
  collectAll()
  expect(lost.deref()).toBeUndefined()
})
