import { type Ballot, ballotOf, documentNames, readVotes, type Vote } from '@vispera/board'
import type { Services } from '../../services.ts'

type Desk = Pick<Services, 'rooms' | 'log'>

/** Somebody's ballot; their draft document is the only place that says whose it is. */
export interface CastBallot {
  readonly document: string
  readonly ballot: Ballot
}

export async function ballotsFor(
  { rooms }: Desk,
  documents: readonly string[],
  vote: string,
): Promise<CastBallot[]> {
  const read = await Promise.all(
    documents.map((document) => rooms.read(document, (doc) => ({ document, ballot: ballotOf(doc, vote) }))),
  )
  return read.flatMap(({ document, ballot }) => (ballot ? [{ document, ballot }] : []))
}

/** Takes ballots out of the drafts they were cast in, history and all. */
export async function eraseBallots(
  { rooms, log }: Desk,
  documents: readonly string[],
  isOver: (vote: string) => boolean,
): Promise<void> {
  const erased = await Promise.allSettled(
    documents.map(async (document) => {
      const over = await rooms.read(document, (doc) => [...doc.getMap('ballots').keys()].filter(isOver))
      if (over.length === 0) return
      await rooms.transact(document, (doc) => {
        for (const vote of over) doc.getMap('ballots').delete(vote)
      })
      await rooms.purge(document)
    }),
  )
  if (erased.some(({ status }) => status === 'rejected'))
    log.warn('ballots could not be erased; it is tried again')
}

export const votesOf = ({ rooms }: Pick<Services, 'rooms'>, workshop: string): Promise<Vote[]> =>
  rooms.read(documentNames.stage(workshop), readVotes)

/** A ballot that comes in after its vote was closed, or for none, counts for nothing and does not stay. */
export async function eraseStrayBallots(
  services: Desk,
  workshop: string,
  documents: readonly string[],
): Promise<void> {
  const open = new Set(
    (await votesOf(services, workshop)).flatMap(({ id, state }) => (state === 'open' ? id : [])),
  )
  await eraseBallots(services, documents, (vote) => !open.has(vote))
}
