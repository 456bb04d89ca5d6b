import { z } from '@hono/zod-openapi'
import { command, leaders } from '../command.ts'
import { goTo } from './go-to.ts'

/** Ends the agenda where it stands: from now on everyone may write everywhere. Any stage can be started again. */
export const endAgenda = command({
  name: 'end-agenda',
  roles: leaders,
  input: { run: z.int() },
  run: async (context, { run }) => goTo(context, run, ({ now }) => (now ? null : undefined)),
})
