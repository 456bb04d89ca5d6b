import { z } from '@hono/zod-openapi'
import { readVotes } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { command, leaders } from '../command.ts'
import { draftDocuments } from '../silence/drafts-of.ts'
import { forgetVote } from './closing.ts'

/** Calls an open vote off: nothing is counted, every ballot is erased. What was closed stays. */
export const dropVote = command({
  name: 'drop-vote',
  roles: leaders,
  input: { vote: z.string().max(64) },
  run: ({ services, workshop }, { vote: id }) =>
    services.silence.alone(workshop, async () => {
      await services.stages.write(workshop, (doc) => {
        const vote = readVotes(doc).find((one) => one.id === id)
        if (vote && vote.state !== 'open')
          throw new ApiError('conflict', 'This vote is closed already; its result stays.')
        doc.getMap('votes').delete(id)
      })
      await forgetVote(services, workshop, await draftDocuments(services, workshop), id)
      return {}
    }),
})
