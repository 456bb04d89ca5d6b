import type { DatabaseSync } from 'node:sqlite'
import { checksumOf } from './checksum.ts'

/** A stretch of a document that can be read: from a snapshot (0: from the beginning) to an update. */
export interface Reach {
  readonly base: number
  readonly end: number
}

export interface DocumentRow {
  readonly id: number
  readonly name: string
  readonly seq: number
}

export interface Examination {
  /** What can be read, newest snapshot first; a document is whole where one of them reaches its last update. */
  readonly reaches: readonly Reach[]
  /** The first thing that is not what was stored, in words. */
  readonly damage: string | null
}

export function documentRows(db: DatabaseSync): DocumentRow[] {
  const rows = db.prepare('SELECT id, name, seq FROM document ORDER BY name').all()
  return rows.map(({ id, name, seq }) => ({ id: Number(id), name: String(name), seq: Number(seq) }))
}

/** Reads all that is stored of a document, in a file of any version. */
export function examineDocument(db: DatabaseSync, { id, name, seq }: DocumentRow): Examination {
  const snapshots = soundness(db, 'snapshot', id, name)
  const log = soundness(db, 'log', id, name)
  const bases = [...snapshots.sound].sort((a, b) => b - a)
  if (snapshots.count === 0 || log.sound.has(1)) bases.push(0)
  const reaches = bases.map((base) => {
    let end = base
    while (log.sound.has(end + 1)) end += 1
    return { base, end }
  })
  const missing = reaches.some(({ end }) => end >= seq) ? null : 'an update is missing'
  return { reaches, damage: snapshots.damage ?? log.damage ?? missing }
}

function soundness(db: DatabaseSync, table: 'log' | 'snapshot', id: number, name: string) {
  const sound = new Set<number>()
  let count = 0
  let damage: string | null = null
  const rows = db.prepare(`SELECT seq, bytes, checksum FROM ${table} WHERE document = ? ORDER BY seq`)
  for (const row of rows.iterate(id)) {
    count += 1
    const seq = Number(row.seq)
    const isSound =
      row.bytes instanceof Uint8Array && checksumOf(name, seq, row.bytes) === Number(row.checksum)
    if (isSound) sound.add(seq)
    else damage ??= `${table === 'log' ? 'update' : 'snapshot'} ${seq} is damaged`
  }
  return { sound, count, damage }
}
