import { useToast } from '@vispera/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchActions } from '../../actions/create-actions.ts'
import { useWords } from '../../i18n/use-words.ts'
import { onDemand } from '../../later/later.ts'
import { useIsWarm } from '../../later/warm-up.ts'
import type { Wall } from '../wall-context.ts'
import { type KeptEvents, keepEvents } from './keep-events.ts'

const hands = onDemand(() => import('./hands.tsx'))

/**
 * The hands of a wall, once they are there. They come when somebody reaches for the wall, or with the rest of the
 * page; what was done meanwhile is done when they come.
 */
export function useHandsPart(wall: Wall) {
  const { t } = useWords()
  const toast = useToast()
  const isWarm = useIsWarm()
  const kept = useRef<KeptEvents | null>(null)
  const { grip } = wall.layout
  // Counted, not kept: on another board the hands are there already, and only that board's grip is new.
  const [, setArrivals] = useState(0)
  const here = isThere(wall) ? hands.now() : undefined

  const fetch = useCallback(
    () =>
      Promise.all([hands.fetch(), grip.fetch(), fetchActions()]).then(() =>
        setArrivals((count) => count + 1),
      ),
    [grip],
  )
  const reach = useCallback(() => {
    fetch().catch(() => {
      kept.current?.drop()
      toast({ message: t('shell.part.missing') })
    })
  }, [fetch, toast, t])

  const isHere = here !== undefined
  const onEvent = useRef(reach)
  onEvent.current = reach
  useEffect(() => {
    const element = wall.viewport()
    if (isThere(wall) || !element) return
    const ask = () => onEvent.current()
    const events = keepEvents(element, ask)
    kept.current = events
    element.addEventListener('pointerenter', ask, { once: true })
    return () => {
      element.removeEventListener('pointerenter', ask)
      events.stop()
    }
  }, [wall])
  useEffect(() => {
    // By now the hands listen: they are drawn inside this component.
    if (isHere) void kept.current?.replay()
  }, [isHere])
  useEffect(() => {
    // Nobody is waiting yet: when this fails, the first touch asks again.
    if (isWarm) fetch().catch(() => {})
  }, [isWarm, fetch])
  return here
}

const isThere = ({ layout: { grip } }: Wall) => hands.now() !== undefined && grip.now() !== undefined
