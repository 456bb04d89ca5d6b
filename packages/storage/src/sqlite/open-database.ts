import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { takeLock } from './lock.ts'
import { keepOutOfTemporaryFiles, settle } from './log.ts'
import { checkFile, createTables, migrate, recognise } from './recognise.ts'
import { schemaVersion } from './schema.ts'
import { explain, storageError } from './sqlite-error.ts'

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
    // Pages that are written again and again reach the file itself less often.
    db.exec('PRAGMA wal_autocheckpoint = 4000')
    keepOutOfTemporaryFiles(db)
    const isUnchecked = version === schemaVersion && statSync(file).size > checkUpTo
    const damage = isUnchecked ? [] : checkFile(db)
    if (version === 0) createTables(db)
    else if (damage.length === 0) migrate(db)
    else if (version < schemaVersion) throw storageError('damaged', damage.join('; '))
    if (damage.length === 0) damage.push(...settleLeft(db))
    return { db, damage, isNew: version === 0, isUnchecked, release }
  } catch (error) {
    db.close()
    release()
    throw error
  }
}

/**
 * What a server that was killed left in `recent` is carried over. Answers what is damaged, which a file that is too
 * large to be checked first can be; on a full disk it waits.
 */
function settleLeft(db: DatabaseSync): string[] {
  try {
    db.exec('BEGIN IMMEDIATE')
    settle(db)
    db.exec('COMMIT')
    return []
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    const { reason, message } = explain(error)
    if (reason === 'damaged') return [message]
    if (reason !== 'full') throw error
    return []
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
