import type { Command } from './command.ts'
import { admit, turnAway } from './people/answer-newcomer.ts'
import { changeRole } from './people/change-role.ts'
import { lobby } from './people/lobby.ts'
import { renewLinks } from './people/renew-links.ts'
import { translate } from './people/translate.ts'
import { approveRecord } from './safety/approve-record.ts'
import { safety } from './safety/safety.ts'

/** Who is here, as what, and how safe they are. */
export const peopleCommands = [
  changeRole,
  renewLinks,
  lobby,
  admit,
  turnAway,
  translate,
  safety,
  approveRecord,
] as const satisfies readonly Command[]
