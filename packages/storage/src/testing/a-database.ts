import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { openSqliteStore } from '../sqlite/open-sqlite-store.ts'
import type { Store } from '../store.ts'

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vispera-storage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A store that is closed after the test at the latest. */
export async function aStore(file: string): Promise<Store> {
  const store = await openSqliteStore({ file })
  onTestFinished(() => store.close())
  return store
}

/** Fills a database, closes it, and answers its path. */
export async function aDatabase(fill: (store: Store) => Promise<unknown>): Promise<string> {
  const file = join(aFolder(), 'vispera.db')
  const store = await aStore(file)
  await fill(store)
  await store.close()
  return file
}

export function tamper(file: string, sql: string) {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

export const update = (document: string, ...bytes: number[]) => ({
  updates: [{ document, update: Uint8Array.from(bytes) }],
})
