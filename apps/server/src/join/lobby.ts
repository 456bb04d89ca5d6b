import { documentNames, newId, type Role, roles, writeWaiting } from '@vispera/board'
import { type Bus, openNoBus, type Store } from '@vispera/storage'
import type { Rooms } from '@vispera/sync'
import { z } from 'zod'
import { openLine } from '../nodes/open-line.ts'
import { fingerprint, randomKey } from './keys.ts'

const newcomers = 'newcomers'
/** Who does not ask again within this time has gone away. */
const patienceMs = 45_000
/** An answer is kept this long for somebody whose network lost it. */
const answerKeptMs = 120_000
const mostWaiting = 500
/** What another machine has answered, and nobody heard of, is looked for this often. */
const lookEveryMs = 2_000
/** That somebody is still there is written at most this often. */
const seenEveryMs = 10_000

const verdicts = ['waiting', 'admitted', 'turned-away'] as const
export type Verdict = (typeof verdicts)[number]

const newcomerSchema = z.object({
  who: z.string(),
  number: z.int(),
  alias: z.string(),
  role: z.enum(roles),
  verdict: z.enum(verdicts),
  seenAt: z.number(),
})
type Newcomer = z.infer<typeof newcomerSchema>

/**
 * People who wait in front of a workshop whose leaders want to be asked. Those who lead see them, by alias or
 * number, in the `lead` document. They rest in the store, by a fingerprint of their ticket, until they have come in
 * or gone: whichever machine they ask, and whichever machine is restarted meanwhile.
 */
export interface Lobby {
  /** Puts somebody on the list; answers a ticket that only they have. Null when the list is full. */
  ask(workshop: string, newcomer: { alias: string; role: Role }): Promise<string | null>
  /** What was decided, as soon as it is, else after `ms`. Null for a ticket that is not known (any more). */
  hear(workshop: string, ticket: string, ms: number, signal: AbortSignal): Promise<Verdict | null>
  /** Answers somebody who waits; false when they have gone. */
  answer(workshop: string, who: string, verdict: Exclude<Verdict, 'waiting'>): Promise<boolean>
  /** Answers everybody who waits. */
  answerAll(workshop: string, verdict: Exclude<Verdict, 'waiting'>): Promise<void>
  /** Forgets everybody, also those who were let in and have not come yet: their links are dead. */
  empty(workshop: string): Promise<void>
  /** Drops those who have gone away. */
  sweep(): Promise<void>
}

export function openLobby(store: Store, rooms: Rooms, now: () => number, bus: Bus = openNoBus()): Lobby {
  const others = openLine(bus, 'lobby', z.object({ workshop: z.string() }))
  const wakers = new Map<string, Set<() => void>>()
  const watched = new Map<string, NodeJS.Timeout>()
  const keyOf = (workshop: string, ticket: string) => `${workshop}/${fingerprint(ticket)}`
  const inTurn = <T>(workshop: string, work: () => Promise<T>) => store.exclusively(`lobby ${workshop}`, work)

  const wake = (workshop: string) => {
    for (const awake of [...(wakers.get(workshop) ?? [])]) awake()
  }
  others.hear(({ workshop }) => wake(workshop))

  const listOf = async (workshop: string) =>
    (await store.list(newcomers, `${workshop}/`)).flatMap(({ key, value }) => {
      const { data } = newcomerSchema.safeParse(value)
      return data ? [{ key, ...data }] : []
    })
  const isThere = ({ verdict, seenAt }: Newcomer) =>
    now() - seenAt < (verdict === 'waiting' ? patienceMs : answerKeptMs)

  /** Forgets who has gone away, and shows who waits. */
  const show = async (workshop: string) => {
    const all = await listOf(workshop)
    const gone = all.filter((one) => !isThere(one))
    if (gone.length > 0)
      await store.write(gone.map(({ key }) => ({ kind: 'delete', collection: newcomers, key })))
    const waiting = all
      .filter((one) => isThere(one) && one.verdict === 'waiting')
      .sort((a, b) => a.number - b.number)
      .map(({ who, number, alias, role }) => ({ who, number, alias, role }))
    // A list that cannot be written now is written with the next change; nobody is kept out by it.
    await rooms.transact(documentNames.lead(workshop), (doc) => writeWaiting(doc, waiting)).catch(() => {})
  }
  const tell = (workshop: string) => {
    wake(workshop)
    others.say({ workshop })
  }
  /** Drops those who have gone away; looks again while anybody is left. */
  const watch = (workshop: string) => {
    if (watched.has(workshop)) return
    const look = () =>
      inTurn(workshop, async () => {
        watched.delete(workshop)
        const all = await listOf(workshop)
        if (all.some((one) => !isThere(one))) await show(workshop)
        if (all.some(isThere)) watch(workshop)
      }).catch(() => watched.delete(workshop)) // whoever asks next has us watch again
    watched.set(workshop, setTimeout(look, patienceMs / 3).unref())
  }
  const settle = (workshop: string, which: (one: Newcomer) => boolean, verdict: Verdict) =>
    inTurn(workshop, async () => {
      const chosen = (await listOf(workshop)).filter((one) => one.verdict === 'waiting' && which(one))
      if (chosen.length === 0) return false
      await store.write(
        chosen.map(({ key, ...one }) => {
          const value = { ...one, verdict, seenAt: now() }
          return { kind: 'put', collection: newcomers, key, value } as const
        }),
      )
      tell(workshop)
      await show(workshop)
      return true
    })
  /** How it stands with a ticket, whose owner is seen to be there. */
  const lookAt = async (workshop: string, key: string) => {
    const find = async () => newcomerSchema.safeParse(await store.get(newcomers, key)).data ?? null
    const found = await find()
    if (found?.verdict !== 'waiting' || now() - found.seenAt < seenEveryMs) return found?.verdict ?? null
    return inTurn(workshop, async () => {
      const latest = await find()
      if (latest) await store.put(newcomers, key, { ...latest, seenAt: now() })
      return latest?.verdict ?? null
    })
  }

  return {
    ask: (workshop, { alias, role }) =>
      inTurn(workshop, async () => {
        const all = await listOf(workshop)
        if (all.length >= mostWaiting) return null
        const ticket = randomKey()
        const number = Math.max(0, ...all.map((one) => one.number)) + 1
        const value = { who: newId(), number, alias, role, verdict: 'waiting', seenAt: now() }
        await store.put(newcomers, keyOf(workshop, ticket), value)
        await show(workshop)
        watch(workshop)
        return ticket
      }),
    async hear(workshop, ticket, ms, signal) {
      const key = keyOf(workshop, ticket)
      const until = Date.now() + ms
      for (;;) {
        const left = until - Date.now()
        // From before the look, or what is said meanwhile would not be heard.
        const word = nextWord(workshop, bus.isShared ? Math.min(left, lookEveryMs) : left, signal)
        try {
          const verdict = await lookAt(workshop, key)
          if (verdict !== 'waiting' || left <= 0 || signal.aborted) return verdict
          watch(workshop)
          await word.heard
        } finally {
          word.done()
        }
      }
    },
    answer: (workshop, who, verdict) => settle(workshop, (one) => one.who === who, verdict),
    async answerAll(workshop, verdict) {
      await settle(workshop, () => true, verdict)
    },
    empty: (workshop) =>
      inTurn(workshop, async () => {
        const all = await store.list(newcomers, `${workshop}/`)
        if (all.length === 0) return
        await store.write(all.map(({ key }) => ({ kind: 'delete', collection: newcomers, key })))
        tell(workshop)
        await show(workshop)
      }),
    async sweep() {
      const all = await store.list(newcomers)
      for (const workshop of new Set(all.map(({ key }) => key.split('/')[0] ?? ''))) watch(workshop)
    },
  }

  /** Resolves when somebody was answered, the time is over or nobody waits for it any more. */
  function nextWord(workshop: string, ms: number, signal: AbortSignal) {
    const awake = wakers.get(workshop) ?? new Set<() => void>()
    wakers.set(workshop, awake)
    const { promise: heard, resolve } = Promise.withResolvers<void>()
    const done = () => {
      clearTimeout(timer)
      awake.delete(done)
      if (awake.size === 0 && wakers.get(workshop) === awake) wakers.delete(workshop)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms).unref()
    awake.add(done)
    signal.addEventListener('abort', done)
    return { heard, done }
  }
}
