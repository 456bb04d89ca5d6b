/** The server's time on a device whose own clock may be hours off, or be set while the page is open. */
export interface ServerClock {
  /** The server's milliseconds since the epoch. */
  now(): number
  /** Takes an answer of the server that was asked for at `askedAt` (this clock's `ticks`) and says `serverNow`. */
  hear(serverNow: number, askedAt: number): void
}

/** `ticks` counts milliseconds evenly from anywhere (`performance.now`). */
export function openServerClock(serverNow: number, ticks = () => performance.now()): ServerClock {
  let offset = serverNow - ticks()
  let uncertainty = Number.POSITIVE_INFINITY
  return {
    now: () => ticks() + offset,
    hear(said, askedAt) {
      const heardAt = ticks()
      const roundTrip = heardAt - askedAt
      const heard = said - (askedAt + heardAt) / 2
      // A slow answer tells little; unless it shows that this device has slept or was told something wrong.
      const isOff = Math.abs(heard - offset) > roundTrip / 2 + 1_000
      if (roundTrip > uncertainty && !isOff) return
      uncertainty = roundTrip
      offset = heard
    },
  }
}
