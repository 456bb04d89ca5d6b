import { emptyUpdate, numberedUpdateFrame, readTold, step2Frame, updateFrame } from '../frames.ts'
import { rest } from './rest.ts'
import { piecesOf } from './split-update.ts'

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
  for (const piece of piecesOf(told.update)) yield piece && updateFrame(piece)
  if (told.kind === 'step2') yield step2Frame(emptyUpdate)
  else if (told.reached !== null) yield numberedUpdateFrame(emptyUpdate, told.reached)
}
