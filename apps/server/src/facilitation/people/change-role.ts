import { z } from '@hono/zod-openapi'
import {
  documentNames,
  mayChangeRole,
  mayLead,
  mayWrite,
  type Role,
  readAttention,
  roles,
  writeLead,
  writeRole,
  writeWorkshop,
} from '@vispera/board'
import { closeCodes } from '@vispera/sync'
import { ApiError } from '../../contract/errors.ts'
import { keyInHand } from '../../join/hand-on.ts'
import { keysBelow } from '../../join/keys.ts'
import { accessTo, parseDocumentName } from '../../permissions.ts'
import type { Services } from '../../services.ts'
import { type CommandContext, command, leaders } from '../command.ts'
import { closeForeignBoards } from '../groups/close-foreign-boards.ts'

/** Gives somebody another role while they are in: it holds at once, and after they come back. */
export const changeRole = command({
  name: 'change-role',
  roles: leaders,
  input: { participant: z.string().max(64), role: z.enum(roles) },
  run: async (context, { participant, role }) => {
    const { services, workshop, seat } = context
    const everybody = await services.seats.all(workshop)
    const theirs = everybody.find((one) => one.participant === participant)
    if (!theirs) throw new ApiError('not-found', 'This person is not in the workshop any more.')
    if (theirs.role === role) return { changed: false }
    if (!mayChangeRole(seat.role, theirs.role, role))
      throw new ApiError('forbidden', 'Your role in this workshop does not allow this change.')
    const isLastHost =
      theirs.role === 'host' &&
      !everybody.some((one) => one.role === 'host' && one.participant !== participant)
    if (isLastHost)
      throw new ApiError('conflict', 'A workshop needs a host. Make somebody else a host first.')
    const before = theirs.role
    await services.seats.changeRole(workshop, participant, role, await keyToLend(context, role))
    await services.stages.write(workshop, (doc) => {
      writeRole(doc, participant, role)
      const leads = readAttention(doc).lead?.participant === participant
      if (leads && !mayLead(role)) writeLead(doc, null)
      if (mayWrite(before) || !mayWrite(role)) return
      const tookPart = doc.getMap('workshop').get('tookPart')
      writeWorkshop(doc, { tookPart: (typeof tookPart === 'number' ? tookPart : 0) + 1 })
    })
    closeWhatIsNotTheirs(services, workshop, participant, role)
    await closeForeignBoards(services, workshop)
    return { changed: true }
  },
})

/** The key of the new role, where the one who gives it has it: with it links can be handed on and renewed. */
async function keyToLend({ services, seat, token, workshop }: CommandContext, role: Role) {
  const own = await keyInHand(services, seat, token)
  if (!own) return null
  return keysBelow(own.role, own.key, workshop, own.record.epoch, own.record.epochs)[role] ?? null
}

/** Closes the documents that somebody's new role may not open. */
export function closeWhatIsNotTheirs(
  { rooms }: Pick<Services, 'rooms'>,
  workshop: string,
  participant: string,
  role: Role,
): void {
  const { stage, threads, lead, draft } = documentNames
  const closed = [stage(workshop), threads(workshop), lead(workshop), draft(workshop, participant)].filter(
    (document) => {
      const name = parseDocumentName(document)
      return name && accessTo(name, { role, participant }) === 'none'
    },
  )
  rooms.disconnect(
    closed.map((path) => ({ path, participants: [participant] })),
    closeCodes.forbidden,
    'this document is not open to you any more',
  )
}
