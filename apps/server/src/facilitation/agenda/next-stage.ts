import { z } from '@hono/zod-openapi'
import { command, leaders } from '../command.ts'
import { goTo } from './go-to.ts'

/** Ends the stage that runs and starts the one after it; after the last one the agenda has ended. */
export const nextStage = command({
  name: 'next-stage',
  roles: leaders,
  input: { run: z.int() },
  run: async (context, { run }) =>
    goTo(context, run, ({ stages, now }) => {
      const at = stages.findIndex(({ id }) => id === now?.stage)
      return stages[at + 1]?.id ?? null
    }),
})
