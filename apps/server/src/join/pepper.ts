import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret that codes are hashed with. It lies beside the database, readable by its owner only, so that a
 * copy of the database alone gives no code away. Made on first start.
 */
export async function openPepper(dataFolder: string): Promise<Uint8Array> {
  const file = join(dataFolder, 'pepper')
  try {
    await writeFile(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  }
  return readFile(file)
}

const isErrno = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
