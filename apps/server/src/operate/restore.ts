import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { restoreBackup } from '@vispera/storage'
import { sayFindings } from './findings.ts'
import { OperateError, type Place } from './place.ts'

/** Takes a backup back into the data folder; the server must not run. Answers the exit code. */
export async function takeBack(
  place: Place,
  typed: string,
  force: boolean,
  pepperFrom: string | undefined,
): Promise<number> {
  const pepperFile = pepperFrom === undefined ? null : place.path(pepperFrom)
  if (pepperFile !== null && !existsSync(pepperFile))
    throw new OperateError(`There is no file ${pepperFile}. Nothing was changed.`)
  const restored = await restoreBackup({ backup: place.path(typed), file: place.file, force })
  if (!restored) {
    throw new OperateError(
      `There is a database ${place.file} already, and nothing was changed. Say --force to replace it; it is kept beside the new one.`,
    )
  }
  if (pepperFile !== null) {
    const incoming = `${place.pepper}.restoring`
    copyFileSync(pepperFile, incoming)
    renameSync(incoming, place.pepper)
  }
  place.say(`Taken back: ${restored.documents} documents into ${place.file}`)
  if (restored.replaced !== null) place.say(`What was there is kept as ${restored.replaced}`)
  if (!existsSync(place.pepper))
    place.say(
      'There is no pepper here: a new one is made at the next start. Links work; codes and notes hidden for care do not.',
    )
  place.say('What devices still hold from after this backup is not merged into it in silence.')
  return sayFindings(place, restored.findings) ? 1 : 0
}
