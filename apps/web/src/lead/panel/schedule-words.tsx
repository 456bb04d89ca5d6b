import type { Agenda } from '@vispera/board'
import { useCallback, useEffect, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { onTicks } from '../clock/ticks.ts'
import { hourWords } from '../clock/time-words.ts'
import { scheduleOf } from '../plan.ts'
import { useLeads } from '../use-agenda.ts'
import styles from './agenda-panel.module.css'

/** "53 of 99 min, ends about 11:20"; for those who lead also how far from the plan. */
export function ScheduleWords({ agenda }: { agenda: Agenda }) {
  const { t, formatTag } = useWords()
  const leads = useLeads()
  const { total, done, endsAt, behindMs } = scheduleOf(agenda, useMinute())
  const behind = Math.round(behindMs / 60_000)
  const parts = [
    agenda.now
      ? t('lead.schedule.done', { done, minutes: total })
      : t('lead.schedule.total', { minutes: total }),
    ...(agenda.now && endsAt !== null
      ? [t('lead.schedule.ends', { time: hourWords(endsAt, formatTag) })]
      : []),
  ]
  return (
    <>
      {parts.join(' · ')}
      {leads && agenda.now && behind !== 0 && (
        <span className={styles.plan}>
          {behind > 0
            ? t('lead.schedule.behind', { count: behind })
            : t('lead.schedule.ahead', { count: -behind })}
        </span>
      )}
    </>
  )
}

/** The server's time, as often as minutes need it. */
function useMinute(): number {
  const session = useSession()
  const [at, setAt] = useState(session.serverNow)
  const keep = useCallback(
    (now: number) => setAt((before) => (Math.abs(now - before) >= 10_000 ? now : before)),
    [],
  )
  useEffect(() => onTicks(session, keep), [session, keep])
  return at
}
