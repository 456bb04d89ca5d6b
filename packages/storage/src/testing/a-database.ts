import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** Fills a database and answers the path of one as it is where the server was killed then. */
export async function aKilledDatabase(fill: (store: Store) => Promise<unknown>): Promise<string> {
  const folder = aFolder()
  const [file, killed] = [join(folder, 'vispera.db'), join(folder, 'killed.db')]
  const store = await aStore(file)
  await fill(store)
  for (const part of ['', '-wal']) copyFileSync(`${file}${part}`, `${killed}${part}`)
  await store.close()
  return killed
}

/** A page in the middle of a table, counted from 0. */
export function aLeafOf(file: string, table: string): number {
  const db = new DatabaseSync(file)
  const leaves = db.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'").all(table)
  db.close()
  return Number(leaves[leaves.length >> 1]?.pageno) - 1
}

export function breakPage(file: string, page: number) {
  const content = readFileSync(file)
  content.fill(0xab, page * 4096, (page + 1) * 4096)
  writeFileSync(file, content)
}

export function tamper(file: string, sql: string) {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

export const update = (document: string, ...bytes: number[]) => ({
  updates: [{ document, update: Uint8Array.from(bytes) }],
})
