import { z } from '@hono/zod-openapi'
import {
  documentNames,
  fateOfDraft,
  readAgenda,
  readRun,
  stagesToReveal,
  writeNow,
  writeStage,
} from '@vispera/board'
import type { Doc } from 'yjs'
import type { Services } from '../../services.ts'
import { requireStage } from '../../workshops/stages.ts'
import { type CommandAnswer, type CommandContext, command, leaders } from '../command.ts'
import { forgetCardNames, openCardNames } from './card-names.ts'
import { draftDocuments, draftsIn, type WrittenDraft } from './drafts-of.ts'
import { type Card, clearDrafts, showCards, shuffled } from './show-cards.ts'

/**
 * Turns over what was written in silence: `all` at once, or the `next` card. It reaches back to every silent
 * stage before that was not revealed yet. Answers how many notes appeared and how many are left.
 */
export const reveal = command({
  name: 'reveal',
  roles: leaders,
  input: {
    run: z.int(),
    how: z.enum(['all', 'next']),
    /** Cards that the caller saw face down: of two who press `next` at once the first one counts. */
    left: z.int().optional(),
  },
  run: (context, input) =>
    context.services.silence.alone(context.workshop, () =>
      turnOver(context, input.run, input.how, input.left),
    ),
})

async function turnOver(
  { services, workshop }: CommandContext,
  run: number,
  how: 'all' | 'next',
  left: number | undefined,
): Promise<CommandAnswer> {
  const { agenda } = await requireStage(services.stages, workshop)
  if ((await services.rooms.read(documentNames.stage(workshop), readRun)) !== run)
    return { revealed: 0, left: agenda.now?.drafts ?? 0 }
  const written = await draftsIn(services, await draftDocuments(services, workshop))
  const waiting = written.filter((draft) => fateOfDraft(agenda, draft) === 'now')
  if (left !== undefined && left !== waiting.length) return { revealed: 0, left: waiting.length }

  const names = await openCardNames(services.store, services.pepper, workshop)
  const cards = shuffled(waiting, names)
  const turned = how === 'all' ? cards : cards.slice(0, 1)
  const rest = cards.slice(turned.length)
  await showCards(services, workshop, turned)
  await services.stages.write(workshop, (doc) => writeRevealed(doc, turned, rest.length))
  await clearDrafts(services, workshop, turned)
  if (rest.length === 0) await forgetCardNamesOnceClear(services, workshop, turned)
  return { revealed: turned.length, left: rest.length }
}

/** Says what is left, and which stages are revealed once nothing is. */
function writeRevealed(doc: Doc, turned: readonly Card[], left: number): void {
  const agenda = readAgenda(doc)
  if (left === 0) {
    const ids = new Set([
      ...stagesToReveal(agenda).map(({ id }) => id),
      ...turned.map(({ draft }) => draft.stage),
    ])
    for (const stage of agenda.stages)
      if (ids.has(stage.id) && !stage.revealed) writeStage(doc, { ...stage, revealed: true })
  }
  if (!agenda.now) return
  const { faceDown: _turned, ...now } = agenda.now
  writeNow(doc, { ...now, drafts: left, ...(left > 0 && { faceDown: left }) })
}

/** The names are needed for as long as one of the drafts that they were given to is still there. */
export async function forgetCardNamesOnceClear(
  services: Pick<Services, 'store' | 'rooms'>,
  workshop: string,
  named: readonly Card[],
): Promise<void> {
  const documents = [...new Set(named.map(({ draft }) => draft.document))]
  const left = await draftsIn(services, documents)
  const isThere = (one: WrittenDraft) =>
    named.some(({ draft }) => draft.document === one.document && draft.id === one.id)
  if (!left.some(isThere)) await forgetCardNames(services.store, workshop)
}
