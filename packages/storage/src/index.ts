export { openMemoryStore } from './memory/open-memory-store.ts'
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open-sqlite-store.ts'
export { StorageError, type StorageReason } from './storage-error.ts'
export type {
  Batch,
  RecordChange,
  Snapshot,
  Store,
  StoredDocument,
  StoredRecord,
  StoreHealth,
} from './store.ts'
