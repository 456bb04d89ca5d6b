import type { Role } from '@vispera/board'
import type { Services } from '../services.ts'
import { keysToHandOn, type WorkshopRecord } from '../workshops/directory.ts'
import { keysBelow } from './keys.ts'
import type { Seat } from './seats.ts'

export interface KeyInHand {
  readonly role: Role
  readonly key: string
  readonly record: WorkshopRecord
}

/**
 * The key that a seat acts with: the one lent with a later role, else the one it came with; never one that is
 * worth more than its role is now. Null when its key opens nothing any more.
 */
export async function keyInHand(
  { seats, doors }: Services,
  seat: Seat,
  token: string,
): Promise<KeyInHand | null> {
  const key = seats.lentKeyOf(seat) ?? seats.keyOf(seat, token)
  const opened = key === null ? null : await doors.open(seat.workshop, key)
  if (key === null || !opened) return null
  const { record, role } = opened
  const own = keysBelow(role, key, seat.workshop, record.epoch, record.epochs)[seat.role]
  if (own !== undefined && role !== seat.role) return { role: seat.role, key: own, record }
  return { role, key, record }
}

/** Every key that a seat may hand on, by role. */
export async function keysInHand(services: Services, seat: Seat, token: string) {
  const inHand = await keyInHand(services, seat, token)
  return inHand ? keysToHandOn(seat.workshop, inHand.record, inHand.role, inHand.key) : {}
}
