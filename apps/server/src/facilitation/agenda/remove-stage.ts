import { z } from '@hono/zod-openapi'
import { command, leaders } from '../command.ts'
import { takeOut } from './take-out.ts'

/** Takes a stage out of the agenda; the one that runs ends, and the next one starts. */
export const removeStage = command({
  name: 'remove-stage',
  roles: leaders,
  input: { stage: z.string() },
  async run({ services, workshop, now }, { stage }) {
    let removed = false
    await services.stages.write(workshop, (doc) => {
      removed = takeOut(doc, ({ id }) => id === stage, now) > 0
    })
    return { removed }
  },
})
