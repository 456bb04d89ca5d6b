import type { DatabaseSync } from 'node:sqlite'
import { migrations, schemaVersion, tables } from './schema.ts'
import { explain, storageError } from './sqlite-error.ts'

/** Marks the file as ours: "VSPR" in `PRAGMA application_id`. */
const applicationId = 0x56535052

/** The schema version of a file of ours, 0 for an empty one. Throws `foreign` or `newer-version`. */
export function recognise(db: DatabaseSync): number {
  if (number(db, 'SELECT count(*) AS value FROM sqlite_schema') === 0) return 0
  if (number(db, 'SELECT application_id AS value FROM pragma_application_id') !== applicationId) {
    throw storageError('foreign', '')
  }
  const version = number(db, 'SELECT user_version AS value FROM pragma_user_version')
  if (version > schemaVersion) {
    throw storageError('newer-version', `it has schema ${version}, this one knows ${schemaVersion}`)
  }
  return version
}

/** What SQLite finds wrong with the file itself. Some damage shows as findings, some only by making the check fail. */
export function checkFile(db: DatabaseSync): string[] {
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

export function createTables(db: DatabaseSync) {
  db.exec(`BEGIN IMMEDIATE; ${tables}
    PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`)
}

/** Brings an older file up to date, all steps or none. */
export function migrate(db: DatabaseSync) {
  const found = recognise(db)
  if (found === schemaVersion) return
  db.exec('BEGIN IMMEDIATE')
  try {
    for (let version = found + 1; version <= schemaVersion; version += 1)
      db.exec(migrations.get(version) ?? '')
    db.exec(`PRAGMA user_version = ${schemaVersion}; COMMIT`)
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

function number(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.value)
}
