import { z } from '@hono/zod-openapi'
import { maxStageMinutes, readAgenda, writeNow } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { command, leaders } from '../command.ts'

/** Gives the stage that runs more time on its timer; when the time is up already, from now. The plan stays. */
export const extendStage = command({
  name: 'extend-stage',
  roles: leaders,
  input: {
    run: z.int(),
    minutes: z.int().min(1, 'Give at least one minute').max(120, 'Give at most 120 minutes at once'),
    /** The end that the caller saw: of two who press at once, only the first one counts. */
    endsAt: z.number().nullable().optional(),
  },
  async run({ services, workshop, now: at }, { run, minutes, endsAt: seen }) {
    let endsAt: number | null = null
    await services.stages.write(workshop, (doc) => {
      const { now } = readAgenda(doc)
      endsAt = now?.endsAt ?? null
      if (!now || now.run !== run || (seen !== undefined && seen !== now.endsAt)) return
      if (now.endsAt === null)
        throw new ApiError('invalid', 'This stage has no timer. Change how it ends before giving it minutes.')
      const from = now.pausedAt ?? at
      endsAt = Math.min(Math.max(now.endsAt, from) + minutes * 60_000, from + maxStageMinutes * 60_000)
      writeNow(doc, { ...now, endsAt })
    })
    return { endsAt }
  },
})
