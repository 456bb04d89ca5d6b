import { expect, it } from 'vitest'
import { later, laterParts, NotFetched, onDemand } from './later.ts'

/** A part whose first fetches fail. */
function aPart(failures: number) {
  let asked = 0
  const part = onDemand(async () => {
    asked += 1
    if (asked <= failures) throw new TypeError('Failed to fetch')
    return 'code'
  })
  return { part, asked: () => asked }
}

it('is fetched once, however many ask', async () => {
  const { part, asked } = aPart(0)
  expect(part.now()).toBeUndefined()
  expect(await Promise.all([part.fetch(), part.fetch(), part.awaited()])).toEqual(['code', 'code', 'code'])
  expect([part.now(), asked()]).toEqual(['code', 1])
})

it('is asked for again after a failure', async () => {
  const { part, asked } = aPart(1)
  await expect(part.fetch()).rejects.toBeInstanceOf(NotFetched)
  expect(await part.fetch()).toBe('code')
  expect(asked()).toBe(2)
})

it('fails once while it is being drawn, and not again and again until somebody retries', async () => {
  const { part, asked } = aPart(1)
  const first = part.awaited()
  const error = await first.catch((reason: NotFetched) => reason)
  expect(part.awaited()).toBe(first)
  ;(error as NotFetched).forget()
  expect(await part.awaited()).toBe('code')
  expect(asked()).toBe(2)
})

it('a retry that comes late does not throw away what has arrived meanwhile', async () => {
  const { part, asked } = aPart(1)
  const error = (await part.fetch().catch((reason: unknown) => reason)) as NotFetched
  await part.fetch()
  error.forget()
  expect(await part.awaited()).toBe('code')
  expect(asked()).toBe(2)
})

it('parts that may come by themselves are known', () => {
  const part = later(async () => 'menu')
  expect(laterParts).toContain(part)
})
