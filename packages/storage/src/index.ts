export type { Bus, BusHealth } from './bus/bus.ts'
export { openMemoryBus } from './bus/memory/open-memory-bus.ts'
export { openNoBus } from './bus/open-no-bus.ts'
export { openMemoryStore } from './memory/open-memory-store.ts'
export { openPostgresStore } from './postgres/open-postgres-store.ts'
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open-sqlite-store.ts'
export { StorageError, type StorageReason } from './storage-error.ts'
export type {
  Batch,
  LogSince,
  RecordChange,
  Snapshot,
  Store,
  StoredDocument,
  StoredRecord,
  StoreHealth,
} from './store.ts'
