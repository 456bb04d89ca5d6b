import type { Seat } from '../join/seats.ts'

/** How many are connected; the same person on two devices counts once. */
export interface People {
  readonly here: number
  readonly observers: number
}

/** Who has a socket open, by workshop. In memory only. */
export interface Attendance {
  enter(seat: Seat): () => void
  count(workshop: string): People
}

export function openAttendance(): Attendance {
  const workshops = new Map<string, Map<string, { role: Seat['role']; sockets: number }>>()
  return {
    enter({ workshop, participant, role }) {
      const present = workshops.get(workshop) ?? new Map()
      workshops.set(workshop, present)
      const name = `${participant} ${role}`
      const entry = present.get(name) ?? { role, sockets: 0 }
      present.set(name, entry)
      entry.sockets++
      let isIn = true
      return () => {
        if (!isIn) return
        isIn = false
        entry.sockets--
        if (entry.sockets === 0) present.delete(name)
        if (present.size === 0) workshops.delete(workshop)
      }
    },
    count(workshop) {
      let here = 0
      let observers = 0
      for (const { role } of workshops.get(workshop)?.values() ?? []) {
        if (role === 'observer') observers++
        else if (role !== 'screen') here++
      }
      return { here, observers }
    },
  }
}
