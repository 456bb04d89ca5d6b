import { useEffect } from 'react'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { Person, WorkshopSession } from '../../session/workshop-session.ts'

export interface RaisedHand {
  readonly person: Person
  readonly since: number
}

/** Hands that are up, the one that was raised first before the others. */
export function useHandsUp(): readonly RaisedHand[] {
  const people = useSessionValue((session) => session.people())
  const signals = useSessionValue((session) => session.signals())
  return people
    .flatMap((person) => {
      const since = signals.get(person.id)?.hand ?? null
      return since === null ? [] : [{ person, since }]
    })
    .sort((one, other) => one.since - other.since)
}

export const useIsMyHandUp = (): boolean => useSessionValue((session) => session.mySignals().hand !== null)

export const moveHand = (session: WorkshopSession): void =>
  session.signal({ hand: session.mySignals().hand === null ? Math.round(session.serverNow()) : null })

/** Asks somebody to take their hand down, as they have had their turn. */
export function lowerHand(session: WorkshopSession, { person, since }: RaisedHand): void {
  const lowers = [...session.mySignals().lowers, `${person.id} ${since}`].slice(-20)
  session.signal({ lowers })
}

/** Takes this person's hand down when somebody who leads has called them. */
export function useLoweredHand(): void {
  const session = useSession()
  const people = useSessionValue((all) => all.people())
  const signals = useSessionValue((all) => all.signals())
  const hand = useSessionValue((all) => all.mySignals().hand)
  useEffect(() => {
    if (hand === null) return
    const mine = `${session.me.id} ${hand}`
    const isLowered = people.some(
      ({ id, role }) => (role === 'facilitator' || role === 'host') && signals.get(id)?.lowers.includes(mine),
    )
    if (isLowered) session.signal({ hand: null })
  }, [session, people, signals, hand])
}
