import { z } from '@hono/zod-openapi'
import { orderKeysAt, readAgenda, writeStage } from '@vispera/board'
import { command, leaders } from '../command.ts'
import { placeBefore, requireStageOf } from './stages-of-doc.ts'

/** Moves a stage within the agenda. One that runs goes on; what comes next is what follows it there. */
export const moveStage = command({
  name: 'move-stage',
  roles: leaders,
  input: {
    stage: z.string(),
    before: z.string().nullable().openapi({ description: 'The stage it then stands before; null: the end' }),
  },
  async run({ services, workshop }, { stage: id, before }) {
    await services.stages.write(workshop, (doc) => {
      const stage = requireStageOf(doc, id)
      if (before === id) return
      const others = readAgenda(doc).stages.filter((one) => one.id !== id)
      const [order] = orderKeysAt(others, placeBefore(others, before))
      writeStage(doc, { ...stage, order: order as string })
    })
    return { stage: id }
  },
})
