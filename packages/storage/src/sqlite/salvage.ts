import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { newGeneration } from './documents.ts'
import { documentRows, examineDocument, hasRecent } from './examine.ts'
import { fromBothEnds, type Row } from './from-both-ends.ts'
import { takeLock } from './lock.ts'
import { checkFile, createTables, recognise } from './recognise.ts'
import { goBack } from './repair.ts'
import { placeForNew, putInPlace } from './replace.ts'
import { explain, storageError } from './sqlite-error.ts'
import { stampOf } from './stamp.ts'

export interface Salvage {
  /** Documents that were found, those that had to go back to an earlier state, and those that nobody can read. */
  readonly documents: number
  readonly setBack: readonly string[]
  readonly unreadable: readonly string[]
  readonly records: number
  /** Where the damaged database is now. */
  readonly aside: string
}

/**
 * Makes a new database of all that can be read in one that is damaged as a file, and puts it in its place. Answers
 * `null`, having changed nothing, when the file is whole. Throws a `StorageError` while a server has it open, and
 * when nothing at all can be read.
 */
export function salvageDatabase(file: string, now: () => Date = () => new Date()): Salvage | null {
  let release = () => {}
  try {
    release = takeLock(file)
    closeSync(openSync(file, 'r'))
    const damaged = new DatabaseSync(file, { timeout: 2000 })
    const incoming = placeForNew(file)
    try {
      recognise(damaged)
      if (checkFile(damaged).length === 0) return null
      closeSync(openSync(incoming, 'wx', 0o600))
      const found = copyReadable(damaged, incoming)
      damaged.close()
      return { ...found, aside: putInPlace(incoming, file, `${file}.damaged-${stampOf(now())}`) ?? '' }
    } finally {
      if (damaged.isOpen) damaged.close()
      placeForNew(file)
    }
  } catch (error) {
    throw explain(error)
  } finally {
    release()
  }
}

function copyReadable(damaged: DatabaseSync, incoming: string): Omit<Salvage, 'aside'> {
  const db = new DatabaseSync(incoming)
  try {
    createTables(db)
    db.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE')
    const documents = [...fromBothEnds(damaged, 'SELECT * FROM document', ['id'])]
    const isRecentApart = hasRecent(damaged)
    insert(db, 'document', documents)
    for (const { id = null } of documents) {
      const rowsIn = (table: string, order: string) =>
        fromBothEnds(damaged, `SELECT * FROM ${table} WHERE document = ?`, [order], id)
      insert(db, 'log', rowsIn('log', 'seq'))
      if (isRecentApart) insert(db, 'log', rowsIn('recent', 'rowid'))
      insert(db, 'snapshot', rowsIn('snapshot', 'seq'))
    }
    const records = insert(db, 'record', fromBothEnds(damaged, 'SELECT * FROM record', ['collection', 'key']))
    if (documents.length + records === 0) throw storageError('damaged', 'nothing in it can be read')
    // A document whose very name was lost must not come back as the one that devices know.
    db.prepare('UPDATE history SET generation = ?').run(newGeneration())
    db.exec('COMMIT')
    return { documents: documents.length, records, ...setBackWhatLost(db) }
  } finally {
    db.close()
  }
}

function insert(db: DatabaseSync, table: string, rows: Iterable<Row>): number {
  let count = 0
  for (const row of rows) {
    const columns = Object.keys(row)
    const places = columns.map(() => '?').join(', ')
    const into = db.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
    count += Number(into.run(...Object.values(row)).changes)
  }
  return count
}

function setBackWhatLost(db: DatabaseSync) {
  const setBack: string[] = []
  const unreadable: string[] = []
  for (const row of documentRows(db)) {
    const { reaches, damage } = examineDocument(db, row)
    if (damage === null) continue
    const [furthest] = [...reaches].sort((a, b) => b.end - a.end)
    if (!furthest || furthest.end === 0) unreadable.push(row.name)
    else {
      goBack(db, row, furthest)
      if (furthest.end < row.seq) setBack.push(row.name)
    }
  }
  return { setBack, unreadable }
}
