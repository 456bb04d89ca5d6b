import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { onTicks } from '../../lead/clock/ticks.ts'
import { timeWords } from '../../lead/clock/time-words.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './groups.module.css'

/** What is left for the groups. Only the number in the page changes from second to second. */
export function TimeLeft({ endsAt }: { endsAt: number }) {
  const { t, formatTag } = useWords()
  const session = useSession()
  const counter = useRef<HTMLSpanElement>(null)
  useEffect(
    () =>
      onTicks(session, (at) => {
        const element = counter.current
        if (!element) return
        const words = timeWords(endsAt - at, formatTag)
        if (element.textContent !== words) element.textContent = words
        element.toggleAttribute('data-last', endsAt - at <= 60_000)
      }),
    [session, endsAt, formatTag],
  )
  return (
    <span ref={counter} role="timer" aria-label={t('people.groups.left')} dir="ltr" className={styles.time} />
  )
}

/** The last of these marks that has been passed, in minutes; null before the first. */
export function useMinuteMark(endsAt: number | null, marks: readonly number[]): number | null {
  const session = useSession()
  const [mark, setMark] = useState<number | null>(null)
  useEffect(() => {
    if (endsAt === null) return setMark(null)
    return onTicks(session, (at) => {
      const left = endsAt - at
      const passed = marks.filter((minutes) => left <= minutes * 60_000)
      setMark(passed.length === 0 ? null : Math.min(...passed))
    })
  }, [session, endsAt, marks])
  return mark
}
