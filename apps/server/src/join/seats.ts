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
  /** The key of a role that was given to it later, sealed under the pepper, which is not in the store. */
  lentKey: z.string().optional(),
})

/** Somebody's place in a workshop, opened by a token. One object per token, however many sockets use it. */
export interface Seat {
  readonly id: string
  readonly workshop: string
  readonly participant: string
  /** Changes while people are in: ask it each time. */
  role: Role
  alias: string
  expiresAt: number
  readonly sealedKey: string
  lentKey?: string | undefined
}

export interface Seats {
  /** Seats somebody; the token is answered once and kept nowhere. */
  take(
    workshop: string,
    seat: { participant: string; role: Role; alias: string; lentKey?: string | undefined },
    key: string,
  ): Promise<Token>
  /** The seat that a token opens in this workshop, its life prolonged; null when expired, unknown or foreign. */
  find(workshop: string, token: string): Promise<Seat | null>
  /** Like `find`, but for the owner of an expired seat too. */
  remember(workshop: string, token: string): Promise<Seat | null>
  /** The key that the seat was opened with. */
  keyOf(seat: Seat, token: string): string | null
  /** The key that was given to the seat with a later role, if any. */
  lentKeyOf(seat: Seat): string | null
  /** The seats that are not over yet. */
  all(workshop: string): Promise<Seat[]>
  /** Gives every seat of somebody another role, and a key to it where there is one to give. */
  changeRole(workshop: string, participant: string, role: Role, key: string | null): Promise<void>
  /** Ends the seats for which `which` holds: their tokens open nothing any more. */
  end(workshop: string, which: (seat: Seat) => boolean): Promise<void>
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

export function openSeats(store: Store, pepper: Uint8Array, now: () => number): Seats {
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
  const rowOf = ({ participant, role, alias, expiresAt, sealedKey, lentKey }: Seat) => ({
    participant,
    role,
    alias,
    expiresAt,
    sealedKey,
    ...(lentKey === undefined ? {} : { lentKey }),
  })
  const save = (seat: Seat) => store.put(seats, seat.id, rowOf(seat))
  /** Every seat of a workshop, the live object where somebody holds it. */
  const inWorkshop = async (workshop: string): Promise<Seat[]> => {
    const rows = await store.list(seats, `${workshop}/`)
    return rows.flatMap(({ key: id, value }) => {
      const known = live.get(id)?.deref()
      if (known) return [known]
      const parsed = seatSchema.safeParse(value)
      return parsed.success ? [keep({ id, workshop, ...parsed.data })] : []
    })
  }
  const touch = async (seat: Seat) => {
    // A seat that was ended is not brought back by a socket that has not heard of it yet.
    if (seat.expiresAt === 0) return
    const expiresAt = now() + seatLifeMs
    if (expiresAt - seat.expiresAt < renewEveryMs) return
    seat.expiresAt = expiresAt
    await save(seat)
  }

  return {
    async take(workshop, who, key) {
      const token = randomKey()
      const sealedKey = seal(key, token, 'seat')
      const id = idOf(workshop, token)
      const seat = keep({ id, workshop, ...who, expiresAt: now() + seatLifeMs, sealedKey })
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
    lentKeyOf: ({ lentKey }) => (lentKey === undefined ? null : unseal(lentKey, pepper, 'lent')),
    all: async (workshop) => (await inWorkshop(workshop)).filter(({ expiresAt }) => expiresAt > now()),
    async changeRole(workshop, participant, role, key) {
      const theirs = (await inWorkshop(workshop)).filter((seat) => seat.participant === participant)
      for (const seat of theirs) {
        seat.role = role
        seat.lentKey = key === null ? undefined : seal(key, pepper, 'lent')
      }
      await store.write(
        theirs.map((seat) => ({ kind: 'put', collection: seats, key: seat.id, value: rowOf(seat) })),
      )
    },
    async end(workshop, which) {
      const ended = (await inWorkshop(workshop)).filter(which)
      for (const seat of ended) {
        seat.expiresAt = 0
        live.delete(seat.id)
      }
      await store.write(ended.map(({ id }) => ({ kind: 'delete', collection: seats, key: id })))
    },
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
