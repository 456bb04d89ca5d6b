import { z } from '@hono/zod-openapi'
import { ApiError } from '../../contract/errors.ts'
import { command, leaders } from '../command.ts'
import { votesOf } from './ballots.ts'
import { closeOne } from './closing.ts'

/** Closes a vote and tells its totals. Of two who press at once the first one closes it. */
export const closeVote = command({
  name: 'close-vote',
  roles: leaders,
  input: { vote: z.string().max(64) },
  run: ({ services, workshop }, { vote: id }) =>
    services.silence.alone(workshop, async () => {
      const vote = (await votesOf(services, workshop)).find((one) => one.id === id)
      if (!vote) throw new ApiError('not-found', 'There is no such vote.')
      if (vote.state === 'open') await closeOne(services, workshop, vote)
      return { closed: vote.state === 'open' }
    }),
})
