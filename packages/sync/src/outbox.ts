import type { Connection } from './connection.ts'

/** Bytes waiting on a socket from which on presence is dropped for it, and from which on it is closed. */
const presenceLimit = 256_000
const closeLimit = 8_000_000

/** Sends to one connection without ever letting a slow reader pile up memory (PROTOCOL.md, P28). */
export function createOutbox(connection: Connection, tooSlow: () => void) {
  let allowed = closeLimit
  let lacksPresence = false
  let waitingBefore = 0

  return {
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
