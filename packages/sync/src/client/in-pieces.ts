import { emptyUpdate, numberedUpdateFrame, readTold, step2Frame, updateFrame } from '../frames.ts'
import { splitUpdate } from './split-update.ts'

/** Structs in one piece: a few milliseconds of applying, on a slow phone too. */
const structsInPiece = 400
/** How long to go on before the page may do something else. */
const stretchMs = 8

/**
 * Hands on what waits, what is larger than `large` in pieces, and rests in between; until nothing waits. A large
 * SyncStep2 becomes updates and an empty SyncStep2, as the server may have sent it (PROTOCOL.md, P12).
 */
export async function handOnInPieces(
  waiting: Uint8Array[],
  large: number,
  handOn: (message: Uint8Array) => void,
): Promise<void> {
  let restAt = await rest()
  for (let message = waiting.shift(); message; message = waiting.shift()) {
    for (const part of message.length < large ? [message] : partsOf(message)) {
      if (part) handOn(part)
      if (performance.now() > restAt) restAt = await rest()
    }
  }
}

/** What says the same as a message in pieces; null is a chance to rest. */
function* partsOf(message: Uint8Array): Generator<Uint8Array | null> {
  const told = readTold(message)
  if (told.kind !== 'step2' && told.kind !== 'update') return yield message
  let pieces = 0
  try {
    for (const piece of splitUpdate(told.update, structsInPiece)) {
      if (piece) pieces += 1
      yield piece && updateFrame(piece)
    }
  } catch (error) {
    // The update holds what only Yjs itself can read.
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
