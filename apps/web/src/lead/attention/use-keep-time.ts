import { useEffect } from 'react'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'

/** Measures the server's clock anew when this page comes back: from sleep, from another tab, from being offline. */
export function useKeepTime(): void {
  const session = useSession()
  const isOffline = useSessionValue(({ saveState }) => saveState().state === 'offline')
  useEffect(() => {
    if (isOffline) return
    // Nothing is lost when nobody answers: the clock runs on as it was.
    const ask = () => void (document.visibilityState === 'visible' && session.askTime().catch(() => {}))
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [session, isOffline])
}
