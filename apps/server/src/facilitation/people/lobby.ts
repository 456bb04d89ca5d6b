import { z } from '@hono/zod-openapi'
import { lobbyStates, writeWorkshop } from '@vispera/board'
import { command, leaders } from '../command.ts'

/** Opens the door, has newcomers wait to be let in, or closes it; closed, the code is dead too. */
export const lobby = command({
  name: 'lobby',
  roles: leaders,
  input: { state: z.enum(lobbyStates) },
  run: async ({ services, workshop }, { state }) => {
    await services.stages.write(workshop, (doc) => writeWorkshop(doc, { lobby: state }))
    if (state === 'closed') await services.codes.forget(workshop)
    if (state !== 'ask')
      await services.lobby.answerAll(workshop, state === 'open' ? 'admitted' : 'turned-away')
    return { lobby: state }
  },
})
