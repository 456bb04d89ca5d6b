import { mkdir } from 'node:fs/promises'
import type { Config } from './config.ts'
import { openPepper } from './join/pepper.ts'
import { StartError } from './start-error.ts'

/** Makes the data folder if needed, for its owner only, and opens the pepper in it. Throws a StartError. */
export async function openDataFolder(config: Config): Promise<Uint8Array> {
  const folder = config.dataFolder
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await openPepper(config)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`The data folder ${folder} cannot be used: ${problemOf(error)}`)
  }
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'this user may not write there. Change its owner, or set VISPERA_DATA to another folder.'
    case 'EROFS':
      return 'it is on a read-only disk. Set VISPERA_DATA to a folder that can be written.'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Make room, or set VISPERA_DATA to a folder on another disk.'
    case 'EEXIST':
    case 'ENOTDIR':
      return 'there is a file of that name. Set VISPERA_DATA to a folder.'
    default:
      return `${String(code ?? 'unknown problem')}. Set VISPERA_DATA to another folder.`
  }
}
