import { useSyncExternalStore } from 'react'
import { useSession } from './session-context.ts'
import type { WorkshopSession } from './workshop-session.ts'

/** One value of the session; re-renders only when that value changes. `pick` must answer the same for the same. */
export function useSessionValue<T>(pick: (session: WorkshopSession) => T): T {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => pick(session))
}
