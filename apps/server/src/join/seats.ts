import { type Role, roles } from '@vispera/board'
import type { Store } from '@vispera/storage'
import { z } from 'zod'
import { fingerprint, randomKey } from './keys.ts'
import { seal, unseal } from './sealed.ts'

const seats = 'seats'
const seatLifeMs = 12 * 60 * 60 * 1000
/** An expired seat still gives its owner their participant id (and so their drafts) back for this long. */
const memoryMs = 30 * 24 * 60 * 60 * 1000
/** A seat in use is written again at most this often. */
const renewEveryMs = 30 * 60 * 1000

const seatSchema = z.object({
  participant: z.string(),
  role: z.enum(roles),
  alias: z.string(),
  expiresAt: z.number(),
  /** The key it was opened with, sealed under the token: links can be handed on, the store alone knows none. */
  sealedKey: z.string(),
})

/** Somebody's place in a workshop, opened by a token. One object per token, however many sockets use it. */
export interface Seat {
  readonly id: string
  readonly workshop: string
  readonly participant: string
  readonly role: Role
  alias: string
  expiresAt: number
  readonly sealedKey: string
}

export interface Seats {
  /** Seats somebody; the token is answered once and kept nowhere. */
  take(
    workshop: string,
    seat: { participant: string; role: Role; alias: string },
    key: string,
  ): Promise<Token>
  /** The seat that a token opens in this workshop, its life prolonged; null when expired, unknown or foreign. */
  find(workshop: string, token: string): Promise<Seat | null>
  /** Like `find`, but for the owner of an expired seat too. */
  remember(workshop: string, token: string): Promise<Seat | null>
  /** The key that the seat was opened with. */
  keyOf(seat: Seat, token: string): string | null
  rename(seat: Seat, alias: string): Promise<void>
  /** Prolongs a seat that is in use. */
  touch(seat: Seat): Promise<void>
  /** Forgets how everyone in a workshop is called. */
  forgetNames(workshop: string): Promise<void>
  forget(workshop: string): Promise<void>
  /** Drops seats that expired long ago. */
  sweep(): Promise<void>
}

export interface Token {
  readonly token: string
  readonly seat: Seat
}

export function openSeats(store: Store, now: () => number): Seats {
  const live = new Map<string, WeakRef<Seat>>()
  const gone = new FinalizationRegistry<string>((id) => {
    if (!live.get(id)?.deref()) live.delete(id)
  })
  const idOf = (workshop: string, token: string) => `${workshop}/${fingerprint(token)}`
  const keep = (seat: Seat): Seat => {
    live.set(seat.id, new WeakRef(seat))
    gone.register(seat, seat.id)
    return seat
  }

  const load = async (workshop: string, token: string): Promise<Seat | null> => {
    const id = idOf(workshop, token)
    const known = live.get(id)?.deref()
    if (known) return known
    const parsed = seatSchema.safeParse(await store.get(seats, id))
    if (!parsed.success) return null
    // Another request may have read it meanwhile.
    return live.get(id)?.deref() ?? keep({ id, workshop, ...parsed.data })
  }
  const save = ({ id, participant, role, alias, expiresAt, sealedKey }: Seat) =>
    store.put(seats, id, { participant, role, alias, expiresAt, sealedKey })
  const touch = async (seat: Seat) => {
    const expiresAt = now() + seatLifeMs
    if (expiresAt - seat.expiresAt < renewEveryMs) return
    seat.expiresAt = expiresAt
    await save(seat)
  }

  return {
    async take(workshop, { participant, role, alias }, key) {
      const token = randomKey()
      const sealedKey = seal(key, token, 'seat')
      const id = idOf(workshop, token)
      const seat = keep({ id, workshop, participant, role, alias, expiresAt: now() + seatLifeMs, sealedKey })
      await save(seat)
      return { token, seat }
    },
    async find(workshop, token) {
      const seat = await load(workshop, token)
      if (!seat || seat.expiresAt <= now()) return null
      // A disk that is full must not keep people from reading.
      await touch(seat).catch(() => {})
      return seat
    },
    remember: load,
    keyOf: (seat, token) => unseal(seat.sealedKey, token, 'seat'),
    async rename(seat, alias) {
      seat.alias = alias
      await save(seat)
    },
    touch,
    async forgetNames(workshop) {
      const rows = await store.list(seats, `${workshop}/`)
      const named = rows.flatMap(({ key, value }) => {
        const seat = seatSchema.safeParse(value)
        return seat.success && seat.data.alias !== '' ? [{ key, value: { ...seat.data, alias: '' } }] : []
      })
      for (const { key } of named) {
        const seat = live.get(key)?.deref()
        if (seat) seat.alias = ''
      }
      await store.write(named.map(({ key, value }) => ({ kind: 'put', collection: seats, key, value })))
    },
    async forget(workshop) {
      const rows = await store.list(seats, `${workshop}/`)
      await store.write(rows.map(({ key }) => ({ kind: 'delete', collection: seats, key })))
      for (const id of live.keys()) if (id.startsWith(`${workshop}/`)) live.delete(id)
    },
    async sweep() {
      const rows = await store.list(seats)
      const old = rows.filter(({ value }) => {
        const seat = seatSchema.safeParse(value)
        return !seat.success || seat.data.expiresAt + memoryMs < now()
      })
      await store.write(old.map(({ key }) => ({ kind: 'delete', collection: seats, key })))
    },
  }
}
