import { Worker } from 'node:worker_threads'
import { StorageError } from '../storage-error.ts'
import type { Store, StoreHealth } from '../store.ts'
import { createTurns } from '../turns.ts'
import type { InspectorData, Noticed } from './inspector.ts'
import { type PackedReplies, packRequests, unpackReplies } from './packing.ts'
import { createPost } from './post.ts'
import type { Opened, Reply, Request, RequestKind, Requests, WireError } from './requests.ts'
import { storageError } from './sqlite-error.ts'
import type { WriterData } from './writer.ts'

export interface SqliteStoreOptions {
  /** Path of the database file; its folder is made when missing. */
  readonly file: string
  /**
   * Larger files, in bytes, are looked through after they were opened, so that people do not wait: nothing is
   * written any more as soon as damage is found. Default 100 MB, about a second on a slow disk.
   */
  readonly checkUpTo?: number
}

const mostNotices = 100

/**
 * Opens, or makes, the embedded store: one SQLite file owned by one writer thread. Rejects with a
 * `StorageError` whose message an operator can act on (`storage is read-only: ...`). A file that is
 * damaged as a file opens for reading only; damage in single documents and records costs those alone.
 * `health().damage` says what was found, at open and since.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const writer = new Worker(new URL('./writer.ts', import.meta.url), {
    workerData: { file: options.file, checkUpTo: options.checkUpTo ?? 100_000_000 } satisfies WriterData,
    // node:sqlite says "experimental" on every start; operators can do nothing with that.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const { damage, isNew, isUnchecked } = await opening(writer)
  const inspector = isNew ? null : inspecting({ file: options.file, isUnchecked })
  const { ask, health, close } = correspond(writer, damage, inspector)

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
function opening(writer: Worker): Promise<Opened> {
  return new Promise((resolve, reject) => {
    writer.once('error', reject)
    writer.once('message', (reply: Reply) => {
      writer.off('error', reject)
      if (reply.kind === 'opened') resolve(reply)
      else if (reply.kind === 'refused') reject(revive(reply.error))
    })
  })
}

/** Looks through an older file behind the back of whoever uses it; says one line for each thing that is damaged. */
function inspecting(workerData: InspectorData): Worker {
  const inspector = new Worker(new URL('./inspector.ts', import.meta.url), {
    workerData,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  inspector.unref()
  // A file so damaged that nobody can look through it was reported at open.
  inspector.on('error', () => {})
  return inspector
}

function correspond(writer: Worker, damage: readonly string[], inspector: Worker | null) {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: StorageError): void }>()
  let lastId = 0
  let gone: StorageError | null = null
  let distrusted = damage.length > 0
  let health: StoreHealth = { writable: !distrusted, problem: null, damage }

  const notice = (line: string) => {
    if (health.damage.length < mostNotices && !health.damage.includes(line))
      health = { ...health, damage: [...health.damage, line] }
  }
  inspector?.on('message', ({ kind, line }: Noticed) => {
    notice(line)
    if (kind !== 'file') return
    distrusted = true
    health = { ...health, writable: false }
  })
  const post = createPost((requests) => {
    const { packed, transfer } = packRequests(requests)
    writer.postMessage(packed, transfer)
  })
  writer.on('message', (message: Reply | PackedReplies) => {
    if ('kind' in message) {
      if (message.kind === 'noticed') notice(message.line)
      return
    }
    const replies = unpackReplies(message)
    for (const reply of replies) {
      if (reply.kind !== 'answer' && reply.kind !== 'error') continue
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.kind === 'answer') asked?.resolve(reply.value)
      else asked?.reject(revive(reply.error))
    }
    post.answered(replies.length)
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
    ['append', 'write', 'compact', 'purge', 'newGeneration', 'deleteDocuments'].includes(kind)

  async function ask<K extends RequestKind>(
    kind: K,
    asks: Requests[K]['asks'],
  ): Promise<Requests[K]['answer']> {
    if (gone || closing) throw gone ?? storageError('closed', '')
    if (distrusted && isWrite(kind)) throw storageError('damaged', health.damage.join('; '))
    lastId += 1
    const id = lastId
    try {
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        post.put({ id, kind, ...asks } as Request)
      })
      if (isWrite(kind)) health = { ...health, writable: !distrusted, problem: null }
      // The writer answers each kind with its own answer (requests.ts).
      return answer as Requests[K]['answer']
    } catch (error) {
      waiting.delete(id)
      if (isWrite(kind) && error instanceof StorageError && error.reason !== 'outdated')
        health = { ...health, writable: false, problem: error }
      throw error
    }
  }

  let closing: Promise<undefined> | null = null
  const close = async () => {
    closing ??= gone ? Promise.resolve(undefined) : ask('close', { isTrusted: !distrusted })
    await Promise.all([closing, inspector?.terminate()])
  }

  return { ask, health: () => health, close }
}

function revive({ reason, message }: WireError): StorageError {
  return new StorageError(reason, message)
}
