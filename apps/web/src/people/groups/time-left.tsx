import { groupLeftMs } from '@vispera/board'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useAttention } from '../../lead/attention/use-attention.ts'
import { onTicks } from '../../lead/clock/ticks.ts'
import { timeWords } from '../../lead/clock/time-words.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './groups.module.css'
import { markAt, type Timed, timesOver } from './times-over.ts'

/** What is left for a group. Only the number in the page changes from second to second. */
export function TimeLeft({ endsAt, label }: { endsAt: number; label?: string }) {
  const { t, formatTag } = useWords()
  const session = useSession()
  const { paused } = useAttention()
  const counter = useRef<HTMLSpanElement>(null)
  useEffect(
    () =>
      onTicks(session, (at) => {
        const element = counter.current
        if (!element) return
        const leftMs = groupLeftMs(endsAt, paused, at)
        const words = timeWords(leftMs, formatTag)
        if (element.textContent !== words) element.textContent = words
        element.toggleAttribute('data-last', leftMs <= 60_000)
      }),
    [session, endsAt, paused, formatTag],
  )
  return (
    <span
      ref={counter}
      role="timer"
      aria-label={label ?? t('people.groups.left.mine')}
      dir="ltr"
      className={styles.time}
    />
  )
}

/** The mark that has just been passed, in minutes, for a while; that of the end stays. */
export function useMinuteMark(endsAt: number | null, marks: readonly number[]): number | null {
  const session = useSession()
  const { paused } = useAttention()
  const [mark, setMark] = useState<number | null>(null)
  useEffect(() => {
    if (endsAt === null) return setMark(null)
    return onTicks(session, (at) => {
      const leftMs = groupLeftMs(endsAt, paused, at)
      setMark(markAt(leftMs, marks))
    })
  }, [session, endsAt, paused, marks])
  return mark
}

/** The numbers of the groups whose time is up, one after the other as it happens. */
export function useTimesOver(groups: readonly Timed[]): readonly number[] {
  const session = useSession()
  const { paused } = useAttention()
  const [over, setOver] = useState<readonly number[]>([])
  useEffect(
    () =>
      onTicks(session, (at) =>
        setOver((before) => {
          const next = timesOver(groups, paused, at)
          return String(next) === String(before) ? before : next
        }),
      ),
    [session, groups, paused],
  )
  return over
}
