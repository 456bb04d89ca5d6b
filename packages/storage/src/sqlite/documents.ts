import type { DatabaseSync } from 'node:sqlite'
import { beyond } from '../prefix.ts'
import { StorageError } from '../storage-error.ts'
import type { Batch, LogSince, Snapshot, Standing, StoredDocument } from '../store.ts'
import { checksumOf } from './checksum.ts'
import { type Logged, openLog } from './log.ts'
import { storageError } from './sqlite-error.ts'

/** A document's row, the number of its last update, and its history. */
interface Place {
  readonly id: number
  seq: number
  readonly generation: number
}

const mostKnown = 5000

/**
 * The document half of the store, inside whatever transaction the caller has open. `notice` is told of damage that
 * costs nobody anything yet.
 */
export function openDocuments(db: DatabaseSync, notice: (line: string) => void) {
  const log = openLog(db)
  /**
   * Where the documents written last are. Right as long as every append goes through `append`, this is emptied when
   * a document goes, and `forget` is called when a transaction is taken back.
   */
  const known = new Map<string, Place>()
  const find = db.prepare('SELECT id, seq, generation FROM document WHERE name = ?')
  const unborn = db.prepare('SELECT generation FROM history')
  const create = db.prepare(
    'INSERT INTO document (name, seq, generation) VALUES (?, 0, (SELECT generation FROM history))',
  )
  const advance = db.prepare('UPDATE document SET seq = ? WHERE id = ?')
  const rename = db.prepare('UPDATE document SET generation = ? WHERE id = ?')
  const insertSnapshot = db.prepare(
    'INSERT OR REPLACE INTO snapshot (document, seq, bytes, checksum) VALUES (?, ?, ?, ?)',
  )
  const snapshots = db.prepare(
    'SELECT seq, bytes, checksum FROM snapshot WHERE document = ? ORDER BY seq DESC LIMIT 1 OFFSET ?',
  )
  const snapshotSeqs = db.prepare('SELECT seq FROM snapshot WHERE document = ? ORDER BY seq DESC LIMIT 2')
  const dropSnapshotsBefore = db.prepare('DELETE FROM snapshot WHERE document = ? AND seq < ?')
  const named = db.prepare(
    'SELECT id, name FROM document WHERE name = ? OR (name >= ? AND name < ?) ORDER BY name',
  )
  const dropOtherSnapshots = db.prepare('DELETE FROM snapshot WHERE document = ? AND seq <> ?')

  const below = (path: string) => {
    const start = path.endsWith('/') ? path : `${path}/`
    return named.all(path, start, beyond(start))
  }

  const unbornGeneration = () => Number(unborn.get()?.generation)

  const placeOf = (name: string): Place => {
    const place = known.get(name)
    if (place) return place
    const row = find.get(name)
    const found = {
      id: Number(row?.id ?? create.run(name).lastInsertRowid),
      seq: Number(row?.seq ?? 0),
      generation: Number(row?.generation ?? unbornGeneration()),
    }
    if (known.size >= mostKnown) known.clear()
    known.set(name, found)
    return found
  }

  const refuseUnlessSame = ({ document, generation, seq }: Standing) => {
    const row = known.get(document) ?? find.get(document)
    if (Number(row?.generation ?? unbornGeneration()) !== generation || Number(row?.seq ?? 0) < seq)
      throw storageError('outdated', `document ${document}`)
  }

  /** What was logged after number `after`, which must reach `seq` without a hole. */
  const checked = (name: string, rows: Logged[], after: number, seq: number): Uint8Array[] => {
    let expected = after
    const updates = rows.map((logged) => {
      expected += 1
      if (logged.seq !== expected) throw damaged(name, `update ${expected} is missing`)
      return verified(name, logged)
    })
    if (expected !== seq) throw damaged(name, `it ends at update ${expected} instead of ${seq}`)
    return updates
  }

  /** The document from its newest snapshot, or from the one `before` that; both with the log since hold the same. */
  const loadFrom = (name: string, before: number): StoredDocument => {
    const row = find.get(name)
    if (!row) return { snapshot: null, tail: [], seq: 0, generation: unbornGeneration() }
    const [id, seq] = [Number(row.id), Number(row.seq)]
    const base = snapshots.get(id, before)
    const snapshot = base ? verified(name, base) : null
    const after = base ? Number(base.seq) : 0
    const tail = checked(name, log.after(id, after), after, seq)
    return { snapshot, tail, seq, generation: Number(row.generation) }
  }

  return {
    load(name: string): StoredDocument {
      try {
        return loadFrom(name, 0)
      } catch (error) {
        if (!(error instanceof StorageError)) throw error
        const whole = attempt(() => loadFrom(name, 1))
        if (whole === null) throw error
        notice(
          `document ${name}: its newest snapshot is damaged, the one before it is served with the log since`,
        )
        return whole
      }
    },

    since(name: string, after: number): LogSince | null {
      const row = find.get(name)
      const seq = Number(row?.seq ?? 0)
      if (!row || after >= seq) return after === seq ? { updates: [], seq } : null
      const rows = log.after(Number(row.id), after)
      if (rows[0]?.seq !== after + 1) return null
      const updates = checked(name, rows, after, seq).map((bytes, index) => ({
        seq: after + 1 + index,
        bytes,
      }))
      return { updates, seq }
    },

    newGeneration(name: string): number {
      const generation = newGeneration()
      known.delete(name)
      const row = find.get(name)
      rename.run(generation, Number(row?.id ?? create.run(name).lastInsertRowid))
      return generation
    },

    append({ updates, onto = [] }: Batch): Map<string, number> {
      for (const standing of onto) refuseUnlessSame(standing)
      const reached = new Map<string, Place>()
      for (const { document, update } of updates) {
        const place = placeOf(document)
        place.seq += 1
        log.add(place.id, place.seq, update, checksumOf(document, place.seq, update))
        reached.set(document, place)
      }
      for (const { id, seq } of reached.values()) advance.run(seq, id)
      log.settleSome()
      return new Map([...reached].map(([document, { seq }]) => [document, seq]))
    },

    compact(name: string, { seq, bytes }: Snapshot) {
      const row = find.get(name)
      if (!row || seq > Number(row.seq)) return
      const id = Number(row.id)
      insertSnapshot.run(id, seq, bytes, checksumOf(name, seq, bytes))
      // The log since the previous snapshot stays with it: together they hold all that this one holds.
      const previous = Number(snapshotSeqs.all(id)[1]?.seq ?? 0)
      dropSnapshotsBefore.run(id, previous)
      log.dropUpTo(id, previous)
    },

    purge(name: string, { seq, bytes }: Snapshot) {
      const row = find.get(name)
      if (!row || seq > Number(row.seq)) return
      const id = Number(row.id)
      insertSnapshot.run(id, seq, bytes, checksumOf(name, seq, bytes))
      dropOtherSnapshots.run(id, seq)
      log.dropUpTo(id, seq)
    },

    names: (path: string): string[] => below(path).map((row) => String(row.name)),

    deletePath(path: string): number {
      known.clear()
      const ids = below(path).map((row) => Number(row.id))
      for (const id of ids) {
        log.dropUpTo(id, Number.MAX_SAFE_INTEGER)
        dropSnapshotsBefore.run(id, Number.MAX_SAFE_INTEGER)
        db.prepare('DELETE FROM document WHERE id = ?').run(id)
      }
      return ids.length
    },

    /** What was written in the transaction was taken back. */
    forget: () => known.clear(),
  }
}

/** A number that no document had before; counting on would give one twice after a backup was taken back twice. */
export const newGeneration = (): number => 2 + Math.floor(Math.random() * 2 ** 48)

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof StorageError) return null
    throw error
  }
}

function verified(name: string, row: Logged | Record<string, unknown>): Uint8Array {
  const { seq, bytes } = row
  if (!(bytes instanceof Uint8Array) || checksumOf(name, Number(seq), bytes) !== Number(row.checksum)) {
    throw damaged(name, `checksum of update ${seq} is wrong`)
  }
  return bytes
}

function damaged(name: string, detail: string) {
  return storageError('damaged', `document ${name}: ${detail}`)
}
