import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { verifyDatabase } from './backup.ts'
import { newGeneration } from './documents.ts'
import type { Finding } from './inspect.ts'
import { takeLock } from './lock.ts'
import { migrate } from './recognise.ts'
import { placeForNew, putInPlace } from './replace.ts'
import { explain, storageError } from './sqlite-error.ts'
import { stampOf } from './stamp.ts'

export interface RestoreOptions {
  readonly backup: string
  /** Where the database is, or is to be. */
  readonly file: string
  /** Whether a database that is there may be replaced. It is kept beside the new one either way. */
  readonly force: boolean
  readonly now?: () => Date
}

export interface Restored {
  readonly documents: number
  /** Where the database that was there is now; `null` when there was none. */
  readonly replaced: string | null
  /** What is damaged in the backup, and so in what was taken back. */
  readonly findings: readonly Finding[]
}

/**
 * Puts a backup where the database is. Every document gets a new generation, so that what people's devices kept of
 * the time after the backup is never merged with it in silence. Answers `null` when there is a database and no
 * `force`. Throws a `StorageError`, having changed nothing, while a server has the database open, and for a backup
 * that is damaged as a file or of a newer version.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored | null> {
  const { backup, file, force, now = () => new Date() } = options
  const { problems, documents, findings } = await verifyDatabase(backup)
  if (problems.length > 0) throw storageError('damaged', `the backup: ${problems.join('; ')}`)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  let release = () => {}
  try {
    release = takeLock(file)
    if (existsSync(file) && !force) return null
    const incoming = placeForNew(file)
    copyFileSync(backup, incoming)
    beginNewHistory(incoming)
    const replaced = putInPlace(incoming, file, `${file}.replaced-${stampOf(now())}`)
    return { documents, replaced, findings }
  } catch (error) {
    throw explain(error)
  } finally {
    release()
  }
}

/** Brings a database that nobody has open up to date and gives all that is in it, and is not yet, another history. */
function beginNewHistory(file: string) {
  const db = new DatabaseSync(file, { timeout: 2000 })
  try {
    db.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL')
    migrate(db)
    db.exec('BEGIN IMMEDIATE')
    const rename = db.prepare('UPDATE document SET generation = ? WHERE id = ?')
    for (const { id } of db.prepare('SELECT id FROM document').all()) rename.run(newGeneration(), Number(id))
    db.prepare('UPDATE history SET generation = ?').run(newGeneration())
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}
