import type { DatabaseSync } from 'node:sqlite'
import type { RecordChange, StoredRecord } from '../store.ts'
import { beyond } from './prefix.ts'

/** The record half of the store, inside whatever transaction the caller has open. */
export function openRecords(db: DatabaseSync) {
  const find = db.prepare('SELECT value FROM record WHERE collection = ? AND key = ?')
  const range = db.prepare(
    'SELECT key, value FROM record WHERE collection = ? AND key >= ? AND key < ? ORDER BY key',
  )
  const put = db.prepare('INSERT OR REPLACE INTO record (collection, key, value) VALUES (?, ?, ?)')
  const remove = db.prepare('DELETE FROM record WHERE collection = ? AND key = ?')

  return {
    get(collection: string, key: string): unknown {
      const row = find.get(collection, key)
      return row && JSON.parse(String(row.value))
    },

    list: (collection: string, prefix: string): StoredRecord[] =>
      range
        .all(collection, prefix, beyond(prefix))
        .map((row) => ({ key: String(row.key), value: JSON.parse(String(row.value)) as unknown })),

    /** `false`, and nothing written, when a claimed key is taken. */
    write(changes: readonly RecordChange[]): boolean {
      const claimed = new Set<string>()
      for (const change of changes) {
        if (change.kind !== 'claim') continue
        const name = JSON.stringify([change.collection, change.key])
        if (claimed.has(name) || find.get(change.collection, change.key)) return false
        claimed.add(name)
      }
      for (const change of changes) {
        if (change.kind === 'delete') remove.run(change.collection, change.key)
        else put.run(change.collection, change.key, JSON.stringify(change.value))
      }
      return true
    },
  }
}
