import type { Joined } from './api.ts'

/**
 * The seat of this tab in a workshop, so that a reload keeps the same participant. In the tab's own storage:
 * it goes with the tab, and another tab is another seat.
 */
export interface Seat {
  readonly token: string
  readonly key: string
}

const nameOf = (workshop: string) => `vispera.seat.${workshop}`

export function readSeat(workshop: string): Seat | null {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(nameOf(workshop)) ?? 'null')
    if (typeof read !== 'object' || read === null) return null
    const { token, key } = read as Partial<Record<keyof Seat, unknown>>
    return typeof token === 'string' && typeof key === 'string' ? { token, key } : null
  } catch {
    return null
  }
}

export function writeSeat(workshop: string, key: string, joined: Joined | null): void {
  try {
    if (joined) sessionStorage.setItem(nameOf(workshop), JSON.stringify({ token: joined.token, key }))
    else sessionStorage.removeItem(nameOf(workshop))
  } catch {
    // Storage is switched off: a reload takes a new seat.
  }
}
