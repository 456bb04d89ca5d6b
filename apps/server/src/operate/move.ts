import { existsSync } from 'node:fs'
import { moveToPostgres } from '@vispera/storage'
import { OperateError, type Place } from './place.ts'

/** Moves a single machine's data into the database of several. The server must not run. Answers the exit code. */
export async function move(place: Place, url: string): Promise<number> {
  const moved = await moveToPostgres(place.file, url)
  if (!moved)
    throw new OperateError(
      'There are workshops in the database of DATABASE_URL already, and nothing was moved. Name an empty one.',
    )
  place.say(
    `${moved.documents} documents, each read back, and ${moved.records} records are in the database now.`,
  )
  place.say(
    existsSync(place.pepper)
      ? `Set VISPERA_PEPPER_FILE to ${place.pepper} on every node, or people would have to join anew.`
      : 'Give every node the secret that this Vispera had, or people would have to join anew.',
  )
  place.say(`${place.file} stays as it is. Never start it again once people work on the new one.`)
  return 0
}
