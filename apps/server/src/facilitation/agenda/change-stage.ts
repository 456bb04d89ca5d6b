import { z } from '@hono/zod-openapi'
import { type AgendaStage, readAgenda, writeNow, writeStage } from '@vispera/board'
import type { Doc } from 'yjs'
import { command, leaders } from '../command.ts'
import { endOf } from './go-to.ts'
import { stageInput, withWords } from './stage-input.ts'
import { requireBoardOf, requireStageOf } from './stages-of-doc.ts'

const { board, minutes, mode, until, title, prompt, adds, dots, dotsPerNote } = stageInput

/** Changes what a stage says; null takes something back. The stage that runs follows at once. */
export const changeStage = command({
  name: 'change-stage',
  roles: leaders,
  input: {
    stage: z.string(),
    board: board.optional(),
    minutes: minutes.optional(),
    mode: mode.optional(),
    until: until.nullable().optional(),
    title: title.nullable().optional(),
    prompt: prompt.nullable().optional(),
    adds: adds.nullable().optional(),
    dots: dots.nullable().optional(),
    dotsPerNote: dotsPerNote.nullable().optional(),
  },
  async run({ services, workshop }, { stage: id, board: about, minutes: planned, ...said }) {
    await services.stages.write(workshop, (doc) => {
      const before = requireStageOf(doc, id)
      if (about !== undefined) requireBoardOf(doc, about)
      const plain = { ...before, board: about ?? (about === null ? null : before.board) }
      const stage = withWords({ ...plain, minutes: planned ?? before.minutes }, said)
      writeStage(doc, stage)
      if (stage.mode !== before.mode || stage.minutes !== before.minutes) resetTimer(doc, stage)
    })
    return { stage: id }
  },
})

/** New minutes count from when the stage began. */
function resetTimer(doc: Doc, stage: AgendaStage): void {
  const { now } = readAgenda(doc)
  if (now?.stage === stage.id) writeNow(doc, { ...now, endsAt: endOf(stage, now.startedAt) })
}
