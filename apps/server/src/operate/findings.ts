import { describeFinding, type Finding } from '@vispera/storage'
import type { Place } from './place.ts'

/** Says what is damaged and what can be done; answers whether anything is. */
export function sayFindings({ say }: Place, findings: readonly Finding[]): boolean {
  for (const finding of findings) say(`Damaged: ${describeFinding(finding)}.`)
  const closed = findings.flatMap((one) => (one.kind === 'document' && !one.isServed ? [one.document] : []))
  const [first] = closed
  if (first !== undefined) {
    say('Everything else is served as before. To go back to what can still be read, stop the server and run:')
    say(`  npm run vispera -- repair --document ${first}`)
  } else if (findings.length > 0) {
    say('Documents are served all the same; records that are damaged are left out.')
  }
  return findings.length > 0
}
