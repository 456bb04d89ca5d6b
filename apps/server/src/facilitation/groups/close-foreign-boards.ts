import { documentNames } from '@vispera/board'
import { closeCodes } from '@vispera/sync'
import { accessNow } from '../../permissions.ts'
import type { Services } from '../../services.ts'

/** Closes the boards of groups to whoever may not read them any more: they were moved, or lead no longer. */
export async function closeForeignBoards(services: Services, workshop: string): Promise<void> {
  const { stages, seats, rooms, now } = services
  const everybody = await seats.all(workshop)
  const standing = stages.known(workshop)
  if (!standing) return
  const foreign = standing.boards.map(({ id: board }) => ({
    path: documentNames.board(workshop, board),
    participants: everybody
      .filter((seat) => accessNow({ workshop, kind: 'board', board }, seat, standing, now()) === 'none')
      .map(({ participant }) => participant),
  }))
  rooms.disconnect(
    foreign.filter(({ participants }) => participants.length > 0),
    closeCodes.forbidden,
    'this board is another group’s',
  )
}
