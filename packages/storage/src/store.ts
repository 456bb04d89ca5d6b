import type { StorageError } from './storage-error.ts'

/**
 * Where bytes rest. Two halves that share one transaction:
 *
 * 1. **Documents**: an append-only log of updates per document, numbered from 1 without gaps, and
 *    snapshots that stand for everything up to a number. The store never looks inside the bytes.
 * 2. **Records**: small JSON values under `collection` and `key`, for everything else the app keeps.
 *
 * Every promise that stands for a write resolves only once the write is durable, and rejects with a
 * `StorageError` having written nothing.
 */
export interface Store {
  /**
   * What is stored of one document. A document that was never written is empty at `seq` 0.
   * Rejects with `damaged` when a checksum fails or the log has a hole and no older snapshot with the log
   * since it holds the same; the bytes stay untouched.
   */
  load(document: string): Promise<StoredDocument>

  /**
   * The updates after number `after`, oldest first, and the number of the last one. `null` when the log does not
   * reach back that far any more, or never reached `after`: then `load`. Rejects like `load`.
   */
  since(document: string, after: number): Promise<LogSince | null>

  /**
   * Appends updates, and writes records with them, all or nothing. Appends that wait for the same
   * commit share it. Updates of one document get consecutive numbers in the order given; answers
   * the number that each document named in the batch has reached. Another machine on the same store may have
   * been given numbers in between two appends, never in the middle of one. Rejects with `outdated` when a document
   * is not any more what the updates were made on.
   */
  append(batch: Batch): Promise<Map<string, number>>

  /**
   * Replaces the log up to `seq` by a snapshot. The snapshot before this one, and the log since it,
   * stay as the previous generation until the next call.
   */
  compact(document: string, snapshot: Snapshot): Promise<void>

  /**
   * Like `compact`, and nothing older than the snapshot stays anywhere: no previous generation, no log up to
   * its number, no page of a file that still holds them.
   */
  purge(document: string, snapshot: Snapshot): Promise<void>

  /**
   * Says that the document's history is another from now on (a backup or an older snapshot was taken back):
   * copies of it that people have under the number before are not to be merged with it. Answers the new number.
   */
  newGeneration(document: string): Promise<number>

  /** The names of the document `path` and of every document below it, as `deleteDocuments` means them, in order. */
  documents(path: string): Promise<string[]>

  /**
   * Forgets the document `path` and every document below it (`path/...`; a trailing slash means only
   * those), all generations; answers how many.
   */
  deleteDocuments(path: string): Promise<number>

  /** The record's value, or `undefined`. It is whatever was put there: parse it. Rejects with `damaged` when it is not. */
  get(collection: string, key: string): Promise<unknown>

  /**
   * All records of a collection whose key starts with `prefix`, ordered by key. Records that are damaged are left
   * out, and `health().damage` says which.
   */
  list(collection: string, prefix?: string): Promise<StoredRecord[]>

  put(collection: string, key: string, value: unknown): Promise<void>

  /** Puts the record unless the key is taken; answers whether it was put. */
  putIfAbsent(collection: string, key: string, value: unknown): Promise<boolean>

  delete(collection: string, key: string): Promise<void>

  /**
   * Several changes at once, all or nothing. Answers `false`, having changed nothing, when a key
   * that one of them wanted to `claim` was taken.
   */
  write(changes: readonly RecordChange[]): Promise<boolean>

  /**
   * Runs `work` while nobody else, on any machine of this store, runs work under the same name; in the order in
   * which they asked. Rejects with what `work` threw, or with a `StorageError` when it could not begin. A lock can
   * be lost with the line to the store, so `work` looks at what is committed before it does what must happen once.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>

  /** A small number that no other process on this store has as long as this one lives; 0 where there is but one. */
  slot(): Promise<number>

  /** How the store is doing, for a health page. Never throws. */
  health(): StoreHealth

  /** Waits for what was asked before, then lets go of files and threads. */
  close(): Promise<void>
}

export interface StoredDocument {
  /** Covers the log up to `seq - tail.length`; `null` when there is none yet. */
  readonly snapshot: Uint8Array | null
  /** The updates after the snapshot, oldest first. */
  readonly tail: Uint8Array[]
  /** Number of the last update; 0 for a document that was never written. */
  readonly seq: number
  /** Names this history of the document: 1 at first, any other number after `newGeneration`. */
  readonly generation: number
}

export interface LogSince {
  readonly updates: readonly { readonly seq: number; readonly bytes: Uint8Array }[]
  readonly seq: number
}

export interface Batch {
  readonly updates: readonly { readonly document: string; readonly update: Uint8Array }[]
  readonly records?: readonly RecordChange[]
  /** What the updates were made on. A document that was deleted or set back meanwhile takes none of them. */
  readonly onto?: readonly Standing[]
}

/** A document of this history, which has come at least so far. */
export interface Standing {
  readonly document: string
  readonly generation: number
  readonly seq: number
}

export interface Snapshot {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** `value` must be JSON. A `claim` is a `put` that makes the whole write fail if the key is taken. */
export type RecordChange =
  | { readonly kind: 'put'; readonly collection: string; readonly key: string; readonly value: unknown }
  | { readonly kind: 'claim'; readonly collection: string; readonly key: string; readonly value: unknown }
  | { readonly kind: 'delete'; readonly collection: string; readonly key: string }

export interface StoredRecord {
  readonly key: string
  readonly value: unknown
}

export interface StoreHealth {
  /** `false` while writes are refused. */
  readonly writable: boolean
  /** Why the last write failed; `null` once a write has worked again. */
  readonly problem: StorageError | null
  /** What was found damaged, at open and since, as lines for an operator; empty when all is well. */
  readonly damage: readonly string[]
}
