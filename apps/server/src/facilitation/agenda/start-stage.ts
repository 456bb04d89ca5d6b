import { z } from '@hono/zod-openapi'
import { command, leaders } from '../command.ts'
import { goTo } from './go-to.ts'

/** Starts, repeats or goes back to a stage. Going back never hides again what was revealed. */
export const startStage = command({
  name: 'start-stage',
  roles: leaders,
  input: {
    stage: z.string(),
    /** The run that the caller saw; 0 before the first stage. Of two who press at once the first one counts. */
    run: z.int(),
  },
  run: async (context, { stage, run }) => goTo(context, run, () => stage),
})
