import type { Session } from '@vispera/sync'
import { closeCodes } from '@vispera/sync'
import type { Seat } from '../join/seats.ts'
import { accessNow, accessTo, parseDocumentName } from '../permissions.ts'
import type { Services } from '../services.ts'
import { boardOf } from '../workshops/stages.ts'
import { identityOf } from './identity.ts'
import type { SeatedSession } from './seated-session.ts'

/** What becomes of a socket that asks for a document. */
export type Admission =
  | { readonly kind: 'admitted'; readonly document: string; readonly seat: Seat; readonly session: Session }
  | { readonly kind: 'refused'; readonly code: number; readonly reason: string }

/** Decides, before a byte is relayed, whether this token may open this document and how. */
export async function admit(services: Services, document: string, token: string | null): Promise<Admission> {
  const name = parseDocumentName(document)
  if (!name || token === null) return refused(closeCodes.expired, 'this session is not known')
  const seat = await services.seats.find(name.workshop, token)
  if (!seat) {
    return (await services.directory.isWiped(name.workshop))
      ? refused(closeCodes.wiped, 'this workshop was deleted')
      : refused(closeCodes.expired, 'this session is not known')
  }
  if (accessTo(name, seat) === 'none')
    return refused(closeCodes.forbidden, 'this document is not open to you')
  const stage = await services.stages.read(name.workshop)
  if (!stage) return refused(closeCodes.unavailable, 'this workshop cannot be read')
  if (name.kind === 'board' && !boardOf(stage, name.board))
    return refused(closeCodes.unknown, 'there is no such board')
  if (accessNow(name, seat, stage, services.now()) === 'none')
    return refused(closeCodes.forbidden, "this board is another group's")
  if (name.kind === 'draft') services.silence.look(name.workshop)
  const identity = identityOf(services, seat, name.kind)
  const session: SeatedSession = {
    participant: seat.participant,
    get role() {
      return seat.role
    },
    get access() {
      const standing = services.stages.known(name.workshop) ?? stage
      return accessNow(name, seat, standing, services.now()) === 'write' ? 'write' : 'read'
    },
    get presence() {
      return identity()
    },
  }
  return { kind: 'admitted', document, seat, session }
}

const refused = (code: number, reason: string): Admission => ({ kind: 'refused', code, reason })
