import { useMemo } from 'react'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { Person } from '../../session/workshop-session.ts'

/** Who is in the room: how many with a say (this person too), who of the others, and how many look on. */
export function useHeads(): { here: number; shown: readonly Person[]; observers: number } {
  const { me } = useSession()
  const people = useSessionValue((session) => session.people())
  const observers = useSessionValue((session) => session.observers())
  return useMemo(() => {
    const others = people.filter((person) => person.role !== 'observer' && person.role !== 'screen')
    const iCount = me.role !== 'observer' && me.role !== 'screen'
    return {
      here: others.length + (iCount ? 1 : 0),
      // A face without a name says nothing in a strip; the count has them.
      shown: others.filter((person) => person.name !== ''),
      observers: observers + (me.role === 'observer' ? 1 : 0),
    }
  }, [me, people, observers])
}
