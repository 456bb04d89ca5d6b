import { newId, showsPresence } from '@vispera/board'
import type { PresenceIdentity } from '@vispera/sync'
import type { Seat } from '../join/seats.ts'
import type { DocumentKind } from '../permissions.ts'
import type { Services } from '../services.ts'

/** How many people colours there are. */
const colours = 7

/**
 * What the server puts as `user` into somebody's presence: `{ id, name, color, role }`. On `stage` it is the
 * list of who is here; elsewhere it signs cursors. In a protected workshop people are only counted: one
 * nameless entry per connection on `stage`, with an id that means nothing, and no presence on boards. There is
 * none on boards either while a stage hides it (people write, imagine or vote alone). A screen is never seen.
 * Who leads everyone's view says so with their id, still nameless: others could not follow them otherwise.
 */
export function identityOf(
  { stages }: Services,
  seat: Seat,
  document: DocumentKind,
): () => PresenceIdentity | null {
  let anonymous: PresenceIdentity = { id: newId(), name: '', color: 0, role: seat.role }
  let named: PresenceIdentity = identity(seat)
  let leading: PresenceIdentity = { ...anonymous, id: seat.participant }
  return () => {
    if (seat.role === 'screen' || document === 'draft' || document === 'threads') return null
    // Unknown for a moment only; the careful answer is the right one then.
    const known = stages.known(seat.workshop)
    const safety = known?.workshop.safety ?? 'protected'
    if (document === 'board' && known && !showsPresence(known.agenda)) return null
    if (anonymous.role !== seat.role) {
      anonymous = { ...anonymous, role: seat.role }
      leading = { ...leading, role: seat.role }
    }
    if (safety === 'protected') {
      if (document !== 'stage') return null
      return known?.lead?.participant === seat.participant ? leading : anonymous
    }
    if (named.name !== seat.alias || named.role !== seat.role) named = identity(seat)
    return named
  }
}

const identity = ({ participant, alias, role }: Seat): PresenceIdentity => ({
  id: participant,
  name: alias,
  color: colourOf(participant),
  role,
})

/** A person keeps their colour: it follows from their random id. */
function colourOf(participant: string): number {
  let sum = 0
  for (const letter of participant) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521
  return sum % colours
}
