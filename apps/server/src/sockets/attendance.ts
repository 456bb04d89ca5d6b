import type { Role } from '@vispera/board'
import { type Bus, openNoBus } from '@vispera/storage'
import type { Seat } from '../join/seats.ts'
import { openElsewhere } from '../nodes/elsewhere.ts'

/** How many are connected; the same person on two devices counts once. */
export interface People {
  readonly here: number
  readonly observers: number
}

/** Over all workshops; a number for the metrics, never a name. */
export interface RoleCount {
  readonly people: number
  readonly sockets: number
}

/** Who has a socket open, by workshop, on this machine or another one of the same store. In memory only. */
export interface Attendance {
  enter(seat: Seat): () => void
  count(workshop: string): People
  /** Participants who are connected with a role for which `is` holds. */
  present(workshop: string, is: (role: Role) => boolean): string[]
  /** Of this machine alone. */
  byRole(): ReadonlyMap<Role, RoleCount>
  /** Calls back when somebody has come or gone on another machine. */
  onElsewhere(callback: (workshop: string) => void): void
  /** Whether this machine does what one does for all in this workshop, and does no harm twice. */
  isOurs(workshop: string): boolean
  /** Tells the others that nobody is here any more. */
  close(): void
}

export function openAttendance(bus: Bus = openNoBus(), now: () => number = Date.now): Attendance {
  /** Sockets by seat, by workshop. A seat's role may change while it is here. */
  const workshops = new Map<string, Map<Seat, number>>()
  const seated = (workshop: string) => [...(workshops.get(workshop)?.keys() ?? [])]
  const elsewhere = openElsewhere(bus, now, {
    workshops: () => [...workshops.keys()],
    people: (workshop) => seated(workshop).map(({ participant, role }) => [participant, role] as const),
  })
  const participants = (workshop: string, is: (role: Role) => boolean) => [
    ...new Set([
      ...seated(workshop)
        .filter(({ role }) => is(role))
        .map(({ participant }) => participant),
      ...elsewhere
        .people(workshop)
        .filter(([, role]) => is(role))
        .map(([participant]) => participant),
    ]),
  ]
  return {
    enter(seat) {
      const present = workshops.get(seat.workshop) ?? new Map<Seat, number>()
      workshops.set(seat.workshop, present)
      present.set(seat, (present.get(seat) ?? 0) + 1)
      elsewhere.changed(seat.workshop)
      let isIn = true
      return () => {
        if (!isIn) return
        isIn = false
        const rest = (present.get(seat) ?? 1) - 1
        if (rest === 0) present.delete(seat)
        else present.set(seat, rest)
        if (present.size === 0) workshops.delete(seat.workshop)
        elsewhere.changed(seat.workshop)
      }
    },
    count: (workshop) => ({
      here: participants(workshop, (role) => role !== 'observer' && role !== 'screen').length,
      observers: participants(workshop, (role) => role === 'observer').length,
    }),
    present: participants,
    onElsewhere: elsewhere.onChange,
    isOurs: elsewhere.isOurs,
    close: elsewhere.close,
    byRole() {
      const found = new Map<Role, { people: Set<string>; sockets: number }>()
      for (const present of workshops.values()) {
        for (const [{ role, participant }, count] of present) {
          const one = found.get(role) ?? { people: new Set<string>(), sockets: 0 }
          one.people.add(participant)
          one.sockets += count
          found.set(role, one)
        }
      }
      return new Map(
        [...found].map(([role, { people, sockets }]) => [role, { people: people.size, sockets }]),
      )
    },
  }
}
