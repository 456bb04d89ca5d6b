import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useRemaining } from '../clock/ticks.ts'
import type { PlaceInAgenda } from '../plan.ts'
import { nameOf, promptOf } from '../stage-words.ts'
import { useAgenda, usePlace } from '../use-agenda.ts'

/** Says to those who listen what others see change: the stage, its last minutes, a pause. */
export function Announcer() {
  const words = useWords()
  const { t } = words
  const place = usePlace()
  const { ended } = useAgenda()
  const [said, setSaid] = useState('')
  const run = useRef<number | undefined>(undefined)
  const wasPaused = useRef(false)
  const isPaused = place ? place.now.pausedAt !== null : false

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another run is news
  useEffect(() => {
    const isFirst = run.current === undefined
    run.current = place?.now.run ?? 0
    if (!place) return isFirst ? undefined : setSaid(ended ? t('lead.said.ended') : '')
    const name = nameOf(place.stage, words)
    setSaid(
      t('lead.said.stage', {
        number: place.number,
        count: place.count,
        name,
        prompt: promptOf(place.stage, words),
      }),
    )
  }, [place?.now.run, ended])
  useEffect(() => {
    if (wasPaused.current === isPaused) return
    wasPaused.current = isPaused
    setSaid(t(isPaused ? 'lead.said.paused' : 'lead.said.goesOn'))
  }, [isPaused, t])
  return (
    <>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {place && <LastMinutes key={place.now.run} place={place} onSay={setSaid} />}
    </>
  )
}

const marks = [5, 1]

function LastMinutes({ place, onSay }: { place: PlaceInAgenda; onSay: (words: string) => void }) {
  const { t } = useWords()
  const before = useRef<number | null>(null)
  const hear = useCallback(
    (leftMs: number | null) => {
      const last = before.current
      before.current = leftMs
      if (last === null || leftMs === null) return
      const passed = marks.find((minutes) => last > minutes * 60_000 && leftMs <= minutes * 60_000)
      if (passed !== undefined) onSay(t('lead.said.left', { count: passed }))
      else if (last > 0 && leftMs <= 0) onSay(t('lead.said.over'))
    },
    [t, onSay],
  )
  useRemaining(place.now, hear)
  return null
}
