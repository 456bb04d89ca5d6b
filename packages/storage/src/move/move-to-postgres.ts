import { Client } from 'pg'
import { checksumAt } from '../postgres/checksum.ts'
import type { Ask } from '../postgres/line.ts'
import { explain, postgresError } from '../postgres/postgres-error.ts'
import { load } from '../postgres/read-document.ts'
import { lockClass, migrate, migrating } from '../postgres/schema.ts'
import type { StoredDocument } from '../store.ts'
import { type FileContents, type FileRecord, readFile } from './read-file.ts'

export interface Moved {
  readonly documents: number
  readonly records: number
}

/** What machines tell each other. It says nothing about a workshop, and a node may have written it already. */
const ofMachines = 'machines'
/** Rows that go in one statement. */
const together = 500

/**
 * Copies all that the file of a single machine keeps into an empty database, all or nothing. Documents keep their
 * numbers and histories, so that devices go on as after a reconnect. Answers `null` when there are workshops in the
 * database already. The file stays as it is. Throws a `StorageError`: `in-use` while a server has the file,
 * `damaged` with the name of what has to be repaired before.
 */
export async function moveToPostgres(file: string, url: string): Promise<Moved | null> {
  const contents = readFile(file)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await migrate(client)
    await client.query('BEGIN')
    const moved = await fill(client, contents)
    await client.query(moved ? 'COMMIT' : 'ROLLBACK')
    return moved
  } catch (error) {
    throw explain(error)
  } finally {
    contents.close()
    // What was not committed is gone with the connection.
    await client.end().catch(() => {})
  }
}

async function fill(client: Client, contents: FileContents): Promise<Moved | null> {
  const ask: Ask = (query) => client.query(query)
  // Neither a second move nor a node that is just starting.
  await client.query('SELECT pg_advisory_xact_lock($1, $2)', [lockClass, migrating])
  if (!(await isEmpty(ask))) return null
  let documents = 0
  for (const { name, stored } of contents.documents()) {
    await put(ask, name, stored)
    if (!isSame(stored, await load(ask, name)))
      throw postgresError('failed', `document ${name} did not arrive as it was`)
    documents += 1
  }
  let records = 0
  for (const some of inGroups(contents.records())) records += await putRecords(ask, some)
  return { documents, records }
}

async function isEmpty(ask: Ask): Promise<boolean> {
  const { rows } = await ask<{ taken: boolean }>({
    text: `SELECT EXISTS (SELECT FROM vispera.document)
             OR EXISTS (SELECT FROM vispera.record WHERE collection <> $1) AS taken`,
    values: [ofMachines],
  })
  return rows[0]?.taken === false
}

async function put(ask: Ask, name: string, { snapshot, tail, seq, generation }: StoredDocument) {
  const made = await ask<{ id: string }>({
    text: 'INSERT INTO vispera.document (name, seq, generation) VALUES ($1, $2, $3) RETURNING id',
    values: [name, seq, generation],
  })
  const id = made.rows[0]?.id
  const first = seq - tail.length + 1
  if (snapshot)
    await ask({
      text: 'INSERT INTO vispera.snapshot (document, seq, bytes, checksum) VALUES ($1, $2, $3, $4)',
      values: [id, first - 1, Buffer.from(snapshot), checksumAt(name, first - 1, snapshot)],
    })
  for (let start = 0; start < tail.length; start += together) {
    const some = tail.slice(start, start + together)
    await ask({
      text: `INSERT INTO vispera.log (document, seq, bytes, checksum)
             SELECT $1, * FROM unnest($2::bigint[], $3::bytea[], $4::bigint[])`,
      values: [
        id,
        some.map((_, index) => first + start + index),
        some.map((update) => Buffer.from(update)),
        some.map((update, index) => checksumAt(name, first + start + index, update)),
      ],
    })
  }
}

async function putRecords(ask: Ask, records: readonly FileRecord[]): Promise<number> {
  const { rowCount } = await ask({
    text: `INSERT INTO vispera.record (collection, key, value)
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
    values: [
      records.map(({ collection }) => collection),
      records.map(({ key }) => key),
      records.map(({ value }) => value),
    ],
  })
  return rowCount ?? 0
}

function* inGroups(records: Iterable<FileRecord>): Generator<FileRecord[]> {
  let group: FileRecord[] = []
  for (const record of records) {
    if (record.collection === ofMachines) continue
    group.push(record)
    if (group.length < together) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

const bytesOf = ({ snapshot, tail }: StoredDocument) => [snapshot ?? new Uint8Array(), ...tail]

function isSame(one: StoredDocument, other: StoredDocument): boolean {
  const [these, those] = [bytesOf(one), bytesOf(other)]
  return (
    one.seq === other.seq &&
    one.generation === other.generation &&
    these.length === those.length &&
    these.every((bytes, index) => Buffer.compare(bytes, those[index] ?? new Uint8Array()) === 0)
  )
}
