import type { Now } from '@vispera/board'
import { remainingMs } from '@vispera/board'
import { useEffect } from 'react'
import { useSession } from '../../session/session-context.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'

type Listener = (at: number) => void

const tickers = new WeakMap<WorkshopSession, Set<Listener>>()

/**
 * Calls back now and about every second with the server's time, for those who write a number into the page
 * themselves: nothing is drawn anew for a second that passes.
 */
export function onTicks(session: WorkshopSession, listener: Listener): () => void {
  const listeners = tickers.get(session) ?? startTicks(session)
  listeners.add(listener)
  listener(session.serverNow())
  return () => listeners.delete(listener)
}

function startTicks(session: WorkshopSession): Set<Listener> {
  const listeners = new Set<Listener>()
  tickers.set(session, listeners)
  let timer: ReturnType<typeof setTimeout>
  const tick = () => {
    clearTimeout(timer)
    if (listeners.size === 0) {
      tickers.delete(session)
      document.removeEventListener('visibilitychange', tick)
      return
    }
    const at = session.serverNow()
    for (const listener of listeners) listener(at)
    // Four times a second is often enough that no second is seen twice as long as another.
    timer = setTimeout(tick, 250)
  }
  document.addEventListener('visibilitychange', tick)
  timer = setTimeout(tick, 250)
  return listeners
}

/** Hands on what is left on the timer (null without one) whenever a second has passed or the clock was set. */
export function useRemaining(now: Now, listener: (leftMs: number | null, at: number) => void): void {
  const session = useSession()
  useEffect(() => onTicks(session, (at) => listener(remainingMs(now, at), at)), [session, now, listener])
}
