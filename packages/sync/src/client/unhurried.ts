/** Smaller messages are taken in faster than anybody can tell. */
const largeBytes = 48_000

/**
 * Hands messages on in the order in which they come, and at once; but a large update, and what comes behind it, a few
 * milliseconds at a time, so that the page is drawn and can be used meanwhile. The code for that comes with the first
 * large message; where it does not come, the message is taken in as it is.
 */
export function createUnhurried(handOn: (message: Uint8Array) => void) {
  const waiting: Uint8Array[] = []
  let isBusy = false
  let isStopped = false
  const handOnUnlessStopped = (message: Uint8Array) => {
    if (!isStopped) handOn(message)
  }

  async function work() {
    isBusy = true
    try {
      const pieces = await import('./in-pieces.ts').catch(() => null)
      if (pieces) await pieces.handOnInPieces(waiting, largeBytes, handOnUnlessStopped)
      else for (const message of waiting.splice(0)) handOnUnlessStopped(message)
    } finally {
      isBusy = false
      // Something could not be taken in: the rest may still be.
      if (waiting.length > 0) void work()
    }
  }

  return {
    receive(message: Uint8Array) {
      if (!isBusy && message.length < largeBytes) return handOn(message)
      waiting.push(message)
      if (!isBusy) void work()
    },
    /** Forgets what has not been handed on yet. */
    stop() {
      isStopped = true
      waiting.length = 0
    },
  }
}
