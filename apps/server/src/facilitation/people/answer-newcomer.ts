import { z } from '@hono/zod-openapi'
import { type CommandAnswer, type CommandContext, command, keepers } from '../command.ts'

const input = { who: z.string().max(64) }

/** Lets in somebody who waits. */
export const admit = command({
  name: 'admit',
  roles: keepers,
  input,
  run: async (context, { who }) => answer(context, who, 'admitted'),
})

/** Sends somebody who waits away; they may ask again. */
export const turnAway = command({
  name: 'turn-away',
  roles: keepers,
  input,
  run: async (context, { who }) => answer(context, who, 'turned-away'),
})

/** Two who answer at once: the first counts. Somebody who has gone is no error. */
const answer = async (
  { services, workshop }: CommandContext,
  who: string,
  verdict: 'admitted' | 'turned-away',
): Promise<CommandAnswer> => ({
  answered: await services.lobby.answer(workshop, who, verdict),
})
