import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { noteIdSchema } from '../note.ts'
import { type Role, roles } from '../workshop.ts'

const roleSchema = z.enum(roles)

/** Roles from most to least say. The two keepers of others' words and safety stand beside each other. */
const rank: Readonly<Record<Role, number>> = {
  host: 3,
  facilitator: 2,
  scribe: 1,
  interpreter: 1,
  'safety-keeper': 1,
  participant: 1,
  observer: 0,
  screen: 0,
}

/** Roles that stand below `role`: those whose links and seats it may renew. */
export const rolesBelow = (role: Role): readonly Role[] => roles.filter((one) => rank[one] < rank[role])

/**
 * Whether somebody who leads as `leader` may make a `from` into a `to`: never of or into a role above their own,
 * and a screen is a device, not somebody.
 */
export function mayChangeRole(leader: Role, from: Role, to: Role): boolean {
  if (rank[leader] < rank.facilitator || from === 'screen' || to === 'screen') return false
  return rank[from] <= rank[leader] && rank[to] <= rank[leader]
}

/** Roles that differ from the link somebody came with, by participant. */
export function readRoles(stage: Y.Doc): ReadonlyMap<string, Role> {
  const changed = new Map<string, Role>()
  for (const [id, value] of stage.getMap('roles').entries()) {
    const role = roleSchema.safeParse(value)
    if (role.success && noteIdSchema.safeParse(id).success) changed.set(id, role.data)
  }
  return changed
}

/** Says that somebody has another role than their link gave them; null: the link's again. Server only. */
export function writeRole(stage: Y.Doc, participant: string, role: Role | null): void {
  if (role) stage.getMap('roles').set(participant, role)
  else stage.getMap('roles').delete(participant)
}
