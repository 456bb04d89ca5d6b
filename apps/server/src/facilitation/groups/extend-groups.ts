import { z } from '@hono/zod-openapi'
import { groupEndsAt, readAttention, withGroupTimes, writeSplit } from '@vispera/board'
import { command, leaders } from '../command.ts'
import { groupInput, isMeant, mostGroupMinutes, requireGroup } from './meant-groups.ts'
import { runningSplit } from './running.ts'

/**
 * Gives one group, or all of them, more time; those whose time is up already, from now. Groups without a timer
 * stay without.
 */
export const extendGroups = command({
  name: 'extend-groups',
  roles: leaders,
  input: {
    ...groupInput,
    minutes: z.int().min(1, 'Give at least one minute').max(120, 'Give at most 120 minutes at once'),
    /** By group, the end that the caller saw: of two who press at once, only the first one counts. */
    saw: z.record(z.string().max(64), z.number().nullable()),
  },
  run: async ({ services, workshop, now }, { group, minutes, saw }) => {
    let extended = 0
    let endsAt: Readonly<Record<string, number | null>> = {}
    await services.stages.write(workshop, (doc) => {
      const split = runningSplit(doc)
      requireGroup(split, group)
      const from = readAttention(doc).paused ?? now
      const longer = withGroupTimes(split, (endsAt, { id }) => {
        if (endsAt === null || !isMeant(id, group) || saw[id] !== endsAt) return endsAt
        extended++
        return Math.min(Math.max(endsAt, from) + minutes * 60_000, from + mostGroupMinutes * 60_000)
      })
      if (extended > 0) writeSplit(doc, longer)
      endsAt = Object.fromEntries(longer.groups.map((one) => [one.id, groupEndsAt(longer, one)]))
    })
    return { extended, endsAt }
  },
})
