import { z } from '@hono/zod-openapi'
import { voteForms } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { requireBoard } from '../../workshops/stages.ts'
import { command, leaders } from '../command.ts'
import { openOne } from './opening.ts'

/** Opens a secret vote. Without `options` whatever stands on the board when it is counted may be voted on. */
export const openVote = command({
  name: 'open-vote',
  roles: leaders,
  input: {
    form: z.enum(voteForms),
    board: z.string().max(64).nullable(),
    question: z.string().trim().max(600),
    options: z
      .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))
      .max(2_000)
      .optional(),
    dots: z.int().min(1).max(20).optional(),
    dotsPerNote: z.int().min(1).max(20).optional(),
  },
  run: ({ services, workshop, now }, input) =>
    services.silence.alone(workshop, async () => {
      const { form, board, options } = input
      if (board !== null) await requireBoard(services.stages, workshop, board)
      const needsNotes = form === 'dots' || form === 'shaky'
      if (needsNotes && board === null && !options)
        throw new ApiError('invalid', 'Say what may be voted on: a board, or the notes themselves.')
      return { vote: await openOne(services, workshop, input, now) }
    }),
})
