import { copyFileSync, existsSync, constants as files, mkdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { backUp, manifestOf } from '@vispera/storage'
import { sayFindings } from './findings.ts'
import { OperateError, type Place } from './place.ts'

/** Makes a backup while the server runs, or while it does not. Answers the exit code. */
export async function makeBackup(place: Place, typed: string, pepperTo: string | undefined): Promise<number> {
  const to = place.path(typed)
  const pepperFile = pepperTo === undefined ? null : place.path(pepperTo)
  if (pepperFile !== null && existsSync(pepperFile)) throw taken(pepperFile)
  if (pepperFile !== null && !existsSync(place.pepper))
    throw new OperateError(`There is no pepper at ${place.pepper}; nothing was backed up.`)
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  // The people who write come first.
  setPriority(constants.priority.PRIORITY_LOW)
  const backup = await backUp(place.file, to)
  if (!backup) throw taken(to)
  const { documents, bytes, madeAt } = backup.manifest
  place.say(`Backup made: ${to} (${documents} documents, ${size(bytes)}, ${madeAt})`)
  place.say(`Its manifest: ${manifestOf(to)}. Keep the two together.`)
  if (pepperFile !== null) {
    copyFileSync(place.pepper, pepperFile, files.COPYFILE_EXCL)
    place.say(`The pepper: ${pepperFile}. Keep it somewhere else than the backup.`)
  }
  return sayFindings(place, backup.findings) ? 1 : 0
}

const taken = (file: string) =>
  new OperateError(`There is a file ${file} already, and nothing was overwritten. Choose another name.`)

export const size = (bytes: number): string =>
  bytes < 10_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`
