import { createHmac, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '@vispera/storage'
import type { Config } from '../config.ts'
import { StartError } from '../start-error.ts'

const shortest = 32

/**
 * The secret that codes are hashed with. It lies beside the database, readable by its owner only, so that a
 * copy of the database alone gives no code away. Made on first start, unless the configuration gives one.
 */
export async function openPepper({ pepper, dataFolder }: Config): Promise<Uint8Array> {
  if (pepper && 'text' in pepper) return Buffer.from(pepper.text)
  return pepper ? readPepper(pepper.file) : ownPepper(join(dataFolder, 'pepper'))
}

async function ownPepper(file: string): Promise<Uint8Array> {
  try {
    await writeFile(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  }
  return readFile(file)
}

async function readPepper(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown problem'
    throw new StartError(
      `VISPERA_PEPPER_FILE is ${file}, which cannot be read (${code}). Give it to every machine.`,
    )
  })
  // Whoever writes a secret by hand ends the line; the bytes that a server made for itself are as they are.
  const text = bytes.toString('latin1')
  const meant = /^[\x21-\x7e]+\r?\n$/.test(text) ? Buffer.from(text.trimEnd()) : bytes
  if (meant.length < shortest)
    throw new StartError(`VISPERA_PEPPER_FILE is ${file}, which holds fewer than ${shortest} characters.`)
  return meant
}

/**
 * Machines with different secrets would not know each other's codes and hidden notes. The first one leaves a mark
 * of its own in the database they share; throws a StartError on one whose mark is another.
 */
export async function requireSharedPepper(store: Store, pepper: Uint8Array): Promise<void> {
  const mark = createHmac('sha256', pepper).update('vispera pepper').digest('base64url')
  if (await store.putIfAbsent('machines', 'pepper', mark)) return
  if ((await store.get('machines', 'pepper')) === mark) return
  throw new StartError(
    'This machine has another secret than those that use the same database. Give all of them the same one: ' +
      'copy the file "pepper" out of the data folder of the first, and set VISPERA_PEPPER_FILE to it everywhere.',
  )
}

const isErrno = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
