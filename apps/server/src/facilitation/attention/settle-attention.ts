import { writeLook, writeReady } from '@vispera/board'
import type { Doc } from 'yjs'
import { endPause } from './end-pause.ts'

/** What was asked for in one stage is over with it: the place to look at, the ready check, a pause. */
export function settleAttention(doc: Doc, now: number): void {
  writeLook(doc, null)
  writeReady(doc, null)
  endPause(doc, now)
}
