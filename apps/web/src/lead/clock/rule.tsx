import type { Agenda, Now } from '@vispera/board'
import { classes } from '@vispera/ui'
import { useCallback, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { placeIn, plannedMinutes, stateOf } from '../plan.ts'
import styles from './rule.module.css'
import { useRemaining } from './ticks.ts'

/** A stage without a timer still has to be seen. */
const leastMinutes = 1.5
/** More than this, and the gaps would be more than the pieces. */
const manyStages = 24

/** The rule is the clock: one piece for each stage, as wide as its minutes. */
export function Rule({ agenda, className }: { agenda: Agenda; className?: string | undefined }) {
  const { t } = useWords()
  const place = placeIn(agenda)
  const label = place
    ? t('lead.rule', { number: place.number, count: place.count })
    : t('lead.rule.all', { count: agenda.stages.length })
  return (
    <div
      role="img"
      aria-label={label}
      className={classes(styles.rule, agenda.stages.length > manyStages && styles.many, className)}
    >
      {agenda.stages.map((stage, index) => {
        const state = stateOf(agenda, index)
        return (
          <span
            key={stage.id}
            className={styles[state]}
            style={{ flexGrow: Math.max(leastMinutes, plannedMinutes(stage)) }}
          >
            {state === 'now' && agenda.now && <Filling now={agenda.now} />}
          </span>
        )
      })}
    </div>
  )
}

/** How much of the stage has passed. */
function Filling({ now }: { now: Now }) {
  const filling = useRef<HTMLSpanElement>(null)
  const fill = useCallback(
    (leftMs: number | null) => {
      const whole = (now.endsAt ?? 0) - now.startedAt
      const passed = leftMs === null || whole <= 0 ? 0.5 : 1 - leftMs / whole
      const share = `${(Math.min(1, Math.max(0, passed)) * 100).toFixed(1)}%`
      if (filling.current && filling.current.style.inlineSize !== share)
        filling.current.style.inlineSize = share
    },
    [now],
  )
  useRemaining(now, fill)
  return <span ref={filling} className={styles.filling} />
}
