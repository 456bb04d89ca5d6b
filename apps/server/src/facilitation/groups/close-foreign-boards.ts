import type { Role } from '@vispera/board'
import { closeCodes } from '@vispera/sync'
import { accessNow, parseDocumentName } from '../../permissions.ts'
import type { Services } from '../../services.ts'

/** Closes the boards of groups to whoever may not read them any more: they were moved, or lead no longer. */
export async function closeForeignBoards(services: Services, workshop: string): Promise<void> {
  const { stages, seats, rooms, now } = services
  const roles = new Map<string, Role>(
    (await seats.all(workshop)).map(({ participant, role }) => [participant, role]),
  )
  const standing = stages.known(workshop)
  if (!standing) return
  rooms.disconnect(
    ({ participant }, document) => {
      const name = parseDocumentName(document)
      const role = roles.get(participant)
      if (name?.workshop !== workshop || name.kind !== 'board' || !role) return false
      return accessNow(name, { participant, role }, standing, now()) === 'none'
    },
    closeCodes.forbidden,
    'this board is another group’s',
  )
}
