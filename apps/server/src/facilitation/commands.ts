import { nextStage } from './agenda/next-stage.ts'
import { startStage } from './agenda/start-stage.ts'
import type { Command } from './command.ts'

/** Every command there is; one line each. */
export const commands = [startStage, nextStage] as const satisfies readonly Command[]
