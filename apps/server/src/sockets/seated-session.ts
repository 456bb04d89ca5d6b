import type { Role } from '@vispera/board'
import type { Session } from '@vispera/sync'

/** A session of somebody with a seat; rules of documents ask for their role. */
export interface SeatedSession extends Session {
  readonly role: Role
}

export const roleOf = (session: Session): Role | null => (session as Partial<SeatedSession>).role ?? null
