import { beyond } from '../prefix.ts'
import type { Snapshot } from '../store.ts'
import { checksumAt } from './checksum.ts'
import type { Ask } from './line.ts'

// What takes out of the log rather than adding to it. Each is one transaction on a connection that is not the
// writer's, so that a large snapshot keeps nobody waiting.

/** Puts a snapshot in the place of the log, unless a newer one is there; keeps the one before it and the log since. */
export async function compact(ask: Ask, name: string, snapshot: Snapshot): Promise<void> {
  const id = await putSnapshot(ask, name, snapshot)
  if (id === null) return
  await ask({
    text: `WITH previous AS (
             SELECT coalesce((SELECT seq FROM vispera.snapshot WHERE document = $1 ORDER BY seq DESC OFFSET 1 LIMIT 1), 0) AS seq
           ), snapshots AS (
             DELETE FROM vispera.snapshot WHERE document = $1 AND seq < (SELECT seq FROM previous)
           )
           DELETE FROM vispera.log WHERE document = $1 AND seq <= (SELECT seq FROM previous)`,
    values: [id],
  })
}

/** Puts a snapshot in the place of the log and of all that was before it. */
export async function purge(ask: Ask, name: string, snapshot: Snapshot): Promise<void> {
  const id = await putSnapshot(ask, name, snapshot)
  if (id === null) return
  await ask({
    text: 'DELETE FROM vispera.snapshot WHERE document = $1 AND seq <> $2',
    values: [id, snapshot.seq],
  })
  await ask({ text: 'DELETE FROM vispera.log WHERE document = $1 AND seq <= $2', values: [id, snapshot.seq] })
}

/** Answers the document's id; null when there is nothing for the snapshot to stand for, or a newer one stands. */
async function putSnapshot(ask: Ask, name: string, { seq, bytes }: Snapshot): Promise<string | null> {
  // People go on writing meanwhile; only forgetting the document has to wait.
  const { rows } = await ask<{ id: string }>({
    text: 'SELECT id FROM vispera.document WHERE name = $1 AND seq >= $2 FOR KEY SHARE',
    values: [name, seq],
  })
  const id = rows[0]?.id
  if (id === undefined) return null
  // Two nodes may do this at once, and the one that began with less may come last: what a purge has just taken out
  // must not come back with it.
  await ask({ text: `SELECT pg_advisory_xact_lock(hashtextextended('snapshot ' || $1, 0))`, values: [id] })
  const { rowCount } = await ask({
    text: `INSERT INTO vispera.snapshot (document, seq, bytes, checksum)
           SELECT $1, $2, $3, $4 WHERE NOT EXISTS (
             SELECT FROM vispera.snapshot WHERE document = $1 AND seq > $2)
           ON CONFLICT (document, seq) DO UPDATE SET bytes = excluded.bytes, checksum = excluded.checksum`,
    values: [id, seq, asBuffer(bytes), checksumAt(name, seq, bytes)],
  })
  return rowCount === 0 ? null : id
}

const within = 'name = $1 OR (name >= $2 AND name < $3)'
const valuesOf = (path: string) => {
  const start = path.endsWith('/') ? path : `${path}/`
  return [path, start, beyond(start)]
}

export async function namesWithin(ask: Ask, path: string): Promise<string[]> {
  const { rows } = await ask<{ name: string }>({
    text: `SELECT name FROM vispera.document WHERE ${within} ORDER BY name`,
    values: valuesOf(path),
  })
  return rows.map(({ name }) => name)
}

export async function deleteWithin(ask: Ask, path: string): Promise<number> {
  const { rows } = await ask<{ count: number }>({
    text: `WITH gone AS (DELETE FROM vispera.document WHERE ${within} RETURNING id),
           logs AS (DELETE FROM vispera.log WHERE document IN (SELECT id FROM gone)),
           snapshots AS (DELETE FROM vispera.snapshot WHERE document IN (SELECT id FROM gone))
           SELECT count(*)::int AS count FROM gone`,
    values: valuesOf(path),
  })
  return rows[0]?.count ?? 0
}

export async function newGeneration(ask: Ask, name: string): Promise<number> {
  const generation = 2 + Math.floor(Math.random() * 2 ** 48)
  await ask({
    text: `INSERT INTO vispera.document (name, seq, generation) VALUES ($1, 0, $2)
           ON CONFLICT (name) DO UPDATE SET generation = excluded.generation`,
    values: [name, generation],
  })
  return generation
}

// The driver sends a Buffer as it is, and any other array as text.
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
