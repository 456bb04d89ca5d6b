import { useEffect, useState } from 'react'
import type { Invitation } from '../../session/api.ts'
import { useSession } from '../../session/session-context.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'

const asked = new WeakMap<WorkshopSession, Promise<Invitation>>()

/** The code and the links that this seat may hand on; asked for once. Null until they are there. */
export function useInvitation(): Invitation | null {
  const session = useSession()
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  useEffect(() => {
    let isWanted = true
    const answer = asked.get(session) ?? session.api.invitation()
    asked.set(session, answer)
    answer.then(
      (found) => isWanted && setInvitation(found),
      () => {
        // Without a code the button still opens the links that came with joining; the next visit asks again.
        asked.delete(session)
      },
    )
    return () => {
      isWanted = false
    }
  }, [session])
  return invitation
}
