import { closeSync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { openDocuments } from '../sqlite/documents.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { valueIn } from '../sqlite/records.ts'
import { explain, storageError } from '../sqlite/sqlite-error.ts'
import type { StoredDocument } from '../store.ts'

export interface FileRecord {
  readonly collection: string
  readonly key: string
  /** JSON. */
  readonly value: string
}

/** All that a database file keeps, one thing at a time. Reading throws `damaged`, naming what is. */
export interface FileContents {
  documents(): Generator<{ readonly name: string; readonly stored: StoredDocument }>
  records(): Generator<FileRecord>
  close(): void
}

/** Opens the file of a server that does not run, and looks through it. Throws a `StorageError`. */
export function readFile(file: string): FileContents {
  const { db, damage, release } = open(file)
  const close = () => {
    db.close()
    release()
  }
  if (damage.length > 0) {
    close()
    throw storageError('damaged', damage.join('; '))
  }
  return {
    documents: () => explained(documentsIn(db)),
    records: () => explained(recordsIn(db)),
    close,
  }
}

function open(file: string) {
  try {
    // Opening for writing would make it.
    closeSync(openSync(file, 'r'))
    return openDatabase(file, Number.POSITIVE_INFINITY)
  } catch (error) {
    throw explain(error)
  }
}

function* explained<T>(things: Generator<T>): Generator<T> {
  try {
    yield* things
  } catch (error) {
    throw explain(error)
  }
}

function* documentsIn(db: DatabaseSync) {
  const { load } = openDocuments(db, () => {})
  for (const row of db.prepare('SELECT name FROM document ORDER BY id').all()) {
    const name = String(row.name)
    yield { name, stored: load(name) }
  }
}

function* recordsIn(db: DatabaseSync): Generator<FileRecord> {
  const rows = db.prepare('SELECT collection, key, value, checksum FROM record ORDER BY collection, key')
  for (const row of rows.iterate()) {
    const [collection, key, value] = [String(row.collection), String(row.key), String(row.value)]
    if (!valueIn(collection, key, row)) throw storageError('damaged', `record ${collection}/${key}`)
    yield { collection, key, value }
  }
}
