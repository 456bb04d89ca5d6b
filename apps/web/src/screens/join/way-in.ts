import { mayLead, mayWrite, type Role, type SafetyLevel } from '@vispera/board'

/**
 * How somebody comes in. `straight`: at once. `panel`: the board opens and the questions stand beside it.
 * `page`: the questions come first.
 */
export type WayIn = 'straight' | 'panel' | 'page'

export function wayInFor(who: {
  role: Role
  safety: SafetyLevel
  isPhone: boolean
  hasSeat: boolean
}): WayIn {
  const { role, safety, isPhone, hasSeat } = who
  if (hasSeat || mayLead(role) || !mayWrite(role)) return 'straight'
  // Where a name can be dangerous, everything is said before anybody is seen.
  return isPhone || safety === 'protected' ? 'page' : 'panel'
}
