import { z } from '@hono/zod-openapi'
import { mayLead, writeMember } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { command, everyoneWithASay } from '../command.ts'
import { closeForeignBoards } from './close-foreign-boards.ts'
import { runningSplit } from './running.ts'

/**
 * Puts somebody into another group. Who leads may move anybody; everybody may move themselves, unless the groups
 * are private: then going about would open them all.
 */
export const moveToGroup = command({
  name: 'move-to-group',
  roles: everyoneWithASay,
  input: { participant: z.string().max(64), group: z.string().max(64) },
  run: async ({ services, workshop, seat }, { participant, group }) => {
    await services.stages.write(workshop, (doc) => {
      const { groups, private: isPrivate } = runningSplit(doc)
      if (!groups.some(({ id }) => id === group))
        throw new ApiError('not-found', 'There is no such group any more.')
      if (!mayLead(seat.role) && (isPrivate || participant !== seat.participant))
        throw new ApiError('forbidden', 'Only those who lead can move people between these groups.')
      writeMember(doc, participant, group)
    })
    await closeForeignBoards(services, workshop)
    return {}
  },
})
