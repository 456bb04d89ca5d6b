import { repairDocument, salvageDatabase } from '@vispera/storage'
import type { Place } from './place.ts'

/** Makes a new database of all that can be read in a damaged one; the server must not run. Answers the exit code. */
export function repairFile({ file, say }: Place): number {
  const salvage = salvageDatabase(file)
  if (!salvage) {
    say(`${file} is whole as a file. To repair one document: npm run vispera -- repair --document <name>`)
    return 0
  }
  const { documents, records, setBack, unreadable, aside } = salvage
  say(`${file} was made anew of what could be read: ${documents} documents, ${records} records.`)
  for (const document of setBack) say(`Set back to the last that could be read: ${document}`)
  for (const document of unreadable) say(`Nothing can be read of: ${document}`)
  say(`The damaged one is kept as ${aside}`)
  return 0
}

/** Goes back to what can still be read of a damaged document; the server must not run. Answers the exit code. */
export function repair({ file, say }: Place, document: string): number {
  const repaired = repairDocument({ file, document })
  switch (repaired.kind) {
    case 'unknown':
      say(`There is no document ${document}. Run "npm run vispera -- verify" to see which are damaged.`)
      return 1
    case 'whole':
      say(`${document} is whole; there is nothing to repair.`)
      return 0
    case 'hopeless':
      say(
        `${document}: ${repaired.damage}, and nothing of it can be read. It was left as it is: restore a backup.`,
      )
      return 1
    case 'repaired': {
      const { damage, kept, updates, aside } = repaired
      const lost = updates - kept
      say(
        lost === 0
          ? `${document}: ${damage}; nothing was lost.`
          : `${document}: ${damage}; it is as it was before the last ${lost} of its ${updates} updates.`,
      )
      say(`What was stored of it is kept in ${aside}`)
      return 0
    }
  }
}
