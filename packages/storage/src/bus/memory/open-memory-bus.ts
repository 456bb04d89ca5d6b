import type { Bus } from '../bus.ts'

type Hear = (message: Uint8Array) => void

/** Several nodes within one process; for tests. */
export function openMemoryBus() {
  const nodes = new Set<{ channels: Map<string, Set<Hear>>; gaps: Set<() => void> }>()
  let isDown = false

  return {
    /** While it is down every message is lost; afterwards each node is told so. */
    setDown(down: boolean) {
      const isBack = isDown && !down
      isDown = down
      if (isBack) for (const { gaps } of nodes) for (const tell of gaps) tell()
    },

    node(): Bus {
      const self = { channels: new Map<string, Set<Hear>>(), gaps: new Set<() => void>() }
      nodes.add(self)
      return {
        isShared: true,
        publish(channel, message) {
          if (isDown || !nodes.has(self)) return
          const copy = message.slice()
          // In a later turn, as from a wire.
          queueMicrotask(() => {
            for (const node of nodes)
              if (node !== self) for (const hear of node.channels.get(channel) ?? []) hear(copy)
          })
        },
        subscribe(channel, hear, live = () => {}) {
          queueMicrotask(live)
          const heard = self.channels.get(channel) ?? new Set()
          self.channels.set(channel, heard)
          heard.add(hear)
          return () => {
            heard.delete(hear)
            if (heard.size === 0 && self.channels.get(channel) === heard) self.channels.delete(channel)
          }
        },
        onGap(callback) {
          self.gaps.add(callback)
          return () => self.gaps.delete(callback)
        },
        health: () => ({ connected: !isDown, problem: isDown ? 'the bus is down' : null }),
        async close() {
          nodes.delete(self)
        },
      }
    },
  }
}
