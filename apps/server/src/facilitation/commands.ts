import { agendaCommands } from './agenda-commands.ts'
import type { Command } from './command.ts'
import { peopleCommands } from './people-commands.ts'

/** Every command there is; one line each. */
export const commands = [...agendaCommands, ...peopleCommands] as const satisfies readonly Command[]
