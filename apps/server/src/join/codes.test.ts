import { openMemoryStore } from '@vispera/storage'
import { expect, test } from 'vitest'
import { newRecord, openDirectory } from '../workshops/directory.ts'
import { openCodes } from './codes.ts'
import { randomKey } from './keys.ts'

const day = 24 * 60 * 60 * 1000

async function someCodes() {
  const store = openMemoryStore()
  const directory = openDirectory(store)
  await directory.save('w', newRecord('w', randomKey()))
  const clock = { at: 1_000_000 }
  return { store, clock, codes: openCodes(store, directory, new Uint8Array(32).fill(7), () => clock.at) }
}

test('a code has six characters that nobody takes for others, and leads to its workshop', async () => {
  const { codes } = await someCodes()
  const code = await codes.show('w')
  expect(code).toMatch(/^[346789ABCDEFGHJKMNPQRTVWXY]{6}$/)
  expect(await codes.find(code ?? '')).toBe('w')
})

test('small letters, spaces and dashes make no difference', async () => {
  const { codes } = await someCodes()
  const code = (await codes.show('w')) ?? ''
  expect(await codes.find(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3).toLowerCase()} `)).toBe('w')
})

test('the same code is shown until it has expired, then another', async () => {
  const { codes, clock } = await someCodes()
  const first = (await codes.show('w')) ?? ''
  clock.at += 2 * day
  expect(await codes.show('w')).toBe(first)
  clock.at += 2 * day
  expect(await codes.find(first)).toBe('w')
  clock.at += 2 * day
  expect(await codes.find(first)).toBeNull()
  expect(await codes.show('w')).not.toBe(first)
  expect(await codes.find(first)).toBeNull()
})

test('no code rests in the store in the clear', async () => {
  const { codes, store } = await someCodes()
  const code = (await codes.show('w')) ?? ''
  const stored = JSON.stringify([await store.list('codes'), await store.list('workshops')])
  expect(stored).not.toContain(code)
})

test('a deleted workshop has no code', async () => {
  const { codes } = await someCodes()
  const code = (await codes.show('w')) ?? ''
  await codes.forget('w')
  expect(await codes.find(code)).toBeNull()
  expect(await codes.show('unknown')).toBeNull()
})

test('codes that have expired are swept away', async () => {
  const { codes, store, clock } = await someCodes()
  await codes.show('w')
  await codes.sweep()
  expect(await store.list('codes')).toHaveLength(1)
  clock.at += 4 * day
  await codes.sweep()
  expect(await store.list('codes')).toEqual([])
})
