import { Client } from 'pg'
import { beyond } from '../prefix.ts'
import type { Store } from '../store.ts'
import { createErasing } from './erasing.ts'
import type { Ask } from './line.ts'
import { openLocks } from './locks.ts'
import { explain, postgresError } from './postgres-error.ts'
import { load, since } from './read-document.ts'
import { openReaders } from './readers.ts'
import { migrate } from './schema.ts'
import { compact, deleteWithin, namesWithin, newGeneration, purge } from './tidying.ts'
import { openWriter } from './writer.ts'

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. Not through a pooler that shares sessions: locks are a session's. */
  readonly url: string
  /** How long an answer of the database is waited for; default 10 s. */
  readonly patienceMs?: number
}

/**
 * Opens the store that several machines share: one PostgreSQL database (14 or later), in a schema of its own. Rejects
 * with a `StorageError` whose message an operator can act on. While the database is away everything is refused at
 * once with `unreachable`; it is connected to again by itself.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, patienceMs = 10_000 } = options
  await migrateFirst(url)
  const writer = await openWriter(url, patienceMs)
  const locks = await openLocks(url, patienceMs).catch(async (error: unknown) => {
    await writer.close()
    throw error
  })
  const readers = openReaders(url)
  const erasing = createErasing(readers.query)
  erasing.soon()
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | null = null

  /** Nothing is read while a commit whose answer was lost may still happen: the writer's line settles that. */
  async function settled<T>(work: () => Promise<T>): Promise<T> {
    if (closing) throw postgresError('closed')
    const asked = writer.line.ready().then(work)
    underWay.add(asked)
    try {
      return await asked
    } finally {
      underWay.delete(asked)
    }
  }
  const reading = <T>(read: (ask: Ask) => Promise<T>) => settled(() => read(readers.query))
  const changing = <T>(change: (ask: Ask) => Promise<T>) => settled(() => readers.transaction(change))

  return {
    load: (document) => reading((ask) => load(ask, document)),
    since: (document, after) => reading((ask) => since(ask, document, after)),
    append: writer.append,
    compact: (document, snapshot) => changing((ask) => compact(ask, document, snapshot)),
    async purge(document, snapshot) {
      await changing((ask) => purge(ask, document, snapshot))
      erasing.soon()
    },
    newGeneration: (document) => changing((ask) => newGeneration(ask, document)),
    documents: (path) => reading((ask) => namesWithin(ask, path)),
    async deleteDocuments(path) {
      const count = await changing((ask) => deleteWithin(ask, path))
      if (count > 0) erasing.soon()
      return count
    },
    get: (collection, key) =>
      reading(async (ask) => {
        const text = 'SELECT value FROM vispera.record WHERE collection = $1 AND key = $2'
        const { rows } = await ask<{ value: string }>({ name: 'get', text, values: [collection, key] })
        return rows[0] && (JSON.parse(rows[0].value) as unknown)
      }),
    list: (collection, prefix = '') =>
      reading(async (ask) => {
        const text = `SELECT key, value FROM vispera.record
                      WHERE collection = $1 AND key >= $2 AND key < $3 ORDER BY key`
        const values = [collection, prefix, beyond(prefix)]
        const { rows } = await ask<{ key: string; value: string }>({ name: 'list', text, values })
        return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) as unknown }))
      }),
    put: async (collection, key, value) => {
      await writer.write([{ kind: 'put', collection, key, value }])
    },
    putIfAbsent: (collection, key, value) => writer.write([{ kind: 'claim', collection, key, value }]),
    delete: async (collection, key) => {
      await writer.write([{ kind: 'delete', collection, key }])
    },
    write: writer.write,
    exclusively: locks.exclusively,
    slot: async () => writer.slot(),
    health: () => {
      const problem = writer.problem()
      return { writable: problem === null, problem, damage: [] }
    },
    close() {
      closing ??= (async () => {
        await writer.finish()
        await Promise.allSettled(underWay)
        erasing.close()
        await Promise.all([writer.close(), locks.close(), readers.close()])
      })()
      return closing
    },
  }
}

async function migrateFirst(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await migrate(client)
  } catch (error) {
    throw explain(error)
  } finally {
    await client.end().catch(() => {})
  }
}
