import { z } from '@hono/zod-openapi'
import { readAgenda, readAttention, writeNow, writePaused } from '@vispera/board'
import { command, keepers } from '../command.ts'

/**
 * Stops the clock for everyone. Nothing that people write is held back by it. Whoever asks for a pause gets it,
 * also when another stage has begun in the same moment.
 */
export const pause = command({
  name: 'pause',
  roles: keepers,
  input: { run: z.int().optional() },
  async run({ services, workshop, now: at }) {
    let paused = false
    await services.stages.write(workshop, (doc) => {
      const agenda = readAgenda(doc)
      if (readAttention(doc).paused !== null) return
      writePaused(doc, at)
      if (agenda.now) writeNow(doc, { ...agenda.now, pausedAt: at })
      paused = true
    })
    return { paused }
  },
})
