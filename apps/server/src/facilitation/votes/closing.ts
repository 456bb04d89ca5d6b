import { randomInt } from 'node:crypto'
import {
  countBallots,
  documentNames,
  isValidBallot,
  mayWrite,
  readVotes,
  type Vote,
  writeVote,
} from '@vispera/board'
import type { Services } from '../../services.ts'
import { draftDocuments } from '../silence/drafts-of.ts'
import { ballotsFor, eraseBallots, votesOf } from './ballots.ts'
import { forgetHandCounts, handCounts } from './hand-counts.ts'
import { standingOptions } from './standing.ts'

type Desk = Omit<Services, 'silence'>

/** Counts a vote that is open, writes what may be told of it, and erases every ballot. */
export async function closeOne(services: Desk, workshop: string, vote: Vote): Promise<void> {
  const documents = await draftDocuments(services, workshop)
  const [cast, byHand, standing] = await Promise.all([
    ballotsFor(services, documents, vote.id),
    handCounts(services.store, workshop, vote.id),
    standingOptions(services, workshop, vote),
  ])
  const valid = cast.filter(({ ballot }) => isValidBallot(vote, ballot, standing))
  const voted = new Set(valid.map(({ document }) => document))
  const missing = services.attendance
    .present(workshop, mayWrite)
    .filter((participant) => !voted.has(documentNames.draft(workshop, participant))).length
  const counted = countBallots(vote, {
    ballots: valid.map(({ ballot }) => ballot),
    byHand,
    missing,
    standing,
    shuffle,
  })
  await services.stages.write(workshop, (doc) => {
    const open = readVotes(doc).find(({ id, state }) => id === vote.id && state === 'open')
    if (open) writeVote(doc, { ...open, ...counted })
  })
  await forgetVote(services, workshop, documents, vote.id)
}

/** Closes what a stage opened or what was opened while it ran. */
export async function closeVotesOf(services: Desk, workshop: string, stage: string): Promise<void> {
  for (const vote of await votesOf(services, workshop))
    if (vote.state === 'open' && vote.stage === stage) await closeOne(services, workshop, vote)
}

/** Erases what was handed in. */
export async function forgetVote(
  services: Desk,
  workshop: string,
  documents: readonly string[],
  vote: string,
): Promise<void> {
  await forgetHandCounts(services.store, workshop, vote)
  await eraseBallots(services, documents, (id) => id === vote)
}

function shuffle(worries: readonly string[]): string[] {
  const mixed = [...worries]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const taken = mixed[at] as string
    mixed[at] = mixed[other] as string
    mixed[other] = taken
  }
  return mixed
}
