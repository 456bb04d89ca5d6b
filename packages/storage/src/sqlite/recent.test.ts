import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import {
  aDatabase,
  aFolder,
  aKilledDatabase,
  aLeafOf,
  aStore,
  breakPage,
  tamper,
  update,
} from '../testing/a-database.ts'
import { backUp, verifyDatabase } from './backup.ts'
import { openSqliteStore } from './open-sqlite-store.ts'
import { repairDocument } from './repair.ts'
import { salvageDatabase } from './salvage.ts'

const boards = Array.from({ length: 40 }, (_, index) => `w/board/${String(index).padStart(2, '0')}`)
const words = (value: number) => new Uint8Array(400).fill(value)

/** Ten updates of each of forty boards, one board after another in turn, none carried over yet. */
const aKilledCrowd = () =>
  aKilledDatabase(async (store) => {
    for (let value = 1; value <= 10; value += 1)
      await store.append({ updates: boards.map((document) => ({ document, update: words(value) })) })
  })
const whole = { seq: 10, generation: 1, tail: Array.from({ length: 10 }, (_, index) => words(index + 1)) }

function countIn(file: string, table: 'log' | 'recent'): number {
  const db = new DatabaseSync(file, { readOnly: true })
  const row = db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()
  db.close()
  return Number(row?.rows)
}

describe('what was written last', () => {
  test('waits in the order of writing, and is put where it stays when the file is closed', async () => {
    const rows = async (file: string) => [countIn(file, 'log'), countIn(file, 'recent')]
    expect(await rows(await aKilledCrowd())).toEqual([0, 400])
    expect(await rows(await aDatabase((store) => store.append(update('w/board', 1))))).toEqual([1, 0])
  })

  test('is there after the server was killed, and put where it stays at the next start', async () => {
    const file = await aKilledCrowd()
    const store = await aStore(file)
    for (const board of boards) expect(await store.load(board)).toMatchObject(whole)
    expect([countIn(file, 'log'), countIn(file, 'recent')]).toEqual([400, 0])
    expect(await store.append(update(boards[0] ?? '', 1))).toEqual(new Map([[boards[0], 11]]))
  })

  test('never becomes much', async () => {
    const file = `${aFolder()}/vispera.db`
    const store = await aStore(file)
    const append = (bytes: number, times: number) =>
      store.append({
        updates: Array.from({ length: times }, () => ({
          document: 'w/board',
          update: new Uint8Array(bytes),
        })),
      })
    for (let time = 0; time < 5; time += 1) await append(1, 900)
    expect(countIn(file, 'recent')).toBeLessThan(2000)
    for (let time = 0; time < 5; time += 1) await append(15_000, 30)
    expect(countIn(file, 'recent')).toBeLessThan(70)
    await append(20_000, 3)
    expect((await store.load('w/board')).seq).toBe(5 * 900 + 5 * 30 + 3)
  })

  test('is in a backup that is made meanwhile', async () => {
    const file = `${aFolder()}/vispera.db`
    const store = await aStore(file)
    await store.append(update('w/board', 1))
    await store.append({ updates: [{ document: 'w/board', update: new Uint8Array(20_000) }] })
    await store.append(update('w/board', 3))
    const to = `${aFolder()}/monday.db`
    expect((await backUp(file, to))?.findings).toEqual([])
    expect(countIn(to, 'recent')).toBe(2)
    expect((await verifyDatabase(to)).findings).toEqual([])
    expect((await (await aStore(to)).load('w/board')).tail.map(({ length }) => length)).toEqual([
      1, 20_000, 1,
    ])
  })

  test('leaves no trace in the files when it is deleted or purged, wherever it had come to', async () => {
    const file = `${aFolder()}/vispera.db`
    const store = await aStore(file)
    const secret = 'meet at the old mill'
    const bytes = new TextEncoder().encode(secret)
    const filler = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ document: `w/${index % 50}`, update: words(7) }))
    const say = () =>
      store.append({
        updates: [
          ...filler(30),
          { document: 'x/draft', update: bytes },
          ...filler(30),
          { document: 'y/draft', update: bytes },
        ],
      })
    for (let time = 0; time < 60; time += 1) await say()
    expect(countIn(file, 'recent')).toBeGreaterThan(100)
    expect(countIn(file, 'log')).toBeGreaterThan(1000)
    await store.purge('x/draft', { seq: 60, bytes: Uint8Array.of(1) })
    await store.deleteDocuments('y/')
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(secret)).toBe(false)
  })
})

describe('damage of what was written last', () => {
  test('in one update costs its document alone, says so, and can be repaired', async () => {
    const file = await aKilledCrowd()
    const [board = '', other = ''] = boards
    const id = `(SELECT id FROM document WHERE name = '${board}')`
    tamper(file, `UPDATE recent SET bytes = x'ff' WHERE seq = 8 AND document = ${id}`)
    expect((await verifyDatabase(file)).findings).toEqual([
      { kind: 'document', document: board, what: 'update 8 is damaged', isServed: false },
    ])
    const store = await aStore(file)
    await expect(store.load(board)).rejects.toMatchObject({ reason: 'damaged' })
    expect(await store.load(other)).toMatchObject(whole)
    await vi.waitFor(() => expect(store.health().damage.join()).toContain(`${board}: update 8 is damaged`))
    await store.close()
    expect(repairDocument({ file, document: board })).toMatchObject({ updates: 10, kept: 7 })
    expect((await (await aStore(file)).load(board)).seq).toBe(7)
  })

  test('is repaired where a killed server left it as well', async () => {
    const file = await aKilledCrowd()
    const [board = '', other = ''] = boards
    const id = `(SELECT id FROM document WHERE name = '${board}')`
    tamper(file, `DELETE FROM recent WHERE seq = 10 AND document = ${id}`)
    expect(repairDocument({ file, document: board })).toMatchObject({ updates: 10, kept: 9 })
    const store = await aStore(file)
    const { seq, generation } = await store.load(board)
    expect(seq).toBe(9)
    expect(generation).not.toBe(1)
    expect(await store.load(other)).toMatchObject(whole)
  })

  test('of a page of the file costs those alone whose updates are on it', async () => {
    const file = await aKilledCrowd()
    tamper(file, 'PRAGMA wal_checkpoint(TRUNCATE)')
    breakPage(file, aLeafOf(file, 'recent'))
    const store = await aStore(file)
    expect(store.health().writable).toBe(false)
    const refused: string[] = []
    for (const board of boards) {
      const loaded = await store.load(board).catch(() => null)
      if (loaded) expect(loaded).toMatchObject(whole)
      else refused.push(board)
    }
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(12)
    for (const board of boards) expect(await store.since(board, 9)).toMatchObject({ seq: 10 })
    await vi.waitFor(() =>
      expect(store.health().damage.filter((line) => line.startsWith('document '))).toHaveLength(
        refused.length,
      ),
    )
    await store.close()
    // Nothing is written into a damaged file, not even at the close.
    expect(countIn(file, 'log')).toBe(0)

    const salvage = salvageDatabase(file)
    expect([...(salvage?.setBack ?? []), ...(salvage?.unreadable ?? [])].sort()).toEqual(refused)
    const again = await aStore(file)
    expect(again.health().writable).toBe(true)
    for (const board of boards.filter((name) => !refused.includes(name)))
      expect(await again.load(board)).toMatchObject(whole)
    expect(await again.append(update(boards[20] ?? '', 1))).toEqual(new Map([[boards[20], 11]]))
  })

  test('of a file too large to look through first is found when it is opened', async () => {
    const file = await aKilledCrowd()
    tamper(file, 'PRAGMA wal_checkpoint(TRUNCATE)')
    breakPage(file, aLeafOf(file, 'recent'))
    const store = await openSqliteStore({ file, checkUpTo: 0 })
    expect(store.health().writable).toBe(false)
    await expect(store.append(update('w/new', 1))).rejects.toMatchObject({ reason: 'damaged' })
    expect(await store.load(boards[20] ?? '')).toMatchObject(whole)
    await store.close()
  })

  test('that brings back a page which was emptied doubles nothing', async () => {
    const file = await aKilledCrowd()
    const store = await aStore(file)
    await store.close()
    tamper(file, 'INSERT INTO recent SELECT * FROM log WHERE seq < 4')
    const again = await aStore(file)
    for (const board of boards) expect(await again.load(board)).toMatchObject(whole)
  })
})
