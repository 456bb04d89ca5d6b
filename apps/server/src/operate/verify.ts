import { verifyDatabase } from '@vispera/storage'
import { size } from './backup.ts'
import { sayFindings } from './findings.ts'
import type { Place } from './place.ts'

/** Looks through a backup, or through the database itself. Answers the exit code. */
export async function verify(place: Place, typed: string | undefined): Promise<number> {
  const file = typed === undefined ? place.file : place.path(typed)
  const { manifest, schema, documents, records, problems, findings } = await verifyDatabase(file)
  if (problems.length > 0) {
    for (const problem of problems) place.say(`Damaged: ${problem}`)
    place.say(
      typed === undefined
        ? 'Boards can be read, nothing can be saved. Take back a backup, or stop the server and run: npm run vispera -- repair'
        : `Nothing should be taken back from ${file}.`,
    )
    return 1
  }
  place.say(`${file}: ${documents} documents, ${records} records, schema ${schema}`)
  if (manifest) place.say(`Made ${manifest.madeAt}, ${size(manifest.bytes)}, its checksum is right.`)
  else if (typed !== undefined)
    place.say('It has no manifest beside it, so nobody can say whether it is the file that was made.')
  const isDamaged = sayFindings(place, findings)
  if (!isDamaged) place.say('Everything in it can be read.')
  return isDamaged ? 1 : 0
}
