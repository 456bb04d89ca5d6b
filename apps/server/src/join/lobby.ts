import { documentNames, newId, type Role, writeWaiting } from '@vispera/board'
import type { Rooms } from '@vispera/sync'
import { randomKey } from './keys.ts'

/** Who does not ask again within this time has gone away. */
const patienceMs = 45_000
/** An answer is kept this long for somebody whose network lost it. */
const answerKeptMs = 120_000
const mostWaiting = 500

export type Verdict = 'waiting' | 'admitted' | 'turned-away'

interface Newcomer {
  readonly who: string
  readonly number: number
  readonly alias: string
  readonly role: Role
  verdict: Verdict
  seenAt: number
  readonly wakers: Set<() => void>
}

/**
 * People who wait in front of a workshop whose leaders want to be asked. In memory only: after a restart those
 * who still wait ask anew. Those who lead see them, by alias or number, in the `lead` document.
 */
export interface Lobby {
  /** Puts somebody on the list; answers a ticket that only they have. Null when the list is full. */
  ask(workshop: string, newcomer: { alias: string; role: Role }): string | null
  /** What was decided, as soon as it is, else after `ms`. Null for a ticket that is not known (any more). */
  hear(workshop: string, ticket: string, ms: number, signal: AbortSignal): Promise<Verdict | null>
  /** Answers somebody who waits; false when they have gone. */
  answer(workshop: string, who: string, verdict: Exclude<Verdict, 'waiting'>): boolean
  /** Answers everybody who waits. */
  answerAll(workshop: string, verdict: Exclude<Verdict, 'waiting'>): void
  /** Forgets everybody, also those who were let in and have not come yet: their links are dead. */
  empty(workshop: string): void
}

export function openLobby(rooms: Rooms, now: () => number): Lobby {
  const lists = new Map<string, Map<string, Newcomer>>()
  let numbered = 0

  const show = (workshop: string) => {
    const waiting = [...(lists.get(workshop)?.values() ?? [])]
      .filter(({ verdict }) => verdict === 'waiting')
      .map(({ who, number, alias, role }) => ({ who, number, alias, role }))
    // A list that cannot be written now is written with the next change; nobody is kept out by it.
    rooms.transact(documentNames.lead(workshop), (doc) => writeWaiting(doc, waiting)).catch(() => {})
  }
  const settle = (newcomer: Newcomer, verdict: Verdict) => {
    newcomer.verdict = verdict
    newcomer.seenAt = now()
    for (const wake of newcomer.wakers) wake()
  }
  /** Drops those who have gone away; looks again while anybody is left. */
  const watch = (workshop: string) => {
    const timer = setTimeout(() => {
      const list = lists.get(workshop)
      if (!list) return
      let hasChanged = false
      for (const [ticket, { verdict, seenAt, wakers }] of list) {
        const patience = verdict === 'waiting' ? patienceMs : answerKeptMs
        if (wakers.size > 0 || now() - seenAt < patience) continue
        list.delete(ticket)
        hasChanged ||= verdict === 'waiting'
      }
      if (hasChanged) show(workshop)
      if (list.size === 0) lists.delete(workshop)
      else watch(workshop)
    }, patienceMs / 3)
    timer.unref()
  }

  return {
    ask(workshop, { alias, role }) {
      const list = lists.get(workshop) ?? new Map<string, Newcomer>()
      if (list.size >= mostWaiting) return null
      if (!lists.has(workshop)) {
        lists.set(workshop, list)
        watch(workshop)
      }
      const ticket = randomKey()
      numbered += 1
      const seen = { verdict: 'waiting', seenAt: now(), wakers: new Set<() => void>() } as const
      list.set(ticket, { who: newId(), number: numbered, alias, role, ...seen })
      show(workshop)
      return ticket
    },
    async hear(workshop, ticket, ms, signal) {
      const newcomer = lists.get(workshop)?.get(ticket)
      if (!newcomer) return null
      newcomer.seenAt = now()
      if (newcomer.verdict === 'waiting') await nextWord(newcomer, ms, signal)
      newcomer.seenAt = now()
      return newcomer.verdict
    },
    answer(workshop, who, verdict) {
      const newcomer = [...(lists.get(workshop)?.values() ?? [])].find((one) => one.who === who)
      if (newcomer?.verdict !== 'waiting') return false
      settle(newcomer, verdict)
      show(workshop)
      return true
    },
    answerAll(workshop, verdict) {
      for (const newcomer of lists.get(workshop)?.values() ?? [])
        if (newcomer.verdict === 'waiting') settle(newcomer, verdict)
      show(workshop)
    },
    empty(workshop) {
      for (const newcomer of lists.get(workshop)?.values() ?? []) settle(newcomer, 'turned-away')
      if (lists.delete(workshop)) show(workshop)
    },
  }
}

function nextWord({ wakers }: Newcomer, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      wakers.delete(done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    timer.unref()
    wakers.add(done)
    signal.addEventListener('abort', done)
  })
}
