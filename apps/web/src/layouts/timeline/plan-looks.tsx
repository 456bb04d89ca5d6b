import { classes, directionOf, Sun, Swatch } from '@vispera/ui'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { FactIcon } from '../../note/fact-icon.tsx'
import type { LookProps } from '../layout.ts'
import { useArranged } from '../shared/arranged-context.ts'
import { Empty } from './anchored.tsx'
import { endParts } from './ends.ts'
import type { TimelineFurniture } from './furniture-types.ts'
import styles from './plan.module.css'

/** A step as a line of the plan: its number, why now, the change, and what is known of it. */
export function PlanLine({ note, children, selected }: LookProps) {
  const { dir } = useWords()
  const row = (useArranged().furniture as TimelineFurniture).rows.get(note.id)
  if (!row) return null
  return (
    <div className={classes(styles.row, selected && styles.chosen)} dir={dir}>
      <span className={styles.number}>{row.number}</span>
      <div className={styles.rowBody}>
        <p className={styles.because}>{row.because}</p>
        <div className={classes(styles.words, row.isGoal && styles.goal)} dir={directionOf(note.text) ?? dir}>
          {children ?? note.text}
        </div>
        <p className={styles.facts}>
          {row.grounding && (
            <span className={styles.grounding} data-tone={row.grounding.tone}>
              <FactIcon name={row.grounding.icon} />
              {row.grounding.text}
            </span>
          )}
          {row.lane && (
            <span>
              <Swatch color={row.lane.color} className={styles.swatch} />
              {row.lane.label}
            </span>
          )}
          {row.tactics !== '' && <span>{row.tactics}</span>}
        </p>
      </div>
    </div>
  )
}

/** The instant before, as the upper part of the poster at the end of reading. */
export function FinaleScene({ note, children, selected }: LookProps) {
  const { kind } = useBoardOnScreen()
  const words = useWords()
  const { t, dir } = words
  return (
    <div
      className={classes(styles.finale, styles.finaleScene, selected && styles.chosen)}
      dir={directionOf(note.text) ?? dir}
    >
      <div className={styles.finaleSun}>
        <Sun className={styles.sun} />
      </div>
      <p className={styles.finaleLabel}>{t('surface.plan.thenInstant')}</p>
      <div className={styles.finaleText}>
        {children ?? (note.text.trim() || <Empty id="surface.timeline.sceneEmpty" />)}
      </div>
      {endParts({ kind, words }, note).map((part) => (
        <p key={part.id} className={styles.finaleText}>
          <b>{part.label}</b> {part.lines.join(words.t('surface.comma'))}
        </p>
      ))}
    </div>
  )
}

/** Victory, as its lower part. */
export function Finale({ note, children, selected }: LookProps) {
  const { t, dir } = useWords()
  return (
    <div
      className={classes(styles.finale, styles.finaleEnd, selected && styles.chosen)}
      dir={directionOf(note.text) ?? dir}
    >
      <p className={styles.finaleLabel}>{t('surface.plan.andSo')}</p>
      <h3 className={styles.finaleWords}>
        {children ?? (note.text.trim() || <Empty id="surface.timeline.posterEmpty" />)}
      </h3>
    </div>
  )
}
