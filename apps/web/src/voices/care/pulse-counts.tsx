import { pulseLevels } from '@vispera/board'
import type { Doc } from 'yjs'
import * as z from 'zod/mini'
import { useWords } from '../../i18n/use-words.ts'
import { useFromDoc } from '../from-stage.ts'
import styles from './pulse.module.css'

const countsSchema = z.record(z.enum(pulseLevels), z.int())
const none = { fine: 0, 'slow-down': 0, pause: 0 }

const readPulse = (lead: Doc): z.infer<typeof countsSchema> => {
  const counts = countsSchema.safeParse(lead.getMap('lead').get('pulse'))
  return counts.success ? counts.data : none
}

/** How many say what of the pace; never who. */
export function PulseCounts({ lead }: { lead: Doc }) {
  const { t, number } = useWords()
  const counts = useFromDoc(lead, readPulse)
  return (
    <dl className={styles.counts}>
      {pulseLevels.map((level) => (
        <div key={level}>
          <dt>{t(`voices.pulse.${level}`)}</dt>
          <dd>{number(counts[level])}</dd>
        </div>
      ))}
    </dl>
  )
}
