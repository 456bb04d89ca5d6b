import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Doc } from 'yjs'
import { useSession } from '../session/session-context.ts'

/** Reads something of the `lead` document, again after each change; `none` for those who may not read it. */
export function useLeadValue<T>(read: (lead: Doc) => T, none: T): T {
  const session = useSession()
  const last = useRef<{ json: string; value: T }>({ json: '', value: none })
  const look = useCallback(() => {
    const lead = session.lead()
    const value = lead ? read(lead) : none
    const json = JSON.stringify(value)
    // The same object while it says the same, so that nobody is woken for nothing.
    if (json !== last.current.json) last.current = { json, value }
    return last.current.value
  }, [session, read, none])
  return useSyncExternalStore(session.subscribe, look)
}
