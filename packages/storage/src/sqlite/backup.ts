import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Finding, inspect } from './inspect.ts'
import { checkFile, recognise } from './recognise.ts'
import { syncFile } from './replace.ts'
import { explain, storageError } from './sqlite-error.ts'

/** What lies beside a backup as `<file>.json`: enough to know, much later, what it is and whether it is still whole. */
export interface Manifest {
  readonly format: 'vispera-backup'
  readonly madeAt: string
  readonly schema: number
  readonly bytes: number
  readonly sha256: string
  readonly documents: number
  readonly records: number
}

export interface Backup {
  readonly manifest: Manifest
  /** What was damaged in the database and is so in the copy. */
  readonly findings: readonly Finding[]
}

/** What is known of a file that may be a backup or a database. */
export interface Verification {
  readonly schema: number
  /** `null` when there is none; then nobody can say whether the file is the one that was made. */
  readonly manifest: Manifest | null
  readonly documents: number
  readonly records: number
  /** What is wrong with the file as a file; nothing may be taken back from it then. */
  readonly problems: readonly string[]
  readonly findings: readonly Finding[]
}

export const manifestOf = (file: string): string => `${file}.json`

/**
 * Copies a database into `to`, as it is at one moment, while a server goes on writing. Answers `null` when there is
 * a file already: nothing is overwritten. Throws a `StorageError`; then there is no file `to`.
 */
export async function backUp(
  from: string,
  to: string,
  now: () => Date = () => new Date(),
): Promise<Backup | null> {
  if (existsSync(to) || existsSync(manifestOf(to))) return null
  const partial = `${to}.partial`
  rmSync(partial, { force: true })
  try {
    copy(from, partial)
    const { documents, records, findings, schema } = lookInto(partial)
    const manifest: Manifest = {
      format: 'vispera-backup',
      madeAt: now().toISOString(),
      schema,
      bytes: statSync(partial).size,
      sha256: await hashOf(partial),
      documents,
      records,
    }
    syncFile(partial)
    renameSync(partial, to)
    await writeFile(manifestOf(to), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    syncFile(dirname(to))
    return { manifest, findings }
  } catch (error) {
    rmSync(partial, { force: true })
    throw explain(error)
  }
}

/** Reads a whole backup, or a database, and says whether it is what it should be. Changes nothing. */
export async function verifyDatabase(file: string): Promise<Verification> {
  try {
    const manifest = await readManifest(file)
    const found = lookInto(file)
    const isSame = manifest === null || (await hashOf(file)) === manifest.sha256
    const problems = isSame
      ? found.problems
      : ['it is not the file that its manifest describes', ...found.problems]
    return { ...found, problems, manifest }
  } catch (error) {
    throw explain(error)
  }
}

function copy(from: string, to: string) {
  closeSync(openSync(from, 'r'))
  // Private from the first byte; SQLite takes an empty file for a new database.
  closeSync(openSync(to, 'wx', 0o600))
  const db = new DatabaseSync(from, { readOnly: true, timeout: 10_000 })
  try {
    if (recognise(db) === 0) throw storageError('foreign', 'it is empty')
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
}

const nothing = { schema: 0, documents: 0, records: 0, findings: [] }

function lookInto(file: string): Omit<Verification, 'manifest'> {
  closeSync(openSync(file, 'r'))
  const db = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    const schema = recognise(db)
    if (schema === 0) throw storageError('foreign', 'it is empty')
    const problems = checkFile(db)
    return { ...nothing, ...(problems.length > 0 ? {} : inspect(db)), schema, problems }
  } catch (error) {
    const { reason, message } = explain(error)
    if (reason !== 'damaged') throw error
    return { ...nothing, problems: [message] }
  } finally {
    db.close()
  }
}

async function readManifest(file: string): Promise<Manifest | null> {
  if (!existsSync(manifestOf(file))) return null
  const text = await readFile(manifestOf(file), 'utf8')
  const manifest = parse(text)
  if (!manifest) throw storageError('foreign', `${manifestOf(file)} is not the manifest of a backup`)
  return manifest
}

function parse(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text)
    const isOurs = typeof value === 'object' && value !== null && 'format' in value && 'sha256' in value
    return isOurs && value.format === 'vispera-backup' ? (value as Manifest) : null
  } catch {
    return null // no JSON at all
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
