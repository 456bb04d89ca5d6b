import { type AgendaStage, isOver, readAgenda, removeStage, stageNow } from '@vispera/board'
import type { Doc } from 'yjs'
import { moveOn } from './go-to.ts'

/**
 * Takes stages out of the agenda; answers how many. When one of them runs, it ends, and the next one that stays
 * and is not over starts; without one the agenda has ended.
 */
export function takeOut(doc: Doc, which: (stage: AgendaStage) => boolean, now: number): number {
  const agenda = readAgenda(doc)
  const running = stageNow(agenda)
  if (running && which(running)) {
    const later = agenda.stages.slice(agenda.stages.indexOf(running) + 1)
    moveOn(doc, later.find((stage) => !which(stage) && !isOver(stage, now)) ?? null, now)
  }
  const out = agenda.stages.filter(which)
  for (const { id } of out) removeStage(doc, id)
  return out.length
}
