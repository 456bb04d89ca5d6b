import { StorageError } from '../storage-error.ts'
import type { Store } from '../store.ts'

export interface SqliteStoreOptions {
  /** Path of the database file; its folder is made when missing. */
  readonly file: string
}

/**
 * Opens, or makes, the embedded store: one SQLite file owned by one writer thread. Rejects with a
 * `StorageError` whose message an operator can act on (`storage is read-only: ...`).
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  throw new StorageError('unreadable', `not built yet: ${options.file}`)
}
