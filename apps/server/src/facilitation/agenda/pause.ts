import { z } from '@hono/zod-openapi'
import { readAgenda, readAttention, readRun, writeNow, writePaused } from '@vispera/board'
import { command, keepers } from '../command.ts'

/** Stops the clock for everyone. Nothing that people write is held back by it. */
export const pause = command({
  name: 'pause',
  roles: keepers,
  input: { run: z.int() },
  async run({ services, workshop, now: at }, { run }) {
    let paused = false
    await services.stages.write(workshop, (doc) => {
      const agenda = readAgenda(doc)
      if (readRun(doc) !== run || readAttention(doc).paused !== null) return
      writePaused(doc, at)
      if (agenda.now) writeNow(doc, { ...agenda.now, pausedAt: at })
      paused = true
    })
    return { paused }
  },
})
