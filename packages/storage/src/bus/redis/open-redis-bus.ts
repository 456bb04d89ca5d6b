import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Bus, BusHealth } from '../bus.ts'
import { describeProblem } from './describe-problem.ts'
import { createSeal } from './sealed.ts'
import { watchLine } from './watch-line.ts'

export interface RedisBusOptions {
  /** `redis://user:password@host:port/0`, or `rediss://` over TLS; Redis 7 or Valkey. */
  readonly url: string
  /** Begins the name of every channel, where others use the same server; default `vispera`. */
  readonly prefix?: string
  /** All nodes have the same, and Redis does not: it learns nothing of what they say, and can say nothing itself. */
  readonly secret: Uint8Array
}

type Hear = (message: Uint8Array) => void

/** Every message begins with who sent it: a node does not hear itself. */
const senderBytes = 8
/** Handed to the system and not yet acknowledged; beyond that messages are lost rather than gathered. */
const mostWaitingBytes = 16_000_000
const firstAttemptMs = 3_000
const farewellMs = 500
const channelsAtOnce = 500
/** Two ends of one broken line come back within this time of each other, and are told of once. */
const gapMs = 250

/**
 * The bus over Redis pub/sub, on two connections. Resolves after the first attempt to connect, whatever became of
 * it: without Redis everything goes on, from the store.
 */
export async function openRedisBus(options: RedisBusOptions): Promise<Bus> {
  const { url, prefix = 'vispera', secret } = options
  const seal = createSeal(secret)
  const self = randomBytes(senderBytes)
  const nameOf = (channel: string) => `${prefix}:${seal.name(channel)}`
  /** Says on all nodes that whoever sent it may have said things before that nobody heard. */
  const lostChannel = `${prefix}:lost`
  const heard = new Map<string, Set<Hear>>()
  const gaps = new Set<() => void>()
  let waitingBytes = 0
  let lastSent = Promise.resolve()
  let hasPublished = false
  let telling: NodeJS.Timeout | null = null
  let isClosed = false

  const publisher = new Redis(url, { ...settings, enableAutoPipelining: true })
  const subscriber = new Redis(url, { ...settings, autoResubscribe: false })
  const lines = [
    watchLine(publisher, () => {
      if (hasPublished) send(lostChannel, new Uint8Array())
    }),
    watchLine(subscriber, async () => {
      await subscribeTo([lostChannel, ...heard.keys()])
      if (heard.size > 0) tellGap()
    }),
  ]

  async function subscribeTo(names: readonly string[]) {
    for (let start = 0; start < names.length; start += channelsAtOnce)
      await subscriber.subscribe(...names.slice(start, start + channelsAtOnce))
  }

  function tellGap() {
    telling ??= setTimeout(() => {
      telling = null
      for (const callback of gaps) callback()
    }, gapMs)
  }

  function send(name: string, message: Uint8Array) {
    hasPublished = true
    const length = senderBytes + message.length
    if (publisher.status !== 'ready' || waitingBytes + length > mostWaitingBytes) return
    waitingBytes += length
    const done = () => {
      waitingBytes -= length
    }
    const sealed = seal.close(name, self, message)
    lastSent = publisher.publish(name, sealed).then(done, done)
  }

  subscriber.on('messageBuffer', (channel: Buffer, bytes: Buffer) => {
    const name = channel.toString()
    const said = seal.open(name, bytes)
    if (!said || self.equals(said.subarray(0, senderBytes))) return
    if (name === lostChannel) return tellGap()
    const message = said.subarray(senderBytes)
    for (const hear of heard.get(name) ?? []) hear(message)
  })

  await Promise.race([Promise.all(lines.map((line) => line.firstAttempt)), pause(firstAttemptMs)])

  return {
    isShared: true,
    publish(channel, message) {
      if (!isClosed) send(nameOf(channel), message)
    },
    subscribe(channel, hear, live = () => {}) {
      const name = nameOf(channel)
      const listeners = heard.get(name) ?? new Set()
      heard.set(name, listeners)
      // One that cannot be sent now is sent with all others once the line is back, and then all are told of a gap.
      if (listeners.size === 0) subscribeTo([name]).then(live, () => {})
      else live()
      const own: Hear = (message) => hear(message)
      listeners.add(own)
      return () => {
        if (!listeners.delete(own) || listeners.size > 0 || heard.get(name) !== listeners) return
        heard.delete(name)
        subscriber.unsubscribe(name).catch(() => {})
      }
    },
    onGap(callback) {
      gaps.add(callback)
      return () => gaps.delete(callback)
    },
    health(): BusHealth {
      const problem = lines.map((line) => line.problem()).find((one) => one !== null)
      return problem === undefined
        ? { connected: true, problem: null }
        : { connected: false, problem: describeProblem(problem) }
    },
    async close() {
      if (isClosed) return
      isClosed = true
      clearTimeout(telling ?? undefined)
      // What was published before is said before the line is cut.
      await Promise.race([lastSent, pause(farewellMs)])
      for (const line of lines) line.close()
    },
  }
}

const settings = {
  // Nothing is ever kept for later: what cannot be sent now is lost, and rests in the store.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 5_000,
  keepAlive: 10_000,
  noDelay: true,
  // Not all nodes at the same moment.
  retryStrategy: (times: number) => Math.min(100 * 2 ** times, 2_000) * (0.5 + Math.random() / 2),
}
