import type { Seat } from './seats.ts'

/** The seats that somebody in this process holds, by id: one object each, however many sockets use it. */
export function createLiveSeats() {
  const live = new Map<string, WeakRef<Seat>>()
  const gone = new FinalizationRegistry<string>((id) => {
    if (!live.get(id)?.deref()) live.delete(id)
  })
  return {
    get: (id: string): Seat | undefined => live.get(id)?.deref(),
    keep(seat: Seat): Seat {
      live.set(seat.id, new WeakRef(seat))
      gone.register(seat, seat.id)
      return seat
    },
    forget: (id: string) => void live.delete(id),
    all: (): Seat[] => [...live.values()].flatMap((held) => held.deref() ?? []),
  }
}
