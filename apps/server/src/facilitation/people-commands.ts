import type { Command } from './command.ts'
import { endGroups } from './groups/end-groups.ts'
import { extendGroups } from './groups/extend-groups.ts'
import { gather } from './groups/gather.ts'
import { groupTimer } from './groups/group-timer.ts'
import { moveToGroup } from './groups/move-to-group.ts'
import { split } from './groups/split.ts'
import { admit, turnAway } from './people/answer-newcomer.ts'
import { changeRole } from './people/change-role.ts'
import { lobby } from './people/lobby.ts'
import { renewLinks } from './people/renew-links.ts'
import { translate } from './people/translate.ts'
import { approveRecord } from './safety/approve-record.ts'
import { safety } from './safety/safety.ts'
import { addGathering } from './series/add-gathering.ts'
import { changeGathering, removeGathering } from './series/change-gathering.ts'

/** Who is here, as what, how safe they are, and in which small group. */
export const peopleCommands = [
  changeRole,
  renewLinks,
  lobby,
  admit,
  turnAway,
  translate,
  safety,
  approveRecord,
  split,
  moveToGroup,
  groupTimer,
  extendGroups,
  gather,
  endGroups,
  addGathering,
  changeGathering,
  removeGathering,
] as const satisfies readonly Command[]
