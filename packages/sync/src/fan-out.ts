import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { numberedUpdateFrame, updateFrame } from './frames.ts'
import type { Presence } from './presence.ts'

/** Somebody who is told what happens in a room. */
export interface Listener {
  /** Updates come with the number reached (PROTOCOL.md, P75). */
  readonly wantsNumbers: boolean
  /** `before` is the number that was reached before what the frame holds. */
  tellUpdate(frame: Uint8Array, before: number): void
  tellPresence(frame: Uint8Array): void
}

/**
 * Tells a room's listeners about committed updates and presence. The first message goes out at once;
 * what follows within the window goes together, merged into one update and one presence frame, encoded
 * once for everybody. Larger rooms get a longer window: what costs is frames times people. In the largest, presence
 * goes with every second, third or sixth window, and where hundreds move at once they take turns: everybody is sent
 * all of it, a phone on a bad line too, and stock clients send it back.
 */
export function createFanOut(
  clock: Clock,
  listeners: ReadonlySet<Listener>,
  presence: Presence,
  /** The number of the last committed update; it has been told here before it is asked for. */
  reached: () => number,
  /** Told how long the oldest of what goes out had been here. */
  relayed: (ms: number) => void,
) {
  let updates: Uint8Array[] = []
  /** In the order in which they are told: whoever moves on while they wait keeps their turn. */
  const moved = new Set<number>()
  let isWindowOpen = false
  let told = 0
  let since: number | null = null
  /** Windows until presence may go along. */
  let rests = 0

  function flush() {
    rests = Math.max(0, rests - 1)
    if (updates.length === 0 && moved.size === 0 && rests === 0) {
      isWindowOpen = false
      return
    }
    isWindowOpen = true
    const before = told
    told = reached()
    const update = updates.length === 0 ? null : encodedAtMostOnce(merge(updates), told)
    const states = moved.size === 0 || rests > 0 ? null : presence.frame(nextMoved())
    updates = []
    if (states) rests = presenceEvery(listeners.size)
    for (const listener of listeners) {
      if (update) listener.tellUpdate(update(listener.wantsNumbers), before)
      if (states) listener.tellPresence(states)
    }
    if (since !== null) relayed(clock.now() - since)
    since = null
    clock.after(windowMs(listeners.size), flush)
  }

  function nextMoved(): number[] {
    const most = mostStates(listeners.size)
    const next: number[] = []
    for (const id of moved) {
      if (next.length >= most) break
      next.push(id)
      moved.delete(id)
    }
    return next
  }

  const flushUnlessWaiting = () => {
    if (!isWindowOpen) flush()
  }

  return {
    /** `receivedAt`: when the oldest of them came in; `null` where nobody knows. */
    tellUpdates(committed: readonly Uint8Array[], receivedAt: number | null) {
      updates.push(...committed)
      since ??= receivedAt
      flushUnlessWaiting()
    },
    tellPresence(ids: readonly number[]) {
      for (const id of ids) moved.add(id)
      flushUnlessWaiting()
    },
  }
}

/** The frame of an update, with or without its number; each made when the first listener wants it. */
function encodedAtMostOnce(update: Uint8Array, reached: number) {
  let plain: Uint8Array | null = null
  let numbered: Uint8Array | null = null
  return (withNumber: boolean): Uint8Array => {
    if (!withNumber) {
      plain ??= updateFrame(update)
      return plain
    }
    numbered ??= numberedUpdateFrame(update, reached)
    return numbered
  }
}

function windowMs(people: number): number {
  if (people > 400) return 66
  if (people > 50) return 33
  return people > 12 ? 16 : 8
}

/** With every how manieth window presence goes along. */
function presenceEvery(people: number): number {
  if (people > 400) return 2
  if (people > 100) return 6
  return people > 50 ? 3 : 1
}

/** In a crowd a phone is sent 500 states a second, about 50 kB, and no more. */
const statesPerMs = 0.5

const mostStates = (people: number): number =>
  people > 50 ? Math.ceil(statesPerMs * presenceEvery(people) * windowMs(people)) : Number.POSITIVE_INFINITY

const merge = (updates: Uint8Array[]): Uint8Array =>
  updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
