import { emptyUpdate, numberedUpdateFrame, readTold, step2Frame, updateFrame } from '../frames.ts'

/** Smaller messages are taken in faster than anybody can tell. */
const largeBytes = 48_000
/** Structs in one piece: a few milliseconds of applying, on a slow phone too. */
const structsInPiece = 400
/** How long to go on before the page may do something else. */
const stretchMs = 8

/**
 * Hands messages on in the order in which they come, and at once; but a large update, and what comes behind it, a few
 * milliseconds at a time, so that the page is drawn and can be used meanwhile. A large SyncStep2 becomes updates and
 * an empty SyncStep2, as the server may have sent it (PROTOCOL.md, P12).
 */
export function createUnhurried(handOn: (message: Uint8Array) => void) {
  const waiting: Uint8Array[] = []
  let isBusy = false
  let isStopped = false

  async function work() {
    isBusy = true
    try {
      let restAt = await rest()
      for (let message = waiting.shift(); message; message = waiting.shift()) {
        for await (const part of partsOf(message)) {
          if (isStopped) return
          if (part) handOn(part)
          if (performance.now() > restAt) restAt = await rest()
        }
      }
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

/** A message as it came, or what says the same in pieces; null is a chance to rest. */
async function* partsOf(message: Uint8Array): AsyncGenerator<Uint8Array | null> {
  const told = message.length < largeBytes ? null : readTold(message)
  if (told?.kind !== 'step2' && told?.kind !== 'update') return yield message
  let pieces = 0
  try {
    const { splitUpdate } = await import('./split-update.ts')
    for (const piece of splitUpdate(told.update, structsInPiece)) {
      if (piece) pieces += 1
      yield piece && updateFrame(piece)
    }
  } catch (error) {
    // The code did not come, or the update holds what only Yjs itself can read.
    if (pieces > 0) throw error
    return yield message
  }
  if (told.kind === 'step2') yield step2Frame(emptyUpdate)
  else if (told.reached !== null) yield numberedUpdateFrame(emptyUpdate, told.reached)
}

/** Lets the page do something else; answers when the next rest is due. Timers would be slow in tabs that nobody sees. */
function rest(): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve(performance.now() + stretchMs)
    }
    port2.postMessage(null)
  })
}
