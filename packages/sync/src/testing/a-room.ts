import { onTestFinished } from 'vitest'
import { type Incident, openRooms, type RoomsOptions } from '../rooms.ts'
import { aPerson, type Person, type PersonOptions } from './a-person.ts'
import { aClock, rest } from './manual-clock.ts'
import { aTroubledStore } from './troubled-store.ts'

/** Rooms over a store that can be troubled, on a clock of their own, and people to join them. */
export function aRoom(options: Partial<RoomsOptions> = {}) {
  const troubled = aTroubledStore()
  const clock = aClock()
  const incidents: Incident[] = []
  const rooms = openRooms({
    store: troubled.store,
    clock,
    rules: () => ({ roots: { notes: 'map', links: 'map', order: 'array' } }),
    onIncident: (incident) => incidents.push(incident),
    ...options,
  })
  const join = (person: PersonOptions = {}) => {
    const joined = aPerson(rooms, person)
    onTestFinished(() => joined.awareness.destroy())
    return joined
  }
  /** Lets commits and windows pass. */
  const settle = async (rounds = 6) => {
    for (let round = 0; round < rounds; round += 1) {
      await rest()
      clock.advance(100)
    }
    await rest()
  }
  return { rooms, clock, incidents, join, settle, ...troubled }
}

export const notesOf = (person: Person) => person.notes.toJSON()
