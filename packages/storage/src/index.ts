export type { Bus, BusHealth } from './bus/bus.ts'
export { openMemoryBus } from './bus/memory/open-memory-bus.ts'
export { openNoBus, openSilentBus } from './bus/open-no-bus.ts'
export { openRedisBus } from './bus/redis/open-redis-bus.ts'
export { openMemoryStore } from './memory/open-memory-store.ts'
export { type Moved, moveToPostgres } from './move/move-to-postgres.ts'
export { openPostgresStore } from './postgres/open-postgres-store.ts'
export {
  type Backup,
  backUp,
  type Manifest,
  manifestOf,
  type Verification,
  verifyDatabase,
} from './sqlite/backup.ts'
export { describeFinding, type Finding } from './sqlite/inspect.ts'
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open-sqlite-store.ts'
export { type Repair, repairDocument } from './sqlite/repair.ts'
export { type Restored, restoreBackup } from './sqlite/restore.ts'
export { type Salvage, salvageDatabase } from './sqlite/salvage.ts'
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
