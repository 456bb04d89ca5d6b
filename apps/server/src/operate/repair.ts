import { repairDocument } from '@vispera/storage'
import type { Place } from './place.ts'

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
