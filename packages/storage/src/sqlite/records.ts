import type { DatabaseSync } from 'node:sqlite'
import { beyond } from '../prefix.ts'
import type { RecordChange, StoredRecord } from '../store.ts'
import { recordChecksumOf } from './checksum.ts'
import { explain, storageError } from './sqlite-error.ts'

/**
 * The record half of the store, inside whatever transaction the caller has open. `notice` is told of records that
 * were left out.
 */
export function openRecords(db: DatabaseSync, notice: (line: string) => void) {
  const find = db.prepare('SELECT value, checksum FROM record WHERE collection = ? AND key = ?')
  const range =
    'SELECT key, value, checksum FROM record WHERE collection = ? AND key >= ? AND key < ? ORDER BY key'
  const put = db.prepare(
    'INSERT OR REPLACE INTO record (collection, key, value, checksum) VALUES (?, ?, ?, ?)',
  )
  const remove = db.prepare('DELETE FROM record WHERE collection = ? AND key = ?')

  /** All rows that can be read. Where a page is damaged the rest is read from the other end. */
  const rowsOf = (collection: string, prefix: string): Record<string, unknown>[] => {
    const from = [collection, prefix, beyond(prefix)] as const
    const before: Record<string, unknown>[] = []
    try {
      // Prepared each time: a statement that failed half way fails once more, whatever it is asked next.
      for (const row of db.prepare(range).iterate(...from)) before.push(row)
      return before
    } catch (error) {
      const after: Record<string, unknown>[] = []
      try {
        for (const row of db.prepare(`${range} DESC`).iterate(...from)) after.unshift(row)
      } catch {
        // As expected: it ends at the same damage, coming from the other side.
      }
      if (explain(error).reason !== 'damaged' || before.length + after.length === 0) throw error
      notice(`records ${collection}/${prefix}: some are on a damaged page and were left out`)
      return [...before, ...after]
    }
  }

  /** What is damaged is nobody's: whoever claims it would otherwise be refused for ever. */
  const isTaken = (collection: string, key: string): boolean => {
    const row = find.get(collection, key)
    return row !== undefined && valueIn(collection, key, row) !== null
  }

  return {
    get(collection: string, key: string): unknown {
      const row = find.get(collection, key)
      if (!row) return undefined
      const read = valueIn(collection, key, row)
      if (!read) throw storageError('damaged', `record ${collection}/${key}`)
      return read.value
    },

    list: (collection: string, prefix: string): StoredRecord[] =>
      rowsOf(collection, prefix).flatMap((row) => {
        const key = String(row.key)
        const read = valueIn(collection, key, row)
        if (!read) notice(`record ${collection}/${key}: it is damaged and was left out`)
        return read ? [{ key, value: read.value }] : []
      }),

    /** `false`, and nothing written, when a claimed key is taken. */
    write(changes: readonly RecordChange[]): boolean {
      const claimed = new Set<string>()
      for (const change of changes) {
        if (change.kind !== 'claim') continue
        const name = JSON.stringify([change.collection, change.key])
        if (claimed.has(name) || isTaken(change.collection, change.key)) return false
        claimed.add(name)
      }
      for (const change of changes) {
        const { collection, key } = change
        if (change.kind === 'delete') {
          remove.run(collection, key)
          continue
        }
        const json = JSON.stringify(change.value)
        put.run(collection, key, json, recordChecksumOf(collection, key, json))
      }
      return true
    },
  }
}

/** A row's value, or `null` when it is not what was put there. */
export function valueIn(
  collection: string,
  key: string,
  { value, checksum }: Record<string, unknown>,
): { readonly value: unknown } | null {
  const json = String(value)
  if (typeof checksum === 'number' && checksum !== recordChecksumOf(collection, key, json)) return null
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return null
  }
}
