import { z } from '@hono/zod-openapi'
import { isValidHandCount } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { command } from '../command.ts'
import { votesOf } from './ballots.ts'
import { keepHandCount } from './hand-counts.ts'
import { standingOptions } from './standing.ts'

/** Enters how a room voted that shares one device. Kept apart until the vote closes, and shown as by hand. */
export const voteByHand = command({
  name: 'vote-by-hand',
  roles: ['host', 'facilitator', 'scribe'],
  input: {
    vote: z.string().max(64),
    voices: z.int().min(1).max(500),
    totals: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), z.int().min(0).max(10_000)),
  },
  run: ({ services, workshop, seat }, { vote: id, voices, totals }) =>
    services.silence.alone(workshop, async () => {
      const vote = (await votesOf(services, workshop)).find((one) => one.id === id)
      if (vote?.state !== 'open') throw new ApiError('not-found', 'This vote is not open.')
      const standing = await standingOptions(services, workshop, vote)
      if (!isValidHandCount(vote, { voices, totals }, standing))
        throw new ApiError('invalid', 'So many voices cannot have voted like this. Count again.')
      await keepHandCount(services.store, workshop, id, seat.participant, { voices, totals })
      return {}
    }),
})
