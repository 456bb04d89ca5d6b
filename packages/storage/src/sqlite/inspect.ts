import type { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../storage-error.ts'
import { checksumOf } from './checksum.ts'
import { openDocuments } from './documents.ts'
import { valueIn } from './records.ts'

/** Something in a database that is not what was put there. */
export type Finding =
  /** `isServed`: what is damaged is held twice, and people get the other copy. */
  | {
      readonly kind: 'document'
      readonly document: string
      readonly what: string
      readonly isServed: boolean
    }
  | { readonly kind: 'record'; readonly collection: string; readonly key: string; readonly what: string }

export interface Inspection {
  readonly documents: number
  readonly records: number
  readonly findings: readonly Finding[]
}

/**
 * Looks at every document and record. Each document is read in a transaction of its own, so that a server may go
 * on writing meanwhile.
 */
export function inspect(db: DatabaseSync): Inspection {
  const names = db
    .prepare('SELECT name FROM document ORDER BY name')
    .all()
    .map((row) => String(row.name))
  const documents = names.flatMap((name) => inspectDocument(db, name))
  const { records, findings } = inspectRecords(db)
  return { documents: names.length, records, findings: [...documents, ...findings] }
}

/** A finding as a line for an operator. */
export function describeFinding(finding: Finding): string {
  if (finding.kind === 'record') return `record ${finding.collection}/${finding.key}: ${finding.what}`
  const { document, what, isServed } = finding
  const outcome = isServed ? 'it is served from another copy' : 'it cannot be opened'
  return `document ${document}: ${what}; ${outcome}`
}

function inspectDocument(db: DatabaseSync, document: string): Finding[] {
  db.exec('BEGIN')
  try {
    const damaged = firstDamage(db, document)
    const refusal = problemOf(() => openDocuments(db, () => {}).load(document))
    const what = refusal ?? damaged
    return what === null ? [] : [{ kind: 'document', document, what, isServed: refusal === null }]
  } finally {
    db.exec('COMMIT')
  }
}

// The log that a snapshot stands for and the snapshot before the newest are not needed today, but perhaps tomorrow.
function firstDamage(db: DatabaseSync, document: string): string | null {
  for (const table of ['log', 'snapshot'] as const) {
    const rows = db.prepare(
      `SELECT t.seq, t.bytes, t.checksum FROM ${table} t JOIN document d ON d.id = t.document WHERE d.name = ?`,
    )
    for (const { seq, bytes, checksum } of rows.iterate(document)) {
      const isSound =
        bytes instanceof Uint8Array && checksumOf(document, Number(seq), bytes) === Number(checksum)
      if (!isSound) return `${table === 'log' ? 'update' : 'snapshot'} ${seq} is damaged`
    }
  }
  return null
}

function inspectRecords(db: DatabaseSync): { records: number; findings: Finding[] } {
  const rows = db.prepare('SELECT collection, key, value, checksum FROM record')
  const findings: Finding[] = []
  let records = 0
  for (const row of rows.iterate()) {
    records += 1
    const [collection, key] = [String(row.collection), String(row.key)]
    if (!valueIn(collection, key, row)) findings.push({ kind: 'record', collection, key, what: 'is damaged' })
  }
  return { records, findings }
}

function problemOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof StorageError) return error.message
    throw error
  }
}
