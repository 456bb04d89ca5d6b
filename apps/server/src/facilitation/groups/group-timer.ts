import { z } from '@hono/zod-openapi'
import { writeSplit } from '@vispera/board'
import { command, leaders } from '../command.ts'
import { runningSplit } from './running.ts'

/** Gives all groups so many minutes from now; 0 takes the timer away. */
export const groupTimer = command({
  name: 'group-timer',
  roles: leaders,
  input: { minutes: z.int().min(0).max(240) },
  run: async ({ services, workshop, now }, { minutes }) => {
    await services.stages.write(workshop, (doc) => {
      writeSplit(doc, { ...runningSplit(doc), endsAt: minutes === 0 ? null : now + minutes * 60_000 })
    })
    return {}
  },
})
