import { z } from '@hono/zod-openapi'
import { readAgenda, readStage } from '@vispera/board'
import { stagesOf, versions } from '@vispera/kinds'
import { maxBoards } from '../../http/limits.ts'
import { requireKind } from '../../workshops/new-boards.ts'
import { command, leaders } from '../command.ts'
import { insertStages, requireBoardOf } from './stages-of-doc.ts'
import { takeOut } from './take-out.ts'

/** Adds the stages of boards' methods to the agenda, or puts them in the place of those that have not run yet. */
export const makeAgenda = command({
  name: 'make-agenda',
  roles: leaders,
  input: {
    from: z
      .array(z.object({ board: z.string(), version: z.enum(versions) }))
      .min(1, 'Give at least one board')
      .max(maxBoards, `At most ${maxBoards} boards`),
    instead: z
      .boolean()
      .optional()
      .openapi({ description: 'Take out the stages that have not run, and do not run, first' }),
    seen: z
      .int()
      .optional()
      .openapi({ description: 'How many stages the caller saw: of two who press at once, the first counts' }),
  },
  async run({ services, workshop, now }, { from, instead, seen }) {
    let made: string[] = []
    await services.stages.write(workshop, (doc) => {
      const agenda = readAgenda(doc)
      if (seen !== undefined && seen !== agenda.stages.length) return
      for (const { board } of from) requireBoardOf(doc, board)
      const kinds = new Map(readStage(doc)?.boards.map(({ id, kind }) => [id, kind]))
      const stages = from.flatMap(({ board, version }) =>
        stagesOf(requireKind(kinds.get(board) ?? ''), version, board),
      )
      if (instead) takeOut(doc, ({ id, ranMs }) => ranMs === undefined && id !== agenda.now?.stage, now)
      made = insertStages(doc, stages)
    })
    return { stages: made }
  },
})
