import { nextStage } from './agenda/next-stage.ts'
import { startStage } from './agenda/start-stage.ts'
import type { Command } from './command.ts'
import { peopleCommands } from './people-commands.ts'

/** Every command there is; one line each. */
export const commands = [startStage, nextStage, ...peopleCommands] as const satisfies readonly Command[]
