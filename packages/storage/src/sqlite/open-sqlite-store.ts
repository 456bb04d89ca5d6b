import { Worker } from 'node:worker_threads'
import { StorageError } from '../storage-error.ts'
import type { Store, StoreHealth } from '../store.ts'
import { createTurns } from '../turns.ts'
import type { Reply, RequestKind, Requests, WireError } from './requests.ts'
import { storageError } from './sqlite-error.ts'

export interface SqliteStoreOptions {
  /** Path of the database file; its folder is made when missing. */
  readonly file: string
}

/**
 * Opens, or makes, the embedded store: one SQLite file owned by one writer thread. Rejects with a
 * `StorageError` whose message an operator can act on (`storage is read-only: ...`). A file whose
 * integrity check finds damage opens for reading only; `health().damage` says what was found.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const writer = new Worker(new URL('./writer.ts', import.meta.url), {
    workerData: options.file,
    // node:sqlite says "experimental" on every start; operators can do nothing with that.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const damage = await opening(writer)
  const { ask, health, close } = correspond(writer, damage)

  return {
    load: (document) => ask('load', { document }),
    since: (document, after) => ask('since', { document, after }),
    append: (batch) => ask('append', { batch }),
    compact: (document, snapshot) => ask('compact', { document, snapshot }),
    purge: (document, snapshot) => ask('purge', { document, snapshot }),
    newGeneration: (document) => ask('newGeneration', { document }),
    documents: (path) => ask('documents', { path }),
    deleteDocuments: (path) => ask('deleteDocuments', { path }),
    get: (collection, key) => ask('get', { collection, key }),
    list: (collection, prefix = '') => ask('list', { collection, prefix }),
    put: async (collection, key, value) => {
      await ask('write', { changes: [{ kind: 'put', collection, key, value }] })
    },
    putIfAbsent: (collection, key, value) =>
      ask('write', { changes: [{ kind: 'claim', collection, key, value }] }),
    delete: async (collection, key) => {
      await ask('write', { changes: [{ kind: 'delete', collection, key }] })
    },
    write: (changes) => ask('write', { changes }),
    // One process owns the file.
    exclusively: createTurns(),
    slot: async () => 0,
    health,
    close,
  }
}

/** Resolves with the damage found once the writer is ready. */
function opening(writer: Worker): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    writer.once('error', reject)
    writer.once('message', (reply: Reply) => {
      writer.off('error', reject)
      if (reply.kind === 'opened') resolve(reply.damage)
      else if (reply.kind === 'refused') reject(revive(reply.error))
    })
  })
}

function correspond(writer: Worker, damage: readonly string[]) {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: StorageError): void }>()
  let lastId = 0
  let gone: StorageError | null = null
  let health: StoreHealth = { writable: damage.length === 0, problem: null, damage }

  writer.on('message', (reply: Reply) => {
    if (reply.kind !== 'answer' && reply.kind !== 'error') return
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.kind === 'answer') asked?.resolve(reply.value)
    else asked?.reject(revive(reply.error))
  })
  const stop = (error: StorageError) => {
    gone ??= error
    health = { ...health, writable: false, problem: gone }
    for (const asked of waiting.values()) asked.reject(gone)
    waiting.clear()
  }
  writer.on('error', (error) => stop(storageError('failed', 'its writer stopped', error)))
  writer.on('exit', () => stop(storageError('closed', '')))

  const isWrite = (kind: RequestKind) =>
    ['append', 'write', 'compact', 'purge', 'newGeneration'].includes(kind)

  async function ask<K extends RequestKind>(
    kind: K,
    asks: Requests[K]['asks'],
  ): Promise<Requests[K]['answer']> {
    if (gone || closing) throw gone ?? storageError('closed', '')
    lastId += 1
    const id = lastId
    try {
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        writer.postMessage({ id, kind, ...asks })
      })
      if (isWrite(kind)) health = { ...health, writable: damage.length === 0, problem: null }
      // The writer answers each kind with its own answer (requests.ts).
      return answer as Requests[K]['answer']
    } catch (error) {
      waiting.delete(id)
      if (isWrite(kind) && error instanceof StorageError)
        health = { ...health, writable: false, problem: error }
      throw error
    }
  }

  let closing: Promise<undefined> | null = null
  const close = async () => {
    closing ??= gone ? Promise.resolve(undefined) : ask('close', {})
    await closing
  }

  return { ask, health: () => health, close }
}

function revive({ reason, message }: WireError): StorageError {
  return new StorageError(reason, message)
}
