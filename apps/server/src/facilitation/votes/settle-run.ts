import {
  type Agenda,
  documentNames,
  fateOfDraft,
  isSilent,
  readAgenda,
  readRun,
  stageNow,
  stageRules,
  stagesToReveal,
  writeStage,
} from '@vispera/board'
import type { Doc } from 'yjs'
import type { Services } from '../../services.ts'
import { draftDocuments, draftsIn } from '../silence/drafts-of.ts'
import { votesOf } from './ballots.ts'
import { closeOne } from './closing.ts'
import { openOne } from './opening.ts'

type Desk = Omit<Services, 'silence'>

/** Which run of the agenda was seen to; beside `now` in the stage document, so that a restart repeats nothing. */
const settled = 'settledRun'

/**
 * What a move to another stage brings with it, once: votes of the stage before are closed, the one that this
 * stage opens is opened; drafts of a silent stage that runs again wait for another reveal; and a reveal for
 * which nothing waits has happened.
 */
export async function settleRun(services: Desk, workshop: string): Promise<void> {
  const [agenda, run, seen] = await services.rooms.read(
    documentNames.stage(workshop),
    (doc) => [readAgenda(doc), readRun(doc), doc.getMap('now').get(settled)] as const,
  )
  if (run === 0 || run === seen) return
  const startedAt = agenda.now?.startedAt ?? services.now()
  for (const vote of await votesOf(services, workshop)) {
    if (vote.state === 'open' && vote.stage !== undefined && vote.openedAt < startedAt)
      await closeOne(services, workshop, vote)
  }
  const isNothingWaiting = !(await isAnythingWaiting(services, workshop, agenda))
  await services.stages.write(workshop, (doc) => {
    const latest = readAgenda(doc)
    if (readRun(doc) !== run) return
    doc.getMap('now').set(settled, run)
    settleReveal(doc, latest, isNothingWaiting)
  })
  await openVoteOf(services, workshop, agenda)
}

function settleReveal(doc: Doc, agenda: Agenda, isNothingWaiting: boolean): void {
  const running = stageNow(agenda)
  if (running && isSilent(running) && running.revealed) writeStage(doc, { ...running, revealed: false })
  if (running?.kind !== 'reveal' || !isNothingWaiting) return
  for (const stage of stagesToReveal(agenda))
    if (!stage.revealed) writeStage(doc, { ...stage, revealed: true })
}

async function isAnythingWaiting(services: Desk, workshop: string, agenda: Agenda): Promise<boolean> {
  if (stageNow(agenda)?.kind !== 'reveal') return false
  const drafts = await draftsIn(services, await draftDocuments(services, workshop))
  return drafts.some((draft) => fateOfDraft(agenda, draft) === 'now')
}

async function openVoteOf(services: Desk, workshop: string, agenda: Agenda): Promise<void> {
  const stage = stageNow(agenda)
  const form = stage && stageRules[stage.kind].vote
  if (!stage || !form || stage.board === null) return
  const { board, dots, dotsPerNote } = stage
  await openOne(services, workshop, { form, board, question: '', dots, dotsPerNote }, services.now())
}
