import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { aDatabase, aStore, tamper, update } from '../testing/a-database.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

/** Three updates, a snapshot of the first and one of all of them; and another document. */
const twoDocuments = () =>
  aDatabase(async (store) => {
    for (const value of [1, 2, 3]) await store.append(update('w/board', value))
    await store.compact('w/board', { seq: 1, bytes: Uint8Array.of(11) })
    await store.compact('w/board', { seq: 3, bytes: Uint8Array.of(33) })
    await store.append(update('w/stage', 7))
  })

const someRecords = () =>
  aDatabase(async (store) => {
    for (const key of ['w/a', 'w/b', 'w/c']) await store.put('seats', key, { seat: key })
  })

describe('damage', () => {
  test('of the newest snapshot costs nothing: the one before it holds the same with the log since', async () => {
    const file = await twoDocuments()
    tamper(file, `UPDATE snapshot SET bytes = x'00' WHERE seq = 3`)
    const store = await aStore(file)
    expect(await store.load('w/board')).toMatchObject({
      snapshot: Uint8Array.of(11),
      tail: [Uint8Array.of(2), Uint8Array.of(3)],
      seq: 3,
    })
    await vi.waitFor(() => expect(store.health().damage.join()).toContain('document w/board'))
    expect(store.health().writable).toBe(true)
    expect(await store.append(update('w/board', 4))).toEqual(new Map([['w/board', 4]]))
  })

  test.each([
    ['that is no JSON any more', `UPDATE record SET value = '{"seat":' WHERE key = 'w/b'`],
    ['that says something else now', `UPDATE record SET value = '{"seat":"w/x"}' WHERE key = 'w/b'`],
  ])('of a record %s costs that record alone', async (_, sql) => {
    const file = await someRecords()
    tamper(file, sql)
    const store = await aStore(file)
    expect((await store.list('seats', 'w/')).map(({ key }) => key)).toEqual(['w/a', 'w/c'])
    await expect(store.get('seats', 'w/b')).rejects.toMatchObject({ reason: 'damaged' })
    expect(await store.get('seats', 'w/a')).toEqual({ seat: 'w/a' })
    expect(store.health().damage).toContain('record seats/w/b: it is damaged and was left out')
    expect(await store.putIfAbsent('seats', 'w/a', { seat: 'again' })).toBe(false)
    expect(await store.putIfAbsent('seats', 'w/b', { seat: 'again' })).toBe(true)
    expect(await store.get('seats', 'w/b')).toEqual({ seat: 'again' })
  })

  test('of a page of the file costs the records on it', async () => {
    const file = await aDatabase(async (store) => {
      for (let index = 0; index < 400; index += 1)
        await store.put('seats', `w/${String(index).padStart(3, '0')}`, { words: 'x'.repeat(80) })
    })
    const db = new DatabaseSync(file)
    const root = Number(
      db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'record'").get()?.rootpage,
    )
    db.close()
    const content = readFileSync(file)
    // A page in the middle of the table: any but the first and the root of it.
    const broken = content.length / 4096 - 4
    expect(broken).toBeGreaterThan(root)
    content.fill(0xab, broken * 4096, (broken + 1) * 4096)
    writeFileSync(file, content)
    const store = await aStore(file)
    const found = await store.list('seats', 'w/')
    expect(found.length).toBeGreaterThan(300)
    expect(found.length).toBeLessThan(400)
    expect(store.health()).toMatchObject({ writable: false })
    expect(store.health().damage.at(-1)).toContain('records seats/w/')
  })

  test('of a file too large to look through first is found while it is served, and then nothing is written any more', async () => {
    const file = await someRecords()
    const content = readFileSync(file)
    const db = new DatabaseSync(file)
    const row = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'snapshot'").get()
    db.close()
    content.fill(0xab, (Number(row?.rootpage) - 1) * 4096, Number(row?.rootpage) * 4096)
    writeFileSync(file, content)
    const store = await openSqliteStore({ file, checkUpTo: 0 })
    onTestFinished(() => store.close())
    expect(await store.get('seats', 'w/a')).toEqual({ seat: 'w/a' })
    await vi.waitFor(() => expect(store.health().writable).toBe(false))
    expect(store.health().damage.length).toBeGreaterThan(0)
    await expect(store.put('seats', 'w/d', 1)).rejects.toMatchObject({ reason: 'damaged' })
    await expect(store.deleteDocuments('w/')).rejects.toMatchObject({ reason: 'damaged' })
    expect(await store.get('seats', 'w/a')).toEqual({ seat: 'w/a' })
  })

  test('is found at start, before anybody asks, and named', async () => {
    const file = await twoDocuments()
    tamper(
      file,
      `UPDATE log SET checksum = 1 WHERE document = (SELECT id FROM document WHERE name = 'w/stage')`,
    )
    tamper(file, `UPDATE snapshot SET bytes = x'00' WHERE seq = 1`)
    tamper(file, `INSERT INTO record (collection, key, value) VALUES ('seats', 'w/a', 'nonsense')`)
    const store = await aStore(file)
    await vi.waitFor(() => expect(store.health().damage).toHaveLength(3))
    expect([...store.health().damage].sort()).toEqual([
      'document w/board: snapshot 1 is damaged; another copy of it is served',
      'document w/stage: update 1 is damaged; it cannot be opened',
      'record seats/w/a: is damaged',
    ])
    expect(store.health().writable).toBe(true)
  })
})
