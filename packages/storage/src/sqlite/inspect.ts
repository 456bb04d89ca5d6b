import type { DatabaseSync } from 'node:sqlite'
import { type DocumentRow, documentRows, examineDocument } from './examine.ts'
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
 * Looks at every document and record, in a file of any version. Each document is read in a transaction of its own,
 * so that a server may go on writing meanwhile.
 */
export function inspect(db: DatabaseSync): Inspection {
  const rows = documentRows(db)
  const documents = rows.flatMap((row) => inspectDocument(db, row))
  const { records, findings } = inspectRecords(db)
  return { documents: rows.length, records, findings: [...documents, ...findings] }
}

/** A finding as a line for an operator. */
export function describeFinding(finding: Finding): string {
  if (finding.kind === 'record') return `record ${finding.collection}/${finding.key}: ${finding.what}`
  const { document, what, isServed } = finding
  const outcome = isServed ? 'another copy of it is served' : 'it cannot be opened'
  return `document ${document}: ${what}; ${outcome}`
}

function inspectDocument(db: DatabaseSync, { id, name }: DocumentRow): Finding[] {
  db.exec('BEGIN')
  try {
    const now = db.prepare('SELECT seq FROM document WHERE id = ?').get(id)
    if (!now) return []
    const seq = Number(now.seq)
    const { reaches, damage } = examineDocument(db, { id, name, seq })
    if (damage === null) return []
    const isServed = reaches.some(({ end }) => end >= seq)
    return [{ kind: 'document', document: name, what: damage, isServed }]
  } finally {
    // Nothing was written; after a damaged page there is no other way out.
    db.exec('ROLLBACK')
  }
}

function inspectRecords(db: DatabaseSync): { records: number; findings: Finding[] } {
  // All columns: older versions had no checksum.
  const rows = db.prepare('SELECT * FROM record')
  const findings: Finding[] = []
  let records = 0
  for (const row of rows.iterate()) {
    records += 1
    const [collection, key] = [String(row.collection), String(row.key)]
    if (!valueIn(collection, key, row)) findings.push({ kind: 'record', collection, key, what: 'is damaged' })
  }
  return { records, findings }
}
