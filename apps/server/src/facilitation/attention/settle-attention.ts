import { writeLook, writePaused, writeReady } from '@vispera/board'
import type { Doc } from 'yjs'

/** What was asked for in one stage is over with it: the place to look at, the ready check, a pause. */
export function settleAttention(doc: Doc): void {
  writeLook(doc, null)
  writeReady(doc, null)
  writePaused(doc, null)
}
