import { createContext, useContext } from 'react'
import type { WorkshopSession } from './workshop-session.ts'

const SessionContext = createContext<WorkshopSession | null>(null)
export const SessionProvider = SessionContext.Provider

/** The session of the workshop on screen. Throws outside of one. */
export function useSession(): WorkshopSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider')
  return session
}
