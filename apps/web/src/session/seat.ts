import type { Joined } from './api.ts'
import { readStored, writeStored } from './stored.ts'

/**
 * The seat of this tab in a workshop, so that a reload keeps the same participant. In the tab's own storage:
 * it goes with the tab, and another tab is another seat.
 */
export interface Seat {
  readonly token: string
  readonly key: string
  /** Whose it was; not known of seats taken before this was written down. */
  readonly participant?: string
}

const nameOf = (workshop: string) => `vispera.seat.${workshop}`

export function readSeat(workshop: string): Seat | null {
  try {
    return parseSeat(sessionStorage.getItem(nameOf(workshop)))
  } catch {
    return null
  }
}

export function writeSeat(workshop: string, key: string, joined: Joined | null): void {
  try {
    const { token, participant } = joined ?? {}
    if (joined)
      sessionStorage.setItem(nameOf(workshop), JSON.stringify({ token, key, participant: participant?.id }))
    else sessionStorage.removeItem(nameOf(workshop))
  } catch {
    // Storage is switched off: a reload takes a new seat.
  }
}

/**
 * A tab that goes with notes still unsent leaves its seat to the next one in this browser: only the same
 * participant finds the copy on the device and may send what its hand wrote.
 */
export const leaveSeatBehind = (workshop: string, seat: Seat): void =>
  writeStored(`left.${workshop}`, JSON.stringify(seat))

/** Takes up a seat that was left behind, once. */
export function takeSeatLeft(workshop: string): Seat | null {
  const left = parseSeat(readStored(`left.${workshop}`))
  writeStored(`left.${workshop}`, null)
  return left
}

function parseSeat(stored: string | null): Seat | null {
  try {
    const read: unknown = JSON.parse(stored ?? 'null')
    if (typeof read !== 'object' || read === null) return null
    const { token, key, participant } = read as Partial<Record<keyof Seat, unknown>>
    if (typeof token !== 'string' || typeof key !== 'string') return null
    return { token, key, ...(typeof participant === 'string' && { participant }) }
  } catch {
    return null
  }
}
