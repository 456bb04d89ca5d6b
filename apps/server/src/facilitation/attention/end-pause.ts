import { readAttention, readGroups, withGroupTimes, writePaused, writeSplit } from '@vispera/board'
import type { Doc } from 'yjs'

/** Everything goes on: what was left to each small group when the pause began is left to it now. */
export function endPause(doc: Doc, at: number): void {
  const { paused } = readAttention(doc)
  writePaused(doc, null)
  const { split } = readGroups(doc)
  if (paused === null || split?.state !== 'running') return
  const lasted = Math.max(0, at - paused)
  writeSplit(
    doc,
    withGroupTimes(split, (endsAt) => (endsAt === null ? null : endsAt + lasted)),
  )
}
