import { type LobbyState, mayLead, mayWrite, type Role, type SafetyLevel } from '@vispera/board'

/**
 * How somebody comes in. `straight`: at once. `panel`: the board opens and the questions stand beside it.
 * `page`: the questions come first.
 */
export type WayIn = 'straight' | 'panel' | 'page'

export function wayInFor(who: {
  role: Role
  safety: SafetyLevel
  lobby: LobbyState
  isPhone: boolean
  hasSeat: boolean
}): WayIn {
  const { role, safety, lobby, isPhone, hasSeat } = who
  if (hasSeat || mayLead(role) || !mayWrite(role)) return 'straight'
  // Where a name can be dangerous, everything is said before anybody is seen.
  // Whoever has to be let in is asked for a name before, by which they are known at the door.
  return isPhone || safety === 'protected' || lobby === 'ask' ? 'page' : 'panel'
}
