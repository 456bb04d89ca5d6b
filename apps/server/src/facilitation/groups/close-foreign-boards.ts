import { closeCodes } from '@vispera/sync'
import { accessNow, parseDocumentName } from '../../permissions.ts'
import type { Services } from '../../services.ts'

/** Closes the boards of groups to whoever is in none of them any more. */
export function closeForeignBoards({ stages, seats, rooms, now }: Services, workshop: string): void {
  const standing = stages.known(workshop)
  if (!standing) return
  const roles = new Map<string, Parameters<typeof accessNow>[1]['role']>()
  void seats.all(workshop).then((all) => {
    for (const { participant, role } of all) roles.set(participant, role)
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
  })
}
