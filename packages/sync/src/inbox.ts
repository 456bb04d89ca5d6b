import type { Clock } from './clock.ts'
import { createTokenBucket } from './token-bucket.ts'

const updatesPerSecond = 60
const burst = 4 * updatesPerSecond
/** A large update counts as one for every so many bytes: a megabyte a second in the long run. */
const bytesPerToken = 16_000
/** Updates beyond the rate wait, and are taken together at this pace, at most so many at a time. */
const drainMs = 250
const drainFrames = 250
/** So many waiting are no longer typing, pasting or a slow line, but a flood. */
const mostWaiting = 5000
const mostWaitingBytes = 16_000_000

export interface SyncFrame {
  readonly kind: 'step2' | 'update'
  readonly update: Uint8Array
  /** It is the n-th frame of its kind on its connection; acknowledgements count them. */
  readonly number: number
}

/** Passes a connection's updates on in order, at a pace at which one person cannot slow the others. */
export function createInbox(clock: Clock, take: (frame: SyncFrame) => void, flood: () => void) {
  const bucket = createTokenBucket(clock, updatesPerSecond, burst)
  let waiting: SyncFrame[] = []
  let waitingBytes = 0
  let isDraining = false

  function drain() {
    const now = waiting.splice(0, drainFrames)
    for (const frame of now) waitingBytes -= frame.update.length
    isDraining = waiting.length > 0
    if (isDraining) clock.after(drainMs, drain)
    for (const frame of now) take(frame)
  }

  return {
    put(frame: SyncFrame) {
      const cost = 1 + frame.update.length / bytesPerToken
      if (!isDraining && bucket.take(cost)) return take(frame)
      waiting.push(frame)
      waitingBytes += frame.update.length
      if (waiting.length > mostWaiting || waitingBytes > mostWaitingBytes) return flood()
      if (!isDraining) clock.after(drainMs, drain)
      isDraining = true
    },
    /** Takes all that waits, now: its connection has closed. */
    finish() {
      for (const frame of waiting.splice(0)) take(frame)
    },
    /** Drops all that waits. */
    discard() {
      waiting = []
    },
  }
}
