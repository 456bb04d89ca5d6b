import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Everything that the database holds, by where it lies: `document <name>`, `record <collection>`. */
export function dumpDatabase(folder: string): Map<string, Buffer> {
  const db = new DatabaseSync(join(folder, 'data', 'vispera.db'), { readOnly: true })
  const dump = new Map<string, Buffer>()
  const add = (where: string, bytes: Uint8Array) =>
    dump.set(where, Buffer.concat([dump.get(where) ?? Buffer.alloc(0), bytes]))
  for (const table of ['log', 'recent', 'snapshot']) {
    const rows = db.prepare(
      `SELECT name, bytes FROM ${table} JOIN document ON document.id = ${table}.document`,
    )
    for (const { name, bytes } of rows.all()) add(`document ${name}`, bytes as Uint8Array)
  }
  for (const { collection, key, value } of db.prepare('SELECT collection, key, value FROM record').all())
    add(`record ${collection}`, Buffer.from(`${key}\n${value}\n`))
  db.close()
  return dump
}

/** Every byte of every file in the data folder, the database's own files too. */
export function readDataFolder(folder: string): Buffer {
  const data = join(folder, 'data')
  return Buffer.concat(
    readdirSync(data)
      .map((name) => join(data, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file)),
  )
}
