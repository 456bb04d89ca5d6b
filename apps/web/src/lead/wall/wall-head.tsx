import { useWords } from '../../i18n/use-words.ts'
import { Rule } from '../clock/rule.tsx'
import { TimeLeft } from '../clock/time-left.tsx'
import type { PlaceInAgenda } from '../plan.ts'
import { nameOf } from '../stage-words.ts'
import { useAgenda } from '../use-agenda.ts'
import styles from './wall-head.module.css'

/** Number, name and time, to be read from the last row. */
export function WallHead({ place, under }: { place: PlaceInAgenda; under: string }) {
  const words = useWords()
  const agenda = useAgenda()
  return (
    <header className={styles.head}>
      <span className={styles.number}>{words.number(place.number)}</span>
      <div className={styles.name}>
        <h1 dir="auto">{nameOf(place.stage, words)}</h1>
        <p dir="auto" role="status">
          {under}
        </p>
      </div>
      <TimeLeft now={place.now} stage={place.stage} className={styles.time} />
      <Rule agenda={agenda} className={styles.rule} />
    </header>
  )
}
