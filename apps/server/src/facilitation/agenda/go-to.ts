import { type Agenda, readAgenda, stageNow, writeEnded, writeNow, writeStage } from '@vispera/board'
import type { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'
import type { CommandAnswer, CommandContext } from '../command.ts'

/**
 * Moves the workshop to the stage that `choose` names; null ends the agenda. Does nothing when the workshop has
 * moved on since `run`: two facilitators who press at once move it once.
 */
export async function goTo(
  { services, workshop, now }: CommandContext,
  run: number,
  choose: (agenda: Agenda) => string | null,
): Promise<CommandAnswer> {
  let moved = false
  await services.stages.write(workshop, (doc) => {
    const agenda = readAgenda(doc)
    if ((agenda.now?.run ?? lastRun(doc)) !== run) return
    const next = choose(agenda)
    const stage = agenda.stages.find(({ id }) => id === next)
    if (next !== null && !stage) throw new ApiError('not-found', 'This stage is no longer in the agenda.')
    noteTimeRun(doc, agenda, now)
    moved = true
    doc.getMap('now').set('run', run + 1)
    writeEnded(doc, !stage)
    if (!stage) return writeNow(doc, null)
    writeNow(doc, {
      stage: stage.id,
      run: run + 1,
      startedAt: now,
      endsAt: stage.mode === 'live' ? now + stage.minutes * 60_000 : null,
      pausedAt: null,
    })
  })
  return { moved }
}

/** Runs are counted through: also after the agenda has ended and started again. */
const lastRun = (doc: Doc): number => {
  const run = doc.getMap('now').get('run')
  return typeof run === 'number' ? run : 0
}

/** Adds what the stage that ends now really took. */
function noteTimeRun(doc: Doc, agenda: Agenda, at: number): void {
  const stage = stageNow(agenda)
  if (!stage || !agenda.now) return
  const took = (agenda.now.pausedAt ?? at) - agenda.now.startedAt
  writeStage(doc, { ...stage, ranMs: (stage.ranMs ?? 0) + Math.max(0, took) })
}
