import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../store.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { openPostgresStore } from './open-postgres-store.ts'

let postgres: TestPostgres
const open: Store[] = []

beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.remove())
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})

async function aNode(url: string): Promise<Store> {
  const store = await openPostgresStore({ url })
  open.push(store)
  return store
}

async function twoNodes() {
  const url = await postgres.database()
  const [ana, ben] = await Promise.all([aNode(url), aNode(url)])
  return { url, ana, ben }
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const batch = (document: string, ...updates: Uint8Array[]) => ({
  updates: updates.map((update) => ({ document, update })),
})

describe('two nodes on one database', () => {
  test('both make its tables when they start at once, and neither gets the slot of the other', async () => {
    const { ana, ben } = await twoNodes()
    expect([await ana.slot(), await ben.slot()].sort()).toEqual([0, 1])
  })

  test('number their updates in one row, without gaps, and each can read what the other wrote', async () => {
    const { ana, ben } = await twoNodes()
    const nodes = [ana, ben]
    const reached = await Promise.all(
      Array.from({ length: 200 }, (_, index) => nodes[index % 2]?.append(batch('d', bytes(index)))),
    )
    const numbers = reached.map((seqs) => seqs?.get('d')).sort((a = 0, b = 0) => a - b)
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    const mine = reached[7]?.get('d') ?? 0
    expect((await ben.since('d', mine - 1))?.updates[0]).toEqual({ seq: mine, bytes: bytes(7) })
    expect(await ana.load('d')).toEqual(await ben.load('d'))
  })

  test('an append that meets a deletion under way does not make the document anew', async () => {
    const { url, ana } = await twoNodes()
    await ana.append(batch('d', bytes(1), bytes(2), bytes(3)))
    const session = await postgres.session(url)
    await session.ask('BEGIN')
    await session.ask(`WITH gone AS (DELETE FROM vispera.document WHERE name = 'd' RETURNING id)
                       DELETE FROM vispera.log WHERE document IN (SELECT id FROM gone)`)
    const onto = [{ document: 'd', generation: 1, seq: 3 }]
    const late = ana.append({ ...batch('d', bytes(4)), onto }).catch((error: unknown) => error)
    // It waits for the row.
    await new Promise((resolve) => setTimeout(resolve, 300))
    await session.ask('COMMIT')
    expect(await late).toMatchObject({ reason: 'outdated' })
    expect((await ana.load('d')).seq).toBe(0)
    await session.close()
  })

  test('never wait for each other in a circle', async () => {
    const { ana, ben } = await twoNodes()
    const names = ['a', 'b', 'c', 'd']
    const all = (order: string[]) => ({
      updates: order.map((document) => ({ document, update: bytes(1) })),
      records: order.map((key) => ({ kind: 'put', collection: 'r', key, value: 1 }) as const),
    })
    await Promise.all(
      Array.from({ length: 50 }, () => [ana.append(all(names)), ben.append(all(names.toReversed()))]).flat(),
    )
    for (const name of names) expect((await ana.load(name)).seq).toBe(100)
  })

  test('one of them gets a key that both want', async () => {
    const { ana, ben } = await twoNodes()
    const keys = Array.from({ length: 20 }, (_, index) => `code${index}`)
    const wins = await Promise.all(
      keys.map((key) =>
        Promise.all([ana.putIfAbsent('code', key, 'ana'), ben.putIfAbsent('code', key, 'ben')]),
      ),
    )
    for (const [index, [anaWon, benWon]] of wins.entries()) {
      expect(anaWon).toBe(!benWon)
      expect(await ana.get('code', `code${index}`)).toBe(anaWon ? 'ana' : 'ben')
    }
  })

  test('do exclusive work one after the other', async () => {
    const { ana, ben } = await twoNodes()
    await ana.put('count', 'n', 0)
    const countUp = (store: Store) =>
      store.exclusively('count', async () => {
        const before = Number(await store.get('count', 'n'))
        await store.put('count', 'n', before + 1)
      })
    await Promise.all(Array.from({ length: 20 }, (_, index) => countUp(index % 2 ? ana : ben)))
    expect(await ben.get('count', 'n')).toBe(20)
  })

  test('a purge is not undone by a snapshot that the other began before', async () => {
    const { ana, ben } = await twoNodes()
    await ana.append(batch('d', bytes(1), bytes(2), bytes(3)))
    await ana.purge('d', { seq: 3, bytes: bytes(33) })
    await ben.compact('d', { seq: 2, bytes: bytes(22) })
    expect(await ben.load('d')).toMatchObject({ snapshot: bytes(33), tail: [], seq: 3 })
    expect(await ana.since('d', 2)).toBeNull()
  })

  test('a slot is free again once its process is gone', async () => {
    const { url, ana } = await twoNodes()
    const slot = await ana.slot()
    await ana.close()
    expect(await (await aNode(url)).slot()).toBe(slot)
  })
})

describe('a shared store', () => {
  test.each([
    ['a changed byte', `UPDATE vispera.log SET bytes = '\\xff' WHERE seq = 2`],
    ['a missing update', 'DELETE FROM vispera.log WHERE seq = 2'],
    ['a missing last update', 'DELETE FROM vispera.log WHERE seq = 3'],
    [
      'updates in another order',
      `UPDATE vispera.log l SET bytes = o.bytes, checksum = o.checksum FROM vispera.log o
       WHERE o.document = l.document AND o.seq = 3 - l.seq`,
    ],
    ['a changed snapshot', `INSERT INTO vispera.snapshot SELECT id, 3, '\\x00', 5 FROM vispera.document`],
  ])('refuses a document with %s and leaves its bytes alone', async (_, sql) => {
    const url = await postgres.database()
    const store = await aNode(url)
    await store.append(batch('w/stage', bytes(1), bytes(2), bytes(3)))
    await postgres.ask(url, sql)
    const stored = 'SELECT seq, bytes FROM vispera.log ORDER BY seq'
    const before = await postgres.ask(url, stored)
    await expect(store.load('w/stage')).rejects.toMatchObject({
      reason: 'damaged',
      message: expect.stringContaining('document w/stage'),
    })
    expect(await postgres.ask(url, stored)).toEqual(before)
  })

  test('takes names as bytes, whatever language the database speaks', async () => {
    const store = await aNode(await postgres.database())
    const names = ['w_1/a', 'w%/a', 'wx1/a', 'W_1/b', 'w_1/ä', 'w_1/B', 'w_1/a\\']
    for (const name of names) {
      await store.append(batch(name, bytes(1)))
      await store.put('r', name, 1)
    }
    expect(await store.documents('w_1')).toEqual(['w_1/B', 'w_1/a', 'w_1/a\\', 'w_1/ä'])
    expect((await store.list('r', 'w_')).map(({ key }) => key)).toEqual([
      'w_1/B',
      'w_1/a',
      'w_1/a\\',
      'w_1/ä',
    ])
    expect(await store.deleteDocuments('w%')).toBe(1)
    expect(await store.deleteDocuments('w_1/a')).toBe(1)
    expect(await store.documents('W_1')).toEqual(['W_1/b'])
  })

  test('keeps a key that it cannot hold from taking the others along', async () => {
    const store = await aNode(await postgres.database())
    const outcomes = await Promise.allSettled([
      store.put('r', 'a', 1),
      store.put('r', 'b\u0000', 1),
      store.put('r', 'c', 'nul \u0000 and \ud800 in a value'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await store.get('r', 'c')).toBe('nul \u0000 and \ud800 in a value')
  })

  test('has nothing left in its tables of what was purged or deleted', async () => {
    const url = await postgres.database()
    const store = await aNode(url)
    const words = new TextEncoder().encode('meet at the old mill')
    for (const seq of [1, 2]) {
      await store.append(batch('w/draft/ana', words))
      await store.compact('w/draft/ana', { seq, bytes: words })
    }
    await store.purge('w/draft/ana', { seq: 2, bytes: bytes(1) })
    await store.append(batch('v/stage', words))
    await store.deleteDocuments('v')
    const left = await postgres.ask(
      url,
      `SELECT bytes FROM vispera.log UNION ALL SELECT bytes FROM vispera.snapshot`,
    )
    expect(left.map(({ bytes: kept }) => String(kept))).toEqual(['\u0001'])
  })

  test('refuses a database of a newer version in words', async () => {
    const url = await postgres.database()
    await (await aNode(url)).close()
    await postgres.ask(url, 'UPDATE vispera.version SET number = 99')
    await expect(aNode(url)).rejects.toMatchObject({ reason: 'newer-version' })
  })

  test('says what is wrong with an address that leads nowhere', async () => {
    const url = await postgres.database()
    await expect(aNode(`${url}x`)).rejects.toMatchObject({ reason: 'unreadable' })
    await expect(aNode('postgres://127.0.0.1:1/x')).rejects.toMatchObject({ reason: 'unreachable' })
  })
})
