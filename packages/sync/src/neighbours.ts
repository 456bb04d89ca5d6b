import type { Bus } from '@vispera/storage'
import type { Clock } from './clock.ts'
import { createGuests } from './guests.ts'
import { type Batch, encodeMessage, type NodeMessage, readMessage } from './node-messages.ts'
import type { Presence } from './presence.ts'

/** Presence goes to other machines in windows, like to people. */
const windowMs = 33
const repeatMs = 15_000

export interface NeighbourSurroundings {
  readonly bus: Bus
  /** Names this process among those that share the store. */
  readonly node: string
  readonly clock: Clock
  readonly presence: Presence
  hear(batch: Batch): void
  /** From now on everything is heard; what came before may have been missed. */
  heardFromNowOn(): void
  /** Presence of people elsewhere has changed. */
  tellPresence(ids: readonly number[]): void
}

/** The same document on other machines: what was committed here, and who is here. */
export interface Neighbours {
  publish(batch: Batch): void
  /** Presence of people here has changed. */
  tellPresence(ids: readonly number[]): void
  tick(): void
  leave(): void
}

export const alone: Neighbours = { publish() {}, tellPresence() {}, tick() {}, leave() {} }

export function meetNeighbours(name: string, around: NeighbourSurroundings): Neighbours {
  const { bus, node, clock, presence } = around
  const channel = `document/${name}`
  const guests = createGuests(clock, presence, around.tellPresence)
  let moved = new Set<number>()
  let isWindowOpen = false
  let toldAt = clock.now()
  let hasToldSomebody = false

  const unsubscribe = bus.subscribe(
    channel,
    (bytes) => {
      try {
        hear(readMessage(bytes))
      } catch {
        // What another version says and this one cannot read must not end the process. The log has what counts.
      }
    },
    () => {
      bus.publish(channel, encodeMessage({ kind: 'who' }))
      around.heardFromNowOn()
    },
  )

  function hear(message: NodeMessage) {
    if (message.kind === 'batch') around.hear(message.batch)
    else if (message.kind === 'presence') guests.hear(message.node, message.states, message.isWhole)
    else tellAll()
  }

  function flush() {
    isWindowOpen = moved.size > 0
    if (!isWindowOpen) return
    const states = presence.shown(moved, guests.isGuest)
    moved = new Set()
    say(states, false)
    clock.after(windowMs, flush)
  }

  function say(states: ReturnType<Presence['shown']>, isWhole: boolean) {
    hasToldSomebody = states.length > 0 || (hasToldSomebody && !isWhole)
    bus.publish(channel, encodeMessage({ kind: 'presence', node, isWhole, states }))
  }

  function tellAll() {
    toldAt = clock.now()
    const states = presence.shown(null, guests.isGuest)
    // Silence says that nobody is here; one who has told of somebody takes it back aloud.
    if (states.length > 0 || hasToldSomebody) say(states, true)
  }

  return {
    publish: (batch) => bus.publish(channel, encodeMessage({ kind: 'batch', batch })),
    tellPresence(ids) {
      for (const id of ids) moved.add(id)
      if (!isWindowOpen) flush()
    },
    tick() {
      guests.forgetSilent()
      if (clock.now() - toldAt >= repeatMs) tellAll()
    },
    leave() {
      moved = new Set()
      if (hasToldSomebody) say([], true)
      unsubscribe()
    },
  }
}
