import type { ActionContext } from './action-context.ts'
import type { Actions } from './actions.ts'
import type { addingActions } from './adding.ts'
import type { basicActions } from './basic-actions.ts'
import { chainActions } from './chains.ts'
import { depthActions } from './depth-moves.ts'
import { editingActions } from './editing.ts'
import { groupingActions } from './grouping.ts'
import { linkingActions } from './linking.ts'
import { movingActions } from './moving.ts'
import { removingActions } from './removing.ts'
import { sendActions } from './send.ts'
import { siblingActions } from './siblings.ts'

type First = ReturnType<typeof basicActions> & ReturnType<typeof addingActions>
export type RestActions = Omit<Actions, keyof First>

/** All that is done with notes once somebody reaches for them. */
export const restActions = (context: ActionContext): RestActions => ({
  ...editingActions(context),
  ...siblingActions(context),
  ...removingActions(context),
  ...movingActions(context),
  ...depthActions(context),
  ...groupingActions(context),
  ...linkingActions(context),
  ...chainActions(context),
  ...sendActions(context),
})
