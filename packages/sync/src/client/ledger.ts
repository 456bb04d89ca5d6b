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
  /** For each frame sent on this connection, the last change that is durable once it is. */
  let carried: number[] = []
  let hasAnswered = false

  return {
    lastChange: () => lastChange,
    acknowledgedThrough: () => acknowledgedThrough,
    pending: () => lastChange - acknowledgedThrough,

    changed(): number {
      lastChange += 1
      return lastChange
    },

    connected() {
      carried = []
      hasAnswered = false
    },

    sent(kind: 'step2' | 'update') {
      hasAnswered ||= kind === 'step2'
      carried.push(hasAnswered ? lastChange : 0)
    },

    /** The server has the first `count` frames of this connection on disk. */
    acknowledged(count: number) {
      const reached = carried[count - 1] ?? 0
      acknowledgedThrough = Math.max(acknowledgedThrough, reached)
    },
  }
}
