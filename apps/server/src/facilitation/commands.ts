import { agendaCommands } from './agenda-commands.ts'
import type { Command } from './command.ts'
import { peopleCommands } from './people-commands.ts'
import { silenceCommands } from './silence-commands.ts'

/** Every command there is; one line each. */
export const commands = [
  ...agendaCommands,
  ...peopleCommands,
  ...silenceCommands,
] as const satisfies readonly Command[]
