import { addStage } from './agenda/add-stage.ts'
import { changeStage } from './agenda/change-stage.ts'
import { endAgenda } from './agenda/end-agenda.ts'
import { extendStage } from './agenda/extend-stage.ts'
import { makeAgenda } from './agenda/make-agenda.ts'
import { moveStage } from './agenda/move-stage.ts'
import { nextStage } from './agenda/next-stage.ts'
import { pause } from './agenda/pause.ts'
import { removeStage } from './agenda/remove-stage.ts'
import { resume } from './agenda/resume.ts'
import { startStage } from './agenda/start-stage.ts'
import type { Command } from './command.ts'

/** The stages of the agenda, and their clock. */
export const agendaCommands = [
  startStage,
  nextStage,
  endAgenda,
  extendStage,
  pause,
  resume,
  addStage,
  changeStage,
  moveStage,
  removeStage,
  makeAgenda,
] as const satisfies readonly Command[]
