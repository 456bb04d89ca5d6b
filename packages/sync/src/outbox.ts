import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'

/** Bytes waiting on a socket from which on presence is dropped for it, then updates, then the connection. */
const presenceLimit = 256_000
const updateLimit = 1_000_000
const closeLimit = 8_000_000
/** How often a reader that lags is looked at. */
const lookMs = 250

/**
 * Sends to one connection without ever letting a slow reader pile up memory (PROTOCOL.md, P28). What a reader
 * that lags misses is told by `catchUp`, in one piece, once it has read what waits.
 */
export function createOutbox(
  connection: Connection,
  clock: Clock,
  tooSlow: () => void,
  catchUp: (after: number) => void,
) {
  let allowed = closeLimit
  let lacksPresence = false
  let waitingBefore = 0
  /** What was committed after this number is kept from a reader that lags. */
  let lagsAfter: number | null = null

  function look() {
    if (lagsAfter === null) return
    if (connection.bufferedAmount > presenceLimit) {
      clock.after(lookMs, look)
      return
    }
    const after = lagsAfter
    lagsAfter = null
    catchUp(after)
  }

  return {
    sendUpdate(frame: Uint8Array, before: number) {
      const waiting = connection.bufferedAmount
      if (waiting > allowed) return tooSlow()
      if (lagsAfter !== null) return
      // What was sent whole may wait; it is no sign of a slow reader.
      if (waiting <= allowed - closeLimit + updateLimit) return connection.send(frame)
      lagsAfter = before
      clock.after(lookMs, look)
    },

    /** It has closed, and catches up no more. */
    end() {
      lagsAfter = null
    },

    send(frame: Uint8Array) {
      if (connection.bufferedAmount > allowed) tooSlow()
      else connection.send(frame)
    },

    /** A newcomer to a large document gets it whole, whatever the limit. */
    sendWhole(frame: Uint8Array) {
      allowed += frame.length
      connection.send(frame)
    },

    /** `everybody` makes up for what was dropped before. */
    sendPresence(frame: Uint8Array, everybody: () => Uint8Array | null) {
      if (connection.bufferedAmount > presenceLimit) {
        lacksPresence = true
        return
      }
      allowed = closeLimit
      connection.send((lacksPresence ? everybody() : null) ?? frame)
      lacksPresence = false
    },

    /** Every so often: keeps the connection alive, and gives up one on which nothing moves. */
    tick(keepalive: Uint8Array) {
      const waiting = connection.bufferedAmount
      const isStuck = waiting > presenceLimit && waitingBefore > presenceLimit && waiting >= waitingBefore
      waitingBefore = waiting
      if (isStuck) tooSlow()
      else if (waiting <= presenceLimit) connection.send(keepalive)
    },
  }
}
