import { z } from '@hono/zod-openapi'
import { readAgenda, readAttention, readRun, writeNow } from '@vispera/board'
import { endPause } from '../attention/end-pause.ts'
import { command, keepers } from '../command.ts'

/** Goes on after a pause; the timer ends later by as long as it lasted. */
export const resume = command({
  name: 'resume',
  roles: keepers,
  input: { run: z.int() },
  async run({ services, workshop, now: at }, { run }) {
    let resumed = false
    await services.stages.write(workshop, (doc) => {
      const { now } = readAgenda(doc)
      if (readRun(doc) !== run || readAttention(doc).paused === null) return
      endPause(doc, at)
      resumed = true
      if (!now || now.pausedAt === null) return
      const lasted = Math.max(0, at - now.pausedAt)
      writeNow(doc, {
        ...now,
        startedAt: now.startedAt + lasted,
        endsAt: now.endsAt === null ? null : now.endsAt + lasted,
        pausedAt: null,
      })
    })
    return { resumed }
  },
})
