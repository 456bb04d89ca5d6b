import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { Batch, LogSince, Snapshot, StoredDocument } from '../store.ts'
import { beyond } from './prefix.ts'
import { storageError } from './sqlite-error.ts'

/** The document half of the store, inside whatever transaction the caller has open. */
export function openDocuments(db: DatabaseSync) {
  const find = db.prepare('SELECT id, seq, generation FROM document WHERE name = ?')
  const create = db.prepare('INSERT INTO document (name, seq) VALUES (?, 0)')
  const advance = db.prepare('UPDATE document SET seq = ? WHERE id = ?')
  const rename = db.prepare('UPDATE document SET generation = ? WHERE id = ?')
  const insertUpdate = db.prepare('INSERT INTO log (document, seq, bytes, checksum) VALUES (?, ?, ?, ?)')
  const insertSnapshot = db.prepare(
    'INSERT OR REPLACE INTO snapshot (document, seq, bytes, checksum) VALUES (?, ?, ?, ?)',
  )
  const newestSnapshots = db.prepare(
    'SELECT seq, bytes, checksum FROM snapshot WHERE document = ? ORDER BY seq DESC LIMIT 1',
  )
  const tailAfter = db.prepare(
    'SELECT seq, bytes, checksum FROM log WHERE document = ? AND seq > ? ORDER BY seq',
  )
  const holds = db.prepare('SELECT 1 FROM log WHERE document = ? AND seq = ?')
  const snapshotSeqs = db.prepare('SELECT seq FROM snapshot WHERE document = ? ORDER BY seq DESC LIMIT 2')
  const dropSnapshotsBefore = db.prepare('DELETE FROM snapshot WHERE document = ? AND seq < ?')
  const dropLogUpTo = db.prepare('DELETE FROM log WHERE document = ? AND seq <= ?')
  const named = db.prepare(
    'SELECT id, name FROM document WHERE name = ? OR (name >= ? AND name < ?) ORDER BY name',
  )
  const dropOtherSnapshots = db.prepare('DELETE FROM snapshot WHERE document = ? AND seq <> ?')

  const below = (path: string) => {
    const start = path.endsWith('/') ? path : `${path}/`
    return named.all(path, start, beyond(start))
  }

  /** The log after number `after`, which must reach `seq` without a hole. */
  const logAfter = (name: string, id: number, after: number, seq: number): Uint8Array[] => {
    let expected = after
    const updates = tailAfter.all(id, after).map((logged) => {
      expected += 1
      if (Number(logged.seq) !== expected) throw damaged(name, `update ${expected} is missing`)
      return verified(name, logged)
    })
    if (expected !== seq) throw damaged(name, `it ends at update ${expected} instead of ${seq}`)
    return updates
  }

  return {
    load(name: string): StoredDocument {
      const row = find.get(name)
      if (!row) return { snapshot: null, tail: [], seq: 0, generation: 1 }
      const [id, seq] = [Number(row.id), Number(row.seq)]
      const newest = newestSnapshots.get(id)
      const snapshot = newest ? verified(name, newest) : null
      const tail = logAfter(name, id, newest ? Number(newest.seq) : 0, seq)
      return { snapshot, tail, seq, generation: Number(row.generation) }
    },

    since(name: string, after: number): LogSince | null {
      const row = find.get(name)
      const seq = Number(row?.seq ?? 0)
      if (!row || after >= seq) return after === seq ? { updates: [], seq } : null
      const id = Number(row.id)
      if (!holds.get(id, after + 1)) return null
      const updates = logAfter(name, id, after, seq).map((bytes, index) => ({
        seq: after + 1 + index,
        bytes,
      }))
      return { updates, seq }
    },

    newGeneration(name: string): number {
      const generation = 2 + Math.floor(Math.random() * 2 ** 48)
      const row = find.get(name)
      rename.run(generation, Number(row?.id ?? create.run(name).lastInsertRowid))
      return generation
    },

    append(updates: Batch['updates']): Map<string, number> {
      const reached = new Map<string, number>()
      const ids = new Map<string, number>()
      for (const { document, update } of updates) {
        const row = ids.has(document) ? undefined : find.get(document)
        const id = ids.get(document) ?? Number(row?.id ?? create.run(document).lastInsertRowid)
        const seq = (reached.get(document) ?? Number(row?.seq ?? 0)) + 1
        insertUpdate.run(id, seq, update, checksum(document, seq, update))
        ids.set(document, id)
        reached.set(document, seq)
      }
      for (const [document, seq] of reached) advance.run(seq, ids.get(document) ?? 0)
      return reached
    },

    compact(name: string, { seq, bytes }: Snapshot) {
      const row = find.get(name)
      if (!row || seq > Number(row.seq)) return
      const id = Number(row.id)
      insertSnapshot.run(id, seq, bytes, checksum(name, seq, bytes))
      // The log since the previous snapshot stays with it: together they hold all that this one holds.
      const previous = Number(snapshotSeqs.all(id)[1]?.seq ?? 0)
      dropSnapshotsBefore.run(id, previous)
      dropLogUpTo.run(id, previous)
    },

    purge(name: string, { seq, bytes }: Snapshot) {
      const row = find.get(name)
      if (!row || seq > Number(row.seq)) return
      const id = Number(row.id)
      insertSnapshot.run(id, seq, bytes, checksum(name, seq, bytes))
      dropOtherSnapshots.run(id, seq)
      dropLogUpTo.run(id, seq)
    },

    names: (path: string): string[] => below(path).map((row) => String(row.name)),

    deletePath(path: string): number {
      const ids = below(path).map((row) => Number(row.id))
      for (const id of ids) {
        dropLogUpTo.run(id, Number.MAX_SAFE_INTEGER)
        dropSnapshotsBefore.run(id, Number.MAX_SAFE_INTEGER)
        db.prepare('DELETE FROM document WHERE id = ?').run(id)
      }
      return ids.length
    },
  }
}

// The name and number go into the sum, so that bytes in the wrong place are caught as well.
function checksum(name: string, seq: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${name}\n${seq}`))
}

function verified(name: string, row: Record<string, unknown>): Uint8Array {
  const { seq, bytes } = row
  if (!(bytes instanceof Uint8Array) || checksum(name, Number(seq), bytes) !== Number(row.checksum)) {
    throw damaged(name, `checksum of update ${seq} is wrong`)
  }
  return bytes
}

function damaged(name: string, detail: string) {
  return storageError('damaged', `document ${name}: ${detail}`)
}
