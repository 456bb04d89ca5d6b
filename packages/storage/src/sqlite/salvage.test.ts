import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { aDatabase, aLeafOf, aStore, breakPage, update } from '../testing/a-database.ts'
import { salvageDatabase } from './salvage.ts'

const boards = Array.from({ length: 40 }, (_, index) => `w/board/${String(index).padStart(2, '0')}`)

/** Boards of ten updates of half a page each, and some seats. */
const aFullDatabase = () =>
  aDatabase(async (store) => {
    for (const board of boards)
      await store.append({
        updates: Array.from({ length: 10 }, (_, index) => ({
          document: board,
          update: new Uint8Array(1500).fill(index),
        })),
      })
    for (const seat of boards) await store.put('seats', seat, { seat })
  })

test('of a file with a broken page all other boards are whole, and people can write again', async () => {
  const file = await aFullDatabase()
  breakPage(file, aLeafOf(file, 'log'))
  const damaged = await aStore(file)
  expect(damaged.health().writable).toBe(false)
  await damaged.close()

  const salvage = salvageDatabase(file, () => new Date('2026-11-21T10:00:00Z'))
  expect(salvage).toMatchObject({ documents: 40, records: 40, aside: `${file}.damaged-20261121T100000Z` })
  const lost = [...(salvage?.setBack ?? []), ...(salvage?.unreadable ?? [])]
  expect(lost.length).toBeGreaterThan(0)
  expect(lost.length).toBeLessThan(5)

  const store = await aStore(file)
  expect(store.health().writable).toBe(true)
  for (const board of boards.filter((name) => !lost.includes(name)))
    expect(await store.load(board)).toMatchObject({ seq: 10, generation: 1 })
  for (const board of salvage?.setBack ?? []) {
    const { seq, tail, generation } = await store.load(board)
    expect(tail).toEqual(Array.from({ length: seq }, (_, index) => new Uint8Array(1500).fill(index)))
    expect(generation).not.toBe(1)
  }
  expect(await store.append(update(boards[0] ?? '', 1))).toEqual(new Map([[boards[0], 11]]))
})

test('a whole file is left as it is, and so is one in which nothing can be read', async () => {
  const file = await aFullDatabase()
  expect(salvageDatabase(file)).toBeNull()
  const db = new DatabaseSync(file)
  const roots = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name IN ('document', 'record')").all()
  db.close()
  for (const { rootpage } of roots) breakPage(file, Number(rootpage) - 1)
  const before = readFileSync(file)
  expect(() => salvageDatabase(file)).toThrow('storage is damaged')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('nothing is taken out of a file that a server has open', async () => {
  const file = await aFullDatabase()
  await aStore(file)
  expect(() => salvageDatabase(file)).toThrow('storage is in use')
})
