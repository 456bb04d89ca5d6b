import type { StorageReason } from '../storage-error.ts'
import type { Batch, LogSince, RecordChange, Snapshot, StoredDocument, StoredRecord } from '../store.ts'

/** What the store asks of its writer thread, and what it is answered. */
export interface Requests {
  load: { asks: { document: string }; answer: StoredDocument }
  since: { asks: { document: string; after: number }; answer: LogSince | null }
  newGeneration: { asks: { document: string }; answer: number }
  append: { asks: { batch: Batch }; answer: Map<string, number> }
  compact: { asks: { document: string; snapshot: Snapshot }; answer: undefined }
  purge: { asks: { document: string; snapshot: Snapshot }; answer: undefined }
  documents: { asks: { path: string }; answer: string[] }
  deleteDocuments: { asks: { path: string }; answer: number }
  get: { asks: { collection: string; key: string }; answer: unknown }
  list: { asks: { collection: string; prefix: string }; answer: StoredRecord[] }
  write: { asks: { changes: readonly RecordChange[] }; answer: boolean }
  /** Before it is closed: what was written last is put where it stays. */
  settle: { asks: object; answer: undefined }
  /** `isTrusted`: the file may still be written. */
  close: { asks: { isTrusted: boolean }; answer: undefined }
}

export type RequestKind = keyof Requests

export type Request = {
  [K in RequestKind]: { readonly id: number; readonly kind: K } & Requests[K]['asks']
}[RequestKind]

/** Errors lose their class between threads, so they travel as plain values. */
export interface WireError {
  readonly reason: StorageReason
  readonly message: string
}

/** What was found at open; `isUnchecked`: the file was too large to look through first. */
export interface Opened {
  readonly damage: readonly string[]
  readonly isNew: boolean
  readonly isUnchecked: boolean
}

export type Reply =
  | ({ readonly kind: 'opened' } & Opened)
  | { readonly kind: 'noticed'; readonly line: string }
  | { readonly kind: 'refused'; readonly error: WireError }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError }
