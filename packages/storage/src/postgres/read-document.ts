import type { LogSince, StoredDocument } from '../store.ts'
import { damaged, verified } from './checksum.ts'
import type { Ask } from './line.ts'

interface Row {
  readonly part: 'document' | 'snapshot' | 'log'
  readonly seq: string
  readonly bytes: Uint8Array | null
  /** The generation in the document's row, a checksum in the others. */
  readonly number: string
}

// One statement sees one moment.
const loading = `
  WITH d AS (SELECT id, seq, generation FROM vispera.document WHERE name = $1),
  s AS (SELECT s.seq, s.bytes, s.checksum FROM vispera.snapshot s JOIN d ON s.document = d.id
        ORDER BY s.seq DESC LIMIT 1)
  SELECT 'document' AS part, seq::text, NULL::bytea AS bytes, generation::text AS number, 0::bigint AS nth FROM d
  UNION ALL SELECT 'snapshot', seq::text, bytes, checksum::text, 0 FROM s
  UNION ALL SELECT 'log', l.seq::text, l.bytes, l.checksum::text, l.seq
    FROM vispera.log l JOIN d ON l.document = d.id WHERE l.seq > coalesce((SELECT seq FROM s), 0)
  ORDER BY nth`

const loadingSince = `
  WITH d AS (SELECT id, seq, generation FROM vispera.document WHERE name = $1)
  SELECT 'document' AS part, seq::text, NULL::bytea AS bytes, generation::text AS number, 0::bigint AS nth FROM d
  UNION ALL SELECT 'log', l.seq::text, l.bytes, l.checksum::text, l.seq
    FROM vispera.log l JOIN d ON l.document = d.id WHERE l.seq > $2
  ORDER BY nth`

export async function load(ask: Ask, name: string): Promise<StoredDocument> {
  const { rows } = await ask<Row>({ name: 'load', text: loading, values: [name] })
  const document = rows.find(({ part }) => part === 'document')
  if (!document) return { snapshot: null, tail: [], seq: 0, generation: 1 }
  const newest = rows.find(({ part }) => part === 'snapshot')
  const snapshot = newest ? verified(name, Number(newest.seq), newest.bytes, newest.number) : null
  const seq = Number(document.seq)
  const tail = logIn(name, rows, Number(newest?.seq ?? 0), seq)
  return { snapshot, tail, seq, generation: Number(document.number) }
}

export async function since(ask: Ask, name: string, after: number): Promise<LogSince | null> {
  const { rows } = await ask<Row>({ name: 'since', text: loadingSince, values: [name, after] })
  const seq = Number(rows.find(({ part }) => part === 'document')?.seq ?? 0)
  if (after >= seq) return after === seq ? { updates: [], seq } : null
  const first = rows.find(({ part }) => part === 'log')
  if (Number(first?.seq) !== after + 1) return null
  const updates = logIn(name, rows, after, seq)
  return { updates: updates.map((bytes, index) => ({ seq: after + 1 + index, bytes })), seq }
}

/** The log after number `after`, which must reach `seq` without a hole. */
function logIn(name: string, rows: readonly Row[], after: number, seq: number): Uint8Array[] {
  let expected = after
  const updates = rows
    .filter(({ part }) => part === 'log')
    .map((logged) => {
      expected += 1
      if (Number(logged.seq) !== expected) throw damaged(name, `update ${expected} is missing`)
      return verified(name, expected, logged.bytes, logged.number)
    })
  if (expected !== seq) throw damaged(name, `it ends at update ${expected} instead of ${seq}`)
  return updates
}
