import { type BoardEntry, type Closed, closedFor } from '@vispera/board'
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
  refuseWhileClosed(services, seat, entry)
  return entry
}

/**
 * Throws while nothing may be written on a board by this seat, saying why. To be asked in the transaction that
 * writes: a stage may have begun since the request came.
 */
export function refuseWhileClosed(
  { stages, now }: Pick<Services, 'stages' | 'now'>,
  seat: Seat,
  { id: board, from }: BoardEntry,
): void {
  const standing = stages.known(seat.workshop)
  if (!standing) throw new ApiError('unavailable', 'This workshop cannot be read right now. Try again soon.')
  const at = now()
  const closed = closedFor(standing.agenda, seat.role, from ?? board, at)
  const isOfRole = closed === 'role' || closed === 'interpreter'
  if (closed) throw new ApiError(isOfRole ? 'forbidden' : 'not-now', whyClosed[closed])
  const name = { workshop: seat.workshop, kind: 'board', board } as const
  if (accessNow(name, seat, standing, at) !== 'write')
    throw new ApiError('forbidden', 'Nothing can be added to this board by you just now.')
}

const whyClosed: Readonly<Record<Closed, string>> = {
  role: 'Your role in this workshop does not allow this.',
  interpreter: 'Interpreters add translations beside the words of others, with the command translate.',
  stage: 'Nothing is added in the stage that runs. Wait for the next one, or ask somebody who leads.',
  drafts:
    'Everybody writes alone just now: write a draft of your own; it comes to the board with the reveal.',
  'other-board': 'The stage that runs is about another board. Add there, or wait for a stage about this one.',
  group: "This board is a group's area; only that group adds here for now.",
  over: 'The time to add here is over. Ask somebody who leads to open it again.',
}

/** Which of the workshop's boards this seat may read just now. */
export function readableBy(services: Services, seat: Seat): (entry: BoardEntry) => boolean {
  const standing = services.stages.known(seat.workshop)
  return ({ id: board }) => {
    const name = { workshop: seat.workshop, kind: 'board', board } as const
    return standing !== null && accessNow(name, seat, standing, services.now()) !== 'none'
  }
}
