import { rolesBelow, writeWorkshop } from '@vispera/board'
import { closeCodes } from '@vispera/sync'
import { ApiError } from '../../contract/errors.ts'
import { keyInHand } from '../../join/hand-on.ts'
import { withRenewedLinks } from '../../workshops/directory.ts'
import { command, leaders } from '../command.ts'

/**
 * Makes new keys for every role below the caller's. Old links and the code open nothing any more, and whoever
 * sits in a role below is cut off at once and needs a new link; the caller stays.
 */
export const renewLinks = command({
  name: 'renew-links',
  roles: leaders,
  input: {},
  run: async ({ services, workshop, seat, token }) => {
    const { directory, doors, codes, seats, rooms, stages, lobby } = services
    const own = await keyInHand(services, seat, token)
    if (own?.role !== seat.role)
      throw new ApiError('forbidden', 'Your own link cannot renew others. Ask somebody who came as a leader.')
    await codes.forget(workshop)
    await directory.change(workshop, (record) => withRenewedLinks(workshop, record, own.role, own.key))
    await doors.forget(workshop)
    await lobby.empty(workshop)
    const below = new Set(rolesBelow(seat.role))
    const isCutOff = (one: { role: typeof seat.role; participant: string }) =>
      below.has(one.role) && one.participant !== seat.participant
    const cutOff = new Set((await seats.all(workshop)).filter(isCutOff).map((one) => one.participant))
    await seats.end(workshop, isCutOff)
    rooms.disconnect(
      { path: `${workshop}/`, participants: [...cutOff] },
      closeCodes.expired,
      'the links of this workshop were renewed',
    )
    await stages.write(workshop, (doc) => {
      const before = doc.getMap('workshop').get('linksRenewed')
      writeWorkshop(doc, { linksRenewed: (typeof before === 'number' ? before : 0) + 1 })
    })
    return { cutOff: cutOff.size }
  },
})
