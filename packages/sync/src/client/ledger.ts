/** What one connection has carried. It stays true of that connection after another has taken over. */
export interface Line {
  /** A frame that the server counts is on its way. */
  sent(kind: 'step2' | 'update'): void
  /** The server has the first `count` frames of this connection on disk. */
  acknowledged(count: number): void
}

/**
 * Keeps count of which local changes are durable on the server (PROTOCOL.md, P40 and on).
 *
 * Changes are numbered from 1 for the life of the document. Frames are numbered per connection, and
 * the server acknowledges them by count. Between the two stands what a frame carries: the answer to
 * the server's SyncStep1 carries every change made so far, whatever happened before; every update sent
 * after it carries one change more. An update sent before it carries nothing that can be counted on,
 * because changes made offline may still be missing.
 */
export function createLedger() {
  let lastChange = 0
  let acknowledgedThrough = 0

  /** With `isEven`, the server has every change made so far, and does not ask. */
  function connected(isEven = false): Line {
    /** For each frame sent, the last change that is durable once the frame is. */
    const carried: number[] = []
    let hasAnswered = isEven
    return {
      sent(kind) {
        hasAnswered ||= kind === 'step2'
        carried.push(hasAnswered ? lastChange : 0)
      },
      acknowledged(count) {
        acknowledgedThrough = Math.max(acknowledgedThrough, carried[count - 1] ?? 0)
      },
    }
  }

  return {
    connected,
    changed(): number {
      lastChange += 1
      return lastChange
    },
    lastChange: () => lastChange,
    acknowledgedThrough: () => acknowledgedThrough,
    pending: () => lastChange - acknowledgedThrough,
  }
}
