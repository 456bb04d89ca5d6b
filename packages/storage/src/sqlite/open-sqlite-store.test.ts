import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Store } from '../store.ts'
import { acceptStore } from '../store-acceptance.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

const folders: string[] = []
const open: Store[] = []

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vispera-storage-'))
  folders.push(folder)
  return join(folder, 'data', 'vispera.db')
}

async function aStore(file: string): Promise<Store> {
  const store = await openSqliteStore({ file })
  open.push(store)
  return store
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

acceptStore('sqlite', () => {
  const file = aFile()
  return { open: () => aStore(file), reopen: () => aStore(file) }
})

const someUpdates = {
  updates: [1, 2, 3].map((value) => ({ document: 'w/stage', update: Uint8Array.of(value) })),
}

async function aClosedFile(): Promise<string> {
  const file = aFile()
  const store = await aStore(file)
  await store.append(someUpdates)
  await store.append({ updates: [{ document: 'w/board/b', update: Uint8Array.of(7) }] })
  await store.close()
  return file
}

function tamper(file: string, sql: string) {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

function breakPageOf(file: string, table: string) {
  const db = new DatabaseSync(file)
  const row = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)
  db.close()
  const content = readFileSync(file)
  content.fill(0xab, (Number(row?.rootpage) - 1) * 4096, Number(row?.rootpage) * 4096)
  writeFileSync(file, content)
}

describe('an embedded store', () => {
  test('keeps its folder and files private', async () => {
    const file = aFile()
    await aStore(file)
    expect((statSync(join(file, '..')).mode & 0o777).toString(8)).toBe('700')
    for (const name of [file, `${file}-wal`, `${file}.lock`]) {
      expect((statSync(name).mode & 0o777).toString(8)).toBe('600')
    }
  })

  test.each([
    ['a changed byte', `UPDATE log SET bytes = x'ff' WHERE seq = 2`],
    ['a missing update', 'DELETE FROM log WHERE seq = 2'],
    ['a missing last update', 'DELETE FROM log WHERE seq = 3'],
    [
      'an update of another document',
      'UPDATE log SET bytes = (SELECT bytes FROM log WHERE document = 2) WHERE document = 1 AND seq = 1',
    ],
    [
      'a changed snapshot and no log',
      `INSERT INTO snapshot (document, seq, bytes, checksum) VALUES (1, 3, x'00', 5);
       DELETE FROM log WHERE document = 1`,
    ],
  ])('refuses a document with %s, leaves its bytes alone and serves the others', async (_, sql) => {
    const file = await aClosedFile()
    tamper(file, sql)
    const before = readFileSync(file)
    const store = await aStore(file)
    await expect(store.load('w/stage')).rejects.toMatchObject({
      name: 'StorageError',
      reason: 'damaged',
      message: expect.stringContaining('document w/stage'),
    })
    expect((await store.load('w/board/b')).tail).toEqual([Uint8Array.of(7)])
    await store.close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('opens a file with a damaged page for reading only, and reports it', async () => {
    const file = await aClosedFile()
    breakPageOf(file, 'record')
    const store = await aStore(file)
    expect(store.health().writable).toBe(false)
    expect(store.health().damage.length).toBeGreaterThan(0)
    expect((await store.load('w/board/b')).tail).toEqual([Uint8Array.of(7)])
    await expect(store.list('workshop')).rejects.toMatchObject({ reason: 'damaged' })
    await expect(store.append(someUpdates)).rejects.toMatchObject({ reason: 'damaged' })
  })

  test('refuses a file that is no database', async () => {
    const file = aFile()
    mkdirSync(join(file, '..'))
    writeFileSync(file, 'Dear diary, today we made a plan. '.repeat(100))
    await expect(aStore(file)).rejects.toMatchObject({ reason: 'foreign' })
    expect(readFileSync(file, 'utf8')).toContain('Dear diary')
  })

  test("refuses somebody else's database", async () => {
    const file = aFile()
    mkdirSync(join(file, '..'))
    tamper(file, 'CREATE TABLE recipe (name TEXT)')
    await expect(aStore(file)).rejects.toMatchObject({ reason: 'foreign' })
  })

  test('politely refuses a file of a newer version', async () => {
    const file = await aClosedFile()
    tamper(file, 'PRAGMA user_version = 99')
    await expect(aStore(file)).rejects.toMatchObject({
      reason: 'newer-version',
      message:
        'storage was written by a newer Vispera: start that version, or restore an older backup (it has schema 99, this one knows 4)',
    })
  })

  test('brings a file of an older version up to date', async () => {
    const file = await aClosedFile()
    tamper(
      file,
      `ALTER TABLE document DROP COLUMN generation; ALTER TABLE record DROP COLUMN checksum;
       DROP TABLE history; DROP TABLE recent; PRAGMA user_version = 1`,
    )
    const store = await aStore(file)
    expect(await store.load('w/board/b')).toEqual({
      snapshot: null,
      tail: [Uint8Array.of(7)],
      seq: 1,
      generation: 1,
    })
    expect(await store.newGeneration('w/board/b')).toBeGreaterThan(1)
  })

  test('refuses a file that another store has open', async () => {
    const file = aFile()
    await aStore(file)
    await expect(aStore(file)).rejects.toMatchObject({ reason: 'in-use' })
  })

  test('refuses a folder that is a file', async () => {
    const file = aFile()
    writeFileSync(join(file, '..'), 'not a folder')
    await expect(aStore(file)).rejects.toMatchObject({ reason: 'unreadable' })
  })

  test('keeps the previous generation and the log since it', async () => {
    const file = await aClosedFile()
    const store = await aStore(file)
    for (const seq of [1, 2, 3]) await store.compact('w/stage', { seq, bytes: Uint8Array.of(100 + seq) })
    await store.close()
    const db = new DatabaseSync(file)
    expect(db.prepare('SELECT seq FROM snapshot WHERE document = 1 ORDER BY seq').all()).toEqual([
      { seq: 2 },
      { seq: 3 },
    ])
    expect(db.prepare('SELECT seq FROM log WHERE document = 1').all()).toEqual([{ seq: 3 }])
    db.close()
  })

  test('leaves no trace of deleted words in its files', async () => {
    const file = aFile()
    const store = await aStore(file)
    const words = 'meet at the old mill'
    await store.append({ updates: [{ document: 'w/stage', update: new TextEncoder().encode(words) }] })
    await store.deleteDocuments('w/')
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(words)).toBe(false)
  })

  test('leaves no trace of deleted words even where somebody was reading the file just then', async () => {
    const file = aFile()
    const store = await aStore(file)
    const words = 'meet at the old mill'
    await store.append({ updates: [{ document: 'w/stage', update: new TextEncoder().encode(words) }] })
    const reader = new DatabaseSync(file, { readOnly: true })
    reader.exec('BEGIN; SELECT * FROM log')
    await store.deleteDocuments('w/')
    expect(readFileSync(`${file}-wal`).includes(words)).toBe(true)
    reader.exec('COMMIT')
    reader.close()
    await vi.waitFor(
      () => {
        for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(words)).toBe(false)
      },
      { timeout: 10_000 },
    )
  })

  test('leaves no trace of purged words in its files, whichever generation held them', async () => {
    const file = aFile()
    const store = await aStore(file)
    const update = new TextEncoder().encode('meet at the old mill')
    const append = () => store.append({ updates: [{ document: 'w/draft/ana', update }] })
    for (const seq of [1, 2]) {
      await append()
      await store.compact('w/draft/ana', { seq, bytes: update })
    }
    await append()
    await store.purge('w/draft/ana', { seq: 3, bytes: Uint8Array.of(1) })
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes('old mill')).toBe(false)
  })
})
