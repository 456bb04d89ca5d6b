import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { aDatabase, aStore, tamper, update } from '../testing/a-database.ts'
import { repairDocument } from './repair.ts'

/** Updates 1 to 4, a snapshot of the first two, one of three. */
const aBoard = () =>
  aDatabase(async (store) => {
    for (const value of [1, 2, 3]) await store.append(update('w/board', value))
    await store.compact('w/board', { seq: 2, bytes: Uint8Array.of(12) })
    await store.compact('w/board', { seq: 3, bytes: Uint8Array.of(123) })
    await store.append(update('w/board', 4))
  })

const now = () => new Date('2026-11-21T10:00:00Z')

test('a damaged document goes back to the last update that can be read, under another generation', async () => {
  const file = await aBoard()
  tamper(file, `UPDATE log SET bytes = x'ff' WHERE seq = 4`)
  const repair = repairDocument({ file, document: 'w/board', now })
  const aside = `${file}.damaged-20261121T100000Z`
  expect(repair).toEqual({ kind: 'repaired', damage: 'update 4 is damaged', updates: 4, kept: 3, aside })
  const store = await aStore(file)
  const { snapshot, seq, generation } = await store.load('w/board')
  expect([snapshot, seq]).toEqual([Uint8Array.of(123), 3])
  expect(generation).not.toBe(1)
  const db = new DatabaseSync(aside)
  expect(db.prepare('SELECT bytes FROM log WHERE seq = 4').get()?.bytes).toEqual(Uint8Array.of(0xff))
  db.close()
})

test('a document whose newest snapshot alone is damaged loses nothing and keeps its generation', async () => {
  const file = await aBoard()
  tamper(file, `UPDATE snapshot SET bytes = x'ff' WHERE seq = 3`)
  expect(repairDocument({ file, document: 'w/board', now })).toMatchObject({ updates: 4, kept: 4 })
  expect(await (await aStore(file)).load('w/board')).toMatchObject({
    snapshot: Uint8Array.of(12),
    tail: [Uint8Array.of(3), Uint8Array.of(4)],
    generation: 1,
  })
})

test('a document that is whole, or not there, or past help is left as it is', async () => {
  const file = await aBoard()
  expect(repairDocument({ file, document: 'w/board' })).toEqual({ kind: 'whole' })
  expect(repairDocument({ file, document: 'w/other' })).toEqual({ kind: 'unknown' })
  tamper(file, `UPDATE snapshot SET bytes = x'ff'`)
  expect(repairDocument({ file, document: 'w/board', now })).toMatchObject({ kind: 'hopeless' })
  expect(existsSync(`${file}.damaged-20261121T100000Z`)).toBe(false)
})

test('nothing is repaired while a server has the database open', async () => {
  const file = await aBoard()
  await aStore(file)
  expect(() => repairDocument({ file, document: 'w/board' })).toThrow('storage is in use')
})
