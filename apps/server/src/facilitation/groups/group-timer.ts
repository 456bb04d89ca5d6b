import { z } from '@hono/zod-openapi'
import { readAttention, withGroupTimes, writeSplit } from '@vispera/board'
import { command, leaders } from '../command.ts'
import { groupInput, isMeant, mostGroupMinutes, requireGroup } from './meant-groups.ts'
import { runningSplit } from './running.ts'

/** Gives one group, or all of them, so many minutes from now; 0 takes the timer away. */
export const groupTimer = command({
  name: 'group-timer',
  roles: leaders,
  input: { ...groupInput, minutes: z.int().min(0).max(mostGroupMinutes) },
  run: async ({ services, workshop, now }, { group, minutes }) => {
    await services.stages.write(workshop, (doc) => {
      const split = runningSplit(doc)
      requireGroup(split, group)
      const from = readAttention(doc).paused ?? now
      const to = minutes === 0 ? null : from + minutes * 60_000
      writeSplit(
        doc,
        withGroupTimes(split, (endsAt, { id }) => (isMeant(id, group) ? to : endsAt)),
      )
    })
    return {}
  },
})
