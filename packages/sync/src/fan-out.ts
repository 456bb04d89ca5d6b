import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { updateFrame } from './frames.ts'
import type { Presence } from './presence.ts'

/** Somebody who is told what happens in a room. */
export interface Listener {
  tellUpdate(frame: Uint8Array): void
  tellPresence(frame: Uint8Array): void
}

/**
 * Tells a room's listeners about committed updates and presence. The first message goes out at once;
 * what follows within the window goes together, merged into one update and one presence frame, encoded
 * once for everybody. Larger rooms get a longer window: what costs is frames times people.
 */
export function createFanOut(clock: Clock, listeners: ReadonlySet<Listener>, presence: Presence) {
  let updates: Uint8Array[] = []
  let moved = new Set<number>()
  let isWindowOpen = false

  function flush() {
    if (updates.length === 0 && moved.size === 0) {
      isWindowOpen = false
      return
    }
    isWindowOpen = true
    const update = updates.length === 0 ? null : updateFrame(merge(updates))
    const states = moved.size === 0 ? null : presence.frame(moved)
    updates = []
    moved = new Set()
    for (const listener of listeners) {
      if (update) listener.tellUpdate(update)
      if (states) listener.tellPresence(states)
    }
    clock.after(windowMs(listeners.size), flush)
  }

  const flushUnlessWaiting = () => {
    if (!isWindowOpen) flush()
  }

  return {
    tellUpdates(committed: readonly Uint8Array[]) {
      updates.push(...committed)
      flushUnlessWaiting()
    },
    tellPresence(ids: readonly number[]) {
      for (const id of ids) moved.add(id)
      flushUnlessWaiting()
    },
  }
}

function windowMs(people: number): number {
  if (people > 150) return 66
  return people > 50 ? 33 : 16
}

const merge = (updates: Uint8Array[]): Uint8Array =>
  updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
