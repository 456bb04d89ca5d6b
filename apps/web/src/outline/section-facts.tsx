import { classes } from '@vispera/ui'
import { Check, Unlink } from 'lucide-react'
import styles from './section-facts.module.css'
import type { SectionFact } from './sections/section.ts'

/** What is true of a section, one sentence each; what hangs says so by mark and words, not by colour alone. */
export function SectionFacts({ facts }: { facts: readonly SectionFact[] }) {
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact.key} className={classes(styles.fact, styles[fact.tone])}>
          {fact.tone === 'true' && <Check aria-hidden="true" />}
          {fact.tone === 'hanging' && <Unlink aria-hidden="true" />}
          <span dir="auto">{fact.words}</span>
        </li>
      ))}
    </ul>
  )
}
