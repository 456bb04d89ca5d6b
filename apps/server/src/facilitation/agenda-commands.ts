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
import { leadView } from './attention/lead-view.ts'
import { lookHere } from './attention/look-here.ts'
import { readyCheck } from './attention/ready-check.ts'
import type { Command } from './command.ts'

/** The stages of the agenda and their clock, and what leaders ask attention for. */
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
  lookHere,
  leadView,
  readyCheck,
] as const satisfies readonly Command[]
