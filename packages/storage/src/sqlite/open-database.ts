import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { takeLock } from './lock.ts'
import { checkFile, createTables, migrate, recognise } from './recognise.ts'
import { schemaVersion } from './schema.ts'
import { storageError } from './sqlite-error.ts'

export interface OpenedDatabase {
  readonly db: DatabaseSync
  /** What the check of the file found; then nothing may be written. */
  readonly damage: string[]
  readonly isNew: boolean
  /** It was too large to look through while everybody waits. */
  readonly isUnchecked: boolean
  readonly release: () => void
}

/**
 * Opens the file for writing, makes its tables when it is new, and says what its check found. A file of more than
 * `checkUpTo` bytes is not checked here, unless its tables are to be changed.
 */
export function openDatabase(file: string, checkUpTo: number): OpenedDatabase {
  prepareFile(file)
  const release = takeLock(file)
  const db = new DatabaseSync(file, { timeout: 2000 })
  try {
    const version = recognise(db)
    // FULL syncs the log at every commit: with NORMAL a power cut may take back what was promised.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    db.exec('PRAGMA journal_size_limit = 67108864')
    const isUnchecked = version === schemaVersion && statSync(file).size > checkUpTo
    const damage = isUnchecked ? [] : checkFile(db)
    if (version === 0) createTables(db)
    else if (damage.length === 0) migrate(db)
    else if (version < schemaVersion) throw storageError('damaged', damage.join('; '))
    return { db, damage, isNew: version === 0, isUnchecked, release }
  } catch (error) {
    db.close()
    release()
    throw error
  }
}

// The folder and the file are made before SQLite sees them, so that they are private from the first
// byte; SQLite gives its -wal and -shm files the mode of the database.
function prepareFile(file: string) {
  const folder = dirname(file)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}
