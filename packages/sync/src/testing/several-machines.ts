import { type Bus, openMemoryBus, openMemoryStore, type Store } from '@vispera/storage'
import type { Clock } from '../clock.ts'
import { type Incident, openRooms, type RoomsOptions } from '../rooms.ts'
import { aTroubledStore } from './troubled-store.ts'

/** How messages between machines fare; each number is a chance. */
export interface Weather {
  lost: number
  twice: number
  /** Kept back for up to 200 ms, behind others that were sent later. */
  late: number
}

/** Machines over one store and one bus; the store can be troubled for each of them alone. */
export function severalMachines(clock: Clock, random: () => number, options: Partial<RoomsOptions> = {}) {
  const inner = openMemoryStore()
  const wire = openMemoryBus()
  const weather: Weather = { lost: 0, twice: 0, late: 0 }
  const incidents: Incident[] = []

  function unruly(bus: Bus): Bus {
    return {
      ...bus,
      publish(channel, message) {
        if (random() < weather.lost) return
        if (random() < weather.late) clock.after(random() * 200, () => bus.publish(channel, message))
        else bus.publish(channel, message)
        if (random() < weather.twice) bus.publish(channel, message)
      },
    }
  }

  /** Starts machine number `slot`. */
  function start(slot: number) {
    const troubled = aTroubledStore(inner)
    const store: Store = { ...troubled.store, slot: async () => slot }
    const bus = unruly(wire.node())
    const rooms = openRooms({
      store,
      bus,
      clock,
      random,
      idleMs: 500,
      rules: () => ({ roots: { notes: 'map', order: 'array', done: 'map' } }),
      onIncident: (incident) => incidents.push(incident),
      ...options,
    })
    return { ...troubled, store, rooms, bus }
  }

  return { inner, wire, weather, incidents, start }
}
