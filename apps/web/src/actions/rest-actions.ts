import type { ActionContext } from './action-context.ts'
import type { Actions } from './actions.ts'
import { addingActions } from './adding.ts'
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

export type RestActions = Omit<Actions, keyof ReturnType<typeof basicActions> | 'once'>

/** All that is done with notes. */
export const restActions = (context: ActionContext): RestActions => ({
  ...addingActions(context),
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
