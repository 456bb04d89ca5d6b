import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { newGeneration } from './documents.ts'
import { type DocumentRow, documentRows, examineDocument, type Reach } from './examine.ts'
import { takeLock } from './lock.ts'
import { keepOutOfTemporaryFiles, settle } from './log.ts'
import { checkFile, migrate } from './recognise.ts'
import { explain, storageError } from './sqlite-error.ts'
import { stampOf } from './stamp.ts'

export interface RepairOptions {
  readonly file: string
  readonly document: string
  readonly now?: () => Date
}

export type Repair =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'whole' }
  /** Nothing of it can be read; it was left as it is. */
  | { readonly kind: 'hopeless'; readonly damage: string }
  | {
      readonly kind: 'repaired'
      readonly damage: string
      /** It had so many updates, and has the first so many of them now; equal when nothing was lost. */
      readonly updates: number
      readonly kept: number
      /** Where everything that was stored of it lies now. */
      readonly aside: string
    }

/**
 * Goes back to what can still be read of a damaged document: the snapshot and the updates that reach furthest.
 * Where that loses something the document gets a new generation. What was stored is copied into a file beside the
 * database first. Throws a `StorageError` while a server has the database open and when the file itself is damaged.
 */
export function repairDocument({ file, document, now = () => new Date() }: RepairOptions): Repair {
  let release = () => {}
  try {
    release = takeLock(file)
    const db = new DatabaseSync(file, { timeout: 2000 })
    try {
      migrate(db)
      const problems = checkFile(db)
      if (problems.length > 0) throw storageError('damaged', problems.join('; '))
      db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
      settleAll(db)
      return repairIn(db, document, `${file}.damaged-${stampOf(now())}`)
    } finally {
      db.close()
    }
  } catch (error) {
    throw explain(error)
  } finally {
    release()
  }
}

/** What a server that was killed left in `recent` is looked at, and kept, where all the rest is. */
function settleAll(db: DatabaseSync) {
  keepOutOfTemporaryFiles(db)
  db.exec('BEGIN IMMEDIATE')
  settle(db)
  db.exec('COMMIT')
}

function repairIn(db: DatabaseSync, document: string, aside: string): Repair {
  const row = documentRows(db).find(({ name }) => name === document)
  if (!row) return { kind: 'unknown' }
  const { reaches, damage } = examineDocument(db, row)
  if (damage === null) return { kind: 'whole' }
  const [furthest] = [...reaches].sort((a, b) => b.end - a.end)
  if (!furthest || furthest.end === 0) return { kind: 'hopeless', damage }
  setAside(db, row, aside)
  goBack(db, row, furthest)
  return { kind: 'repaired', damage, updates: row.seq, kept: furthest.end, aside }
}

/**
 * Keeps of a document, of which nothing waits in `recent`, what reaches so far; where that is not all of it, under
 * another generation.
 */
export function goBack(db: DatabaseSync, { id, seq }: DocumentRow, { base, end }: Reach) {
  db.exec('BEGIN IMMEDIATE')
  db.prepare('DELETE FROM log WHERE document = ? AND (seq <= ? OR seq > ?)').run(id, base, end)
  db.prepare('DELETE FROM snapshot WHERE document = ? AND seq <> ?').run(id, base)
  db.prepare('UPDATE document SET seq = ? WHERE id = ?').run(end, id)
  if (end < seq) db.prepare('UPDATE document SET generation = ? WHERE id = ?').run(newGeneration(), id)
  db.exec('COMMIT')
}

/** A copy of the document's rows in a database of their own, for somebody who knows more. */
function setAside(db: DatabaseSync, { id }: DocumentRow, aside: string) {
  closeSync(openSync(aside, 'wx', 0o600))
  db.prepare('ATTACH DATABASE ? AS aside').run(aside)
  for (const [table, column] of [
    ['document', 'id'],
    ['log', 'document'],
    ['snapshot', 'document'],
  ] as const) {
    db.exec(`CREATE TABLE aside.${table} AS SELECT * FROM main.${table} WHERE ${column} = ${id}`)
  }
  db.exec('DETACH DATABASE aside')
}
