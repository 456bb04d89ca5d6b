import { z } from '@hono/zod-openapi'
import { readAgenda, stageKinds } from '@vispera/board'
import { command, leaders } from '../command.ts'
import { stageInput, withWords } from './stage-input.ts'
import { insertStages, placeBefore, requireBoardOf } from './stages-of-doc.ts'

const { board, minutes, mode, ...words } = z.object(stageInput).partial().shape

/** Adds a stage to the agenda, last by default. */
export const addStage = command({
  name: 'add-stage',
  roles: leaders,
  input: {
    kind: z.enum(stageKinds),
    board: board.default(null),
    minutes: minutes.default(5),
    mode: mode.default('live'),
    ...words,
    after: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: 'The stage it comes after; null for the start, left out for the end' }),
  },
  async run({ services, workshop }, { kind, board: about, minutes: planned, mode: how, after, ...said }) {
    const stage = withWords({ kind, board: about, minutes: planned, mode: how }, said)
    let id: string | undefined
    await services.stages.write(workshop, (doc) => {
      requireBoardOf(doc, about)
      const { stages } = readAgenda(doc)
      const index = after === undefined ? undefined : after === null ? 0 : placeBefore(stages, after) + 1
      ;[id] = insertStages(doc, [stage], index)
    })
    return { stage: id }
  },
})
