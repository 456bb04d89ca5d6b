import {
  type Agenda,
  type AgendaStage,
  isOver,
  readAgenda,
  readRun,
  stageNow,
  writeEnded,
  writeNow,
  writeStage,
} from '@vispera/board'
import type { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'
import { settleAttention } from '../attention/settle-attention.ts'
import type { CommandAnswer, CommandContext } from '../command.ts'

/**
 * Moves the workshop to the stage that `choose` names; null ends the agenda. Does nothing when the workshop has
 * moved on since `run`, or when `choose` answers undefined: two facilitators who press at once move it once.
 */
export async function goTo(
  { services, workshop, now }: CommandContext,
  run: number,
  choose: (agenda: Agenda) => string | null | undefined,
): Promise<CommandAnswer> {
  let moved = false
  await services.stages.write(workshop, (doc) => {
    const agenda = readAgenda(doc)
    if (readRun(doc) !== run) return
    const next = choose(agenda)
    if (next === undefined) return
    const stage = agenda.stages.find(({ id }) => id === next)
    if (next !== null && !stage) {
      throw new ApiError('not-found', 'This stage is no longer in the agenda. Choose another one.')
    }
    moveOn(doc, stage ?? null, now)
    moved = true
  })
  return { moved }
}

/** Ends the stage that runs, if any, and starts `to`; null ends the agenda. Every move goes through here. */
export function moveOn(doc: Doc, to: AgendaStage | null, now: number): void {
  if (to?.until && isOver(to, now)) {
    const until = `${to.until.local.replace('T', ' ')} (${to.until.zone})`
    throw new ApiError('invalid', `This stage was open until ${until}. Give it a later time, then start it.`)
  }
  const agenda = readAgenda(doc)
  noteTimeRun(doc, agenda, now)
  settleAttention(doc, now)
  const run = readRun(doc) + 1
  doc.getMap('now').set('run', run)
  writeEnded(doc, !to)
  writeNow(doc, to && { stage: to.id, run, startedAt: now, endsAt: endOf(to, now), pausedAt: null })
}

/** When the timer of a stage that started at `startedAt` ends; null for one without a timer. */
export const endOf = ({ mode, minutes }: AgendaStage, startedAt: number): number | null =>
  mode === 'live' && minutes > 0 ? startedAt + minutes * 60_000 : null

/** Adds what the stage that ends now really took. One that was open until a time took no longer than that. */
function noteTimeRun(doc: Doc, agenda: Agenda, at: number): void {
  const stage = stageNow(agenda)
  if (!stage || !agenda.now) return
  const { startedAt, pausedAt } = agenda.now
  const closedAt = stage.mode === 'open' && stage.until ? Math.min(at, stage.until.at) : at
  const took = Math.max(0, (pausedAt ?? closedAt) - startedAt)
  writeStage(doc, { ...stage, ranMs: (stage.ranMs ?? 0) + took })
}
