import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgresStore } from '../postgres/open-postgres-store.ts'
import { openSqliteStore } from '../sqlite/open-sqlite-store.ts'
import { aDatabase, tamper } from '../testing/a-database.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { moveToPostgres } from './move-to-postgres.ts'

let postgres: TestPostgres

beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.remove())

const names = ['w/stage', 'w/board/b', 'w/media/m', 'v/stage']
const bytes = (...values: number[]) => Uint8Array.from(values)

/** A log, a log behind a snapshot, a picture, a document with another history and nothing in it; and records. */
const aFile = () =>
  aDatabase(async (store) => {
    const many = Array.from({ length: 1200 }, (_, index) => bytes(index % 256, index >> 8))
    await store.append({ updates: many.map((update) => ({ document: 'w/board/b', update })) })
    await store.append({ updates: [{ document: 'w/stage', update: bytes(1) }] })
    await store.compact('w/board/b', { seq: 300, bytes: bytes(3, 0, 0) })
    await store.compact('w/board/b', { seq: 600, bytes: bytes(6, 0, 0) })
    await store.append({ updates: [{ document: 'w/media/m', update: new Uint8Array(200_000).fill(7) }] })
    await store.newGeneration('v/stage')
    await store.put('workshops', 'w', { title: 'Our market’s “roof” – سوق' })
    await store.put('machines', 'swept', 1)
    const sessions = Array.from({ length: 1100 }, (_, index) => `s${index}`)
    await store.write(
      sessions.map((key) => ({ kind: 'put' as const, collection: 'session', key, value: { key } })),
    )
  })

async function allOf(store: Awaited<ReturnType<typeof openPostgresStore>>) {
  try {
    const documents = []
    for (const name of names) documents.push(await store.load(name))
    const records = [await store.list('workshops'), await store.list('session')]
    return { documents, records, found: await store.documents('w/') }
  } finally {
    await store.close()
  }
}

test('everything that a file keeps is in the database as it was, and goes on from there', async () => {
  const file = await aFile()
  const url = await postgres.database()
  expect(await moveToPostgres(file, url)).toEqual({ documents: 4, records: 1101 })
  const before = await allOf(await openSqliteStore({ file }))
  expect(await allOf(await openPostgresStore({ url }))).toEqual(before)
  expect(before.documents.map(({ seq, tail }) => [seq, tail.length])).toContainEqual([1200, 600])
  const store = await openPostgresStore({ url })
  const next = { document: 'w/board/b', update: bytes(9) }
  const onto = [{ document: 'w/board/b', generation: 1, seq: 1200 }]
  expect(await store.append({ updates: [next], onto })).toEqual(new Map([['w/board/b', 1201]]))
  expect(await store.get('machines', 'swept')).toBeUndefined()
  await store.close()
})

test('nothing is moved into a database that has something in it, or twice', async () => {
  const file = await aFile()
  const url = await postgres.database()
  const store = await openPostgresStore({ url })
  // As a node does that has been started already.
  await store.put('machines', 'pepper', 'its mark')
  await store.close()
  expect(await moveToPostgres(file, url)).toMatchObject({ documents: 4 })
  expect(await moveToPostgres(file, url)).toBeNull()
})

test('what is damaged is named, and then nothing at all is moved', async () => {
  const file = await aFile()
  const url = await postgres.database()
  tamper(file, `UPDATE log SET bytes = x'ff' WHERE seq = 700`)
  await expect(moveToPostgres(file, url)).rejects.toMatchObject({
    reason: 'damaged',
    message: expect.stringContaining('document w/board/b'),
  })
  const store = await openPostgresStore({ url })
  expect(await store.documents('w/')).toEqual([])
  await store.close()
})

test('a file that a server has open, and one that is not there, are left alone', async () => {
  const file = await aFile()
  const url = await postgres.database()
  const running = await openSqliteStore({ file })
  await expect(moveToPostgres(file, url)).rejects.toMatchObject({ reason: 'in-use' })
  await running.close()
  await expect(moveToPostgres(`${file}.elsewhere`, url)).rejects.toMatchObject({ reason: 'unreadable' })
  await expect(moveToPostgres(file, url.replace(/:\d+\//, ':9/'))).rejects.toMatchObject({
    reason: 'unreachable',
  })
  // The lock is let go of whatever happened.
  await (await openSqliteStore({ file })).close()
})
