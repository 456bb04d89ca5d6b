import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations, schemaVersion, tables } from './schema.ts'
import { explain, storageError } from './sqlite-error.ts'

/** Marks the file as ours: "VSPR" in `PRAGMA application_id`. */
const applicationId = 0x56535052

/** Opens the file for writing, makes its tables when it is new, and says what its check found. */
export function openDatabase(file: string): { db: DatabaseSync; damage: string[]; release: () => void } {
  prepareFile(file)
  const release = takeLock(`${file}.lock`)
  const db = new DatabaseSync(file, { timeout: 2000 })
  try {
    const isNew = recognise(db) === 'new'
    // FULL syncs the log at every commit: with NORMAL a power cut may take back what was promised.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    db.exec('PRAGMA journal_size_limit = 67108864')
    const damage = check(db)
    if (isNew) createTables(db)
    else if (damage.length === 0) migrate(db)
    return { db, damage, release }
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

// Two servers on one file would each believe their rooms to be the only ones. The lock is a database
// of its own: the system lets go of it even after kill -9, and tools may still read the real file.
function takeLock(file: string): () => void {
  closeSync(openSync(file, 'a', 0o600))
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}

function recognise(db: DatabaseSync): 'new' | 'ours' {
  if (number(db, 'SELECT count(*) AS value FROM sqlite_schema') === 0) return 'new'
  if (number(db, 'SELECT application_id AS value FROM pragma_application_id') !== applicationId) {
    throw storageError('foreign', '')
  }
  const version = number(db, 'SELECT user_version AS value FROM pragma_user_version')
  if (version > schemaVersion) {
    throw storageError('newer-version', `it has schema ${version}, this one knows ${schemaVersion}`)
  }
  return 'ours'
}

// Some damage shows as findings, some only by making the check itself fail.
function check(db: DatabaseSync): string[] {
  try {
    const rows = db.prepare('PRAGMA quick_check(20)').all()
    const lines = rows.map((row) => String(row.quick_check))
    return lines.length === 1 && lines[0] === 'ok' ? [] : lines
  } catch (error) {
    const { reason, message } = explain(error)
    if (reason !== 'damaged') throw error
    return [message]
  }
}

function createTables(db: DatabaseSync) {
  db.exec(`BEGIN IMMEDIATE; ${tables}
    PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`)
}

/** Brings an older file up to date, all steps or none. */
function migrate(db: DatabaseSync) {
  const found = number(db, 'SELECT user_version AS value FROM pragma_user_version')
  if (found === schemaVersion) return
  db.exec('BEGIN IMMEDIATE')
  for (let version = found + 1; version <= schemaVersion; version += 1) db.exec(migrations.get(version) ?? '')
  db.exec(`PRAGMA user_version = ${schemaVersion}; COMMIT`)
}

function number(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.value)
}
