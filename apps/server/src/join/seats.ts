import { type Role, roles } from '@vispera/board'
import { type Bus, openNoBus, type Store } from '@vispera/storage'
import { z } from 'zod'
import { openLine } from '../nodes/open-line.ts'
import { fingerprint, randomKey } from './keys.ts'
import { createLiveSeats } from './live-seats.ts'
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
  /** Grows with every change of role or name, so that an older look at the row changes nothing. */
  version: z.int().default(0),
})
type SeatRow = z.infer<typeof seatSchema>

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
  version: number
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
  /** Calls back when another machine has ended a seat that somebody holds here, or given it another role or name. */
  onChange(callback: (seat: Seat) => void): void
  /** Looks whether that has happened unheard. */
  lookAgain(): Promise<void>
}

export interface Token {
  readonly token: string
  readonly seat: Seat
}

export function openSeats(
  store: Store,
  pepper: Uint8Array,
  now: () => number,
  bus: Bus = openNoBus(),
): Seats {
  const live = createLiveSeats()
  const others = openLine(bus, 'seats', z.object({ workshop: z.string() }))
  let changed = (_seat: Seat) => {}
  const idOf = (workshop: string, token: string) => `${workshop}/${fingerprint(token)}`

  /** What is stored stands, in the live object too where somebody holds one; null where there is nothing. */
  const settle = (id: string, workshop: string, value: unknown, isOwn = false): Seat | null => {
    const known = live.get(id)
    const { data: row } = seatSchema.safeParse(value)
    if (!known) return row ? live.keep({ id, workshop, ...row }) : null
    const was = appearanceOf(known)
    if (!row) {
      known.expiresAt = 0
      live.forget(id)
    } else if (row.version >= known.version && known.expiresAt !== 0)
      Object.assign(known, row, { lentKey: row.lentKey, expiresAt: Math.max(known.expiresAt, row.expiresAt) })
    if (!isOwn && appearanceOf(known) !== was) changed(known)
    return row ? known : null
  }
  const load = async (workshop: string, token: string): Promise<Seat | null> => {
    const id = idOf(workshop, token)
    const known = live.get(id)
    // Another machine may have changed it, and not everything it says is heard.
    if (known && !bus.isShared) return known
    return settle(id, workshop, await store.get(seats, id))
  }
  /** Every seat of a workshop, the live object where somebody holds it. */
  const inWorkshop = async (workshop: string): Promise<Seat[]> => {
    const rows = await store.list(seats, `${workshop}/`)
    return rows.flatMap(({ key, value }) => settle(key, workshop, value) ?? [])
  }
  const save = (rows: readonly (readonly [id: string, row: SeatRow])[]) =>
    store.write(rows.map(([key, value]) => ({ kind: 'put', collection: seats, key, value })))
  /** One change of a workshop's seats after the other, each to what is stored then. */
  const inTurn = <T>(workshop: string, work: () => Promise<T>) => store.exclusively(`seats ${workshop}`, work)
  /** Changes the seats for which `which` holds. */
  const change = (workshop: string, which: (seat: Seat) => boolean, changes: Partial<SeatRow>) =>
    inTurn(workshop, async () => {
      const chosen = (await inWorkshop(workshop)).filter(which)
      if (chosen.length === 0) return
      const rows = chosen.map((seat) => {
        const row = { ...rowOf(seat), ...changes, version: seat.version + 1 }
        return [seat.id, seatSchema.parse(row)] as const
      })
      await save(rows)
      for (const [id, row] of rows) settle(id, workshop, row, true)
      others.say({ workshop })
    })
  const touch = async (seat: Seat) => {
    // A seat that was ended is not brought back by a socket that has not heard of it yet.
    if (seat.expiresAt === 0) return
    const expiresAt = now() + seatLifeMs
    if (expiresAt - seat.expiresAt < renewEveryMs) return
    seat.expiresAt = expiresAt
    await inTurn(seat.workshop, async () => {
      const found = settle(seat.id, seat.workshop, await store.get(seats, seat.id))
      if (found) await save([[found.id, rowOf(found)]])
    })
  }
  const lookAt = async (workshop: string) => {
    const held = live.all().filter((seat) => seat.workshop === workshop)
    if (held.length === 0) return
    const stored = new Map((await store.list(seats, `${workshop}/`)).map(({ key, value }) => [key, value]))
    for (const { id } of held) settle(id, workshop, stored.get(id))
  }
  const lookAgain = async () => {
    for (const workshop of new Set(live.all().map((seat) => seat.workshop))) await lookAt(workshop)
  }
  // Storage that does not answer now is asked again soon.
  others.hear(({ workshop }) => void lookAt(workshop).catch(() => {}))
  bus.onGap(() => void lookAgain().catch(() => {}))

  return {
    async take(workshop, who, key) {
      const token = randomKey()
      const sealedKey = seal(key, token, 'seat')
      const id = idOf(workshop, token)
      const expiresAt = now() + seatLifeMs
      const seat = live.keep({ id, workshop, ...who, expiresAt, sealedKey, version: 0 })
      await save([[id, rowOf(seat)]])
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
    changeRole: (workshop, participant, role, key) =>
      change(workshop, (seat) => seat.participant === participant, {
        role,
        lentKey: key === null ? undefined : seal(key, pepper, 'lent'),
      }),
    end: (workshop, which) =>
      inTurn(workshop, async () => {
        const ended = (await inWorkshop(workshop)).filter(which)
        await store.write(ended.map(({ id }) => ({ kind: 'delete', collection: seats, key: id })))
        for (const { id } of ended) settle(id, workshop, undefined, true)
        if (ended.length > 0) others.say({ workshop })
      }),
    rename: (seat, alias) => change(seat.workshop, ({ id }) => id === seat.id, { alias }),
    touch,
    forgetNames: (workshop) => change(workshop, ({ alias }) => alias !== '', { alias: '' }),
    forget: (workshop) =>
      inTurn(workshop, async () => {
        const rows = await store.list(seats, `${workshop}/`)
        await store.write(rows.map(({ key }) => ({ kind: 'delete', collection: seats, key })))
        for (const seat of live.all()) if (seat.workshop === workshop) live.forget(seat.id)
        others.say({ workshop })
      }),
    async sweep() {
      const rows = await store.list(seats)
      const old = rows.filter(({ value }) => {
        const seat = seatSchema.safeParse(value)
        return !seat.success || seat.data.expiresAt + memoryMs < now()
      })
      await store.write(old.map(({ key }) => ({ kind: 'delete', collection: seats, key })))
    },
    onChange(callback) {
      changed = callback
    },
    lookAgain,
  }
}

const rowOf = ({ id: _, workshop: __, ...row }: Seat): SeatRow => row

/** What others see of a seat, and what it may do. */
const appearanceOf = ({ role, alias, expiresAt }: Seat) => JSON.stringify([role, alias, expiresAt === 0])
