import type { BoardEntry } from '@vispera/board'
import { ApiError } from '../contract/errors.ts'
import type { Seat } from '../join/seats.ts'
import { accessNow } from '../permissions.ts'
import type { Services } from '../services.ts'
import { boardOf, requireStage } from './stages.ts'

/** A board that this seat may read. One that is another group's is as if it were not there. */
export async function boardFor(services: Services, seat: Seat, board: string): Promise<BoardEntry> {
  const stage = await requireStage(services.stages, seat.workshop)
  const entry = boardOf(stage, board)
  const name = { workshop: seat.workshop, kind: 'board', board } as const
  if (!entry || accessNow(name, seat, stage, services.now()) === 'none')
    throw new ApiError('not-found', 'There is no such board in this workshop.')
  return entry
}

/** A board that this seat may write on just now: the same rule as for its sockets. */
export async function boardToWriteOn(services: Services, seat: Seat, board: string): Promise<BoardEntry> {
  const entry = await boardFor(services, seat, board)
  const stage = await requireStage(services.stages, seat.workshop)
  const name = { workshop: seat.workshop, kind: 'board', board } as const
  if (accessNow(name, seat, stage, services.now()) !== 'write')
    throw new ApiError('forbidden', 'Nothing can be added to this board by you just now.')
  return entry
}

/** Which of the workshop's boards this seat may read just now. */
export function readableBy(services: Services, seat: Seat): (entry: BoardEntry) => boolean {
  const standing = services.stages.known(seat.workshop)
  return ({ id: board }) => {
    const name = { workshop: seat.workshop, kind: 'board', board } as const
    return standing !== null && accessNow(name, seat, standing, services.now()) !== 'none'
  }
}
