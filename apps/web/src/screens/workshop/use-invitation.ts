import { useEffect, useSyncExternalStore } from 'react'
import type { Invitation } from '../../session/api.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'

interface Asked {
  answer: Invitation | null
  /** What it was asked for: another role, other links or another door have another answer. */
  standing: string
}
const asked = new WeakMap<WorkshopSession, Asked>()
const listeners = new Set<() => void>()

/** The code and the links that this seat may hand on; asked for once, and again when they may have changed. */
export function useInvitation(): Invitation | null {
  const session = useSession()
  const standing = useSessionValue(({ me, stage }) => {
    const { lobby = 'open', linksRenewed = 0 } = stage()?.workshop ?? {}
    return `${me.role} ${lobby} ${linksRenewed}`
  })
  useEffect(() => {
    if (asked.get(session)?.standing !== standing) ask(session, standing)
  }, [session, standing])
  return useSyncExternalStore(subscribe, () => asked.get(session)?.answer ?? null)
}

function ask(session: WorkshopSession, standing: string): void {
  const entry: Asked = { answer: asked.get(session)?.answer ?? null, standing }
  asked.set(session, entry)
  session.api.invitation().then(
    (answer) => {
      if (asked.get(session) !== entry) return
      entry.answer = answer
      for (const listener of listeners) listener()
    },
    () => {
      // Without a code the button still opens the links that came with joining; the next visit asks again.
      if (asked.get(session) === entry) entry.standing = ''
    },
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
