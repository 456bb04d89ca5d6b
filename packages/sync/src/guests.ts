import type { Clock } from './clock.ts'
import type { Presence, Present, ShownState } from './presence.ts'
import type { Session } from './session.ts'

/** A machine tells all its states every so often; what it has not told for this long has gone with it. */
const silenceMs = 45_000

interface Guest extends Present {
  readonly node: string
  clock: number
  heardAt: number
}

/** Who it is stands in the state already. */
const shownElsewhere = {}
const sessionOf = (participant: string): Session => ({
  participant,
  access: 'read',
  presence: shownElsewhere,
})

/**
 * People who are connected to other machines. Their machine has filled in who they are and has watched over
 * whose client ids are whose; here they are shown like anybody else, until they leave or their machine is silent.
 */
export function createGuests(clock: Clock, presence: Presence, tell: (ids: readonly number[]) => void) {
  const guests = new Map<number, Guest>()

  function hear(node: string, states: readonly ShownState[], isWhole: boolean) {
    const moved = states.flatMap((state) => set(node, state))
    if (isWhole) {
      const told = new Set(states.map(({ client }) => client))
      moved.push(...leave((client, guest) => guest.node === node && !told.has(client)))
    }
    if (moved.length > 0) tell(moved)
  }

  function set(node: string, { participant, client, clock: stateClock, encoded }: ShownState): number[] {
    const known = guests.get(client)
    if (!encoded) return leave((id, guest) => id === client && guest.node === node)
    const isSame = known?.node === node && known.session.participant === participant
    const guest: Guest = isSame
      ? known
      : { session: sessionOf(participant), nudge() {}, node, clock: -1, heardAt: 0 }
    guest.heardAt = clock.now()
    if (isSame && known.clock === stateClock) return []
    if (!presence.setShown(guest, client, stateClock, encoded)) return []
    guest.clock = stateClock
    guests.set(client, guest)
    return [client]
  }

  function leave(which: (client: number, guest: Guest) => boolean): number[] {
    const ids: number[] = []
    for (const [client, guest] of guests) {
      if (!which(client, guest)) continue
      guests.delete(client)
      // Nothing, if the same person has shown themselves elsewhere since.
      ids.push(...presence.leave(guest))
    }
    return ids
  }

  return {
    hear,
    isGuest: (present: Present) => 'node' in present,
    forgetSilent() {
      const ids = leave((_, guest) => clock.now() - guest.heardAt > silenceMs)
      if (ids.length > 0) tell(ids)
    },
  }
}
