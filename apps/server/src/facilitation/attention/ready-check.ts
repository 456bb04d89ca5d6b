import { z } from '@hono/zod-openapi'
import { newId, readAttention, writeReady } from '@vispera/board'
import { command, leaders } from '../command.ts'

/** Asks everyone whether they are ready, or stops asking. A check that is asked for twice is one. */
export const readyCheck = command({
  name: 'ready-check',
  roles: leaders,
  input: { on: z.boolean() },
  async run({ services, workshop, now }, { on }) {
    let ready: string | null = null
    await services.stages.write(workshop, (doc) => {
      const before = readAttention(doc).ready
      const after = on ? (before ?? { id: newId(), at: now }) : null
      if (after?.id !== before?.id) writeReady(doc, after)
      ready = after?.id ?? null
    })
    return { ready }
  },
})
