import { z } from '@hono/zod-openapi'
import { type Agenda, stageNow } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { command, leaders } from '../command.ts'
import { goTo } from './go-to.ts'

/** Ends the stage that runs and starts the one after it; after the last one the agenda has ended. */
export const nextStage = command({
  name: 'next-stage',
  roles: leaders,
  input: { run: z.int() },
  run: async (context, { run }) =>
    goTo(context, run, (agenda) => {
      // Who presses once too often at the end does not start everything over.
      if (agenda.ended) return undefined
      if (agenda.stages.length === 0)
        throw new ApiError('invalid', 'The agenda is empty. Add a stage, or make an agenda for a board.')
      return stageAfterNow(agenda)
    }),
})

/** The id of the stage that follows, the first one before any has run; null after the last. */
export function stageAfterNow(agenda: Agenda): string | null {
  const at = agenda.stages.findIndex(({ id }) => id === stageNow(agenda)?.id)
  return agenda.stages[at + 1]?.id ?? null
}
