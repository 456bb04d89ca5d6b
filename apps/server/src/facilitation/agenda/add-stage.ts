import { z } from '@hono/zod-openapi'
import { readAgenda, stageKinds } from '@vispera/board'
import { kindById } from '@vispera/kinds'
import { ApiError } from '../../contract/errors.ts'
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
    from: z
      .object({ kind: z.string().max(64), version: z.enum(['flow', 'quick']), line: z.int().min(1) })
      .optional()
      .openapi({
        description: "A line of a kind's flow, whose prompt it shows; to put back what was taken out",
      }),
    after: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: 'The stage it comes after; null for the start, left out for the end' }),
  },
  async run(
    { services, workshop },
    { kind, board: about, minutes: planned, mode: how, from, after, ...said },
  ) {
    if (from && !kindById(from.kind)?.[from.version][from.line - 1])
      throw new ApiError('invalid', 'from: no kind has such a line in its flow.')
    const stage = withWords({ kind, board: about, minutes: planned, mode: how, ...(from && { from }) }, said)
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
