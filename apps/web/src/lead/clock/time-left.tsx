import type { AgendaStage, Now } from '@vispera/board'
import { classes } from '@vispera/ui'
import { useCallback, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useRemaining } from './ticks.ts'
import styles from './time-left.module.css'
import { timeWords, untilWords } from './time-words.ts'

interface TimeLeftProps {
  readonly now: Now
  readonly stage: AgendaStage
  readonly className?: string | undefined
}

/** What is left of a stage; red in its last minute, with a plus when it is over, and in words what is not counted. */
export function TimeLeft({ now, stage, className }: TimeLeftProps) {
  const words = useWords()
  const session = useSession()
  const { t } = words
  const isPaused = now.pausedAt !== null
  if (stage.mode === 'open' && stage.until) {
    const { at } = stage.until
    const isOver = session.serverNow() > at
    const until = untilWords(at, session.serverNow(), words.formatTag)
    return <p className={styles.words}>{t(isOver ? 'lead.time.closed' : 'lead.time.until', { until })}</p>
  }
  if (now.endsAt === null) {
    return <p className={styles.words}>{t(isPaused ? 'lead.time.paused' : 'lead.time.none')}</p>
  }
  return (
    <div className={classes(styles.time, className)}>
      <Counter now={now} />
      {isPaused && <p className={styles.paused}>{t('lead.time.paused')}</p>}
    </div>
  )
}

function Counter({ now }: { now: Now }) {
  const { t, formatTag } = useWords()
  const counter = useRef<HTMLSpanElement>(null)
  const show = useCallback(
    (leftMs: number | null) => {
      const element = counter.current
      if (!element || leftMs === null) return
      const words = timeWords(leftMs, formatTag)
      if (element.textContent !== words) element.textContent = words
      element.toggleAttribute('data-last', leftMs <= 60_000)
    },
    [formatTag],
  )
  useRemaining(now, show)
  // Digits run from left to right in every script.
  return <span ref={counter} role="timer" aria-label={t('lead.time')} dir="ltr" className={styles.counter} />
}
