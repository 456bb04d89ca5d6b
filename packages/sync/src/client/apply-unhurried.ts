import { applyUpdate, type Doc } from 'yjs'
import { rest } from './rest.ts'
import { piecesOf } from './split-update.ts'

/** Applies updates in turn, a few milliseconds at a time, so that the page can be drawn and used meanwhile. */
export async function applyUnhurried(
  doc: Doc,
  updates: Iterable<Uint8Array>,
  origin: unknown,
): Promise<void> {
  let restAt = performance.now()
  for (const update of updates) {
    for (const piece of piecesOf(update)) {
      if (piece) applyUpdate(doc, piece, origin)
      if (performance.now() > restAt) restAt = await rest()
    }
  }
}
