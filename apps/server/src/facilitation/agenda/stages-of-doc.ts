import {
  type AgendaStage,
  newId,
  type Ordered,
  orderKeysAt,
  orderKeysAtEnd,
  readAgenda,
  readStage,
  writeStage,
} from '@vispera/board'
import type { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'

/** One agenda's stages at most. */
export const maxStages = 200

type NewStage = Omit<AgendaStage, 'id' | 'order'>

/** Puts stages into the agenda before the one at `index`, the end by default; answers their ids in order. */
export function insertStages(doc: Doc, stages: readonly NewStage[], index?: number): string[] {
  const before = readAgenda(doc).stages
  if (before.length + stages.length > maxStages) {
    const room = maxStages - before.length
    throw new ApiError(
      'invalid',
      `An agenda has at most ${maxStages} stages; there is room for ${room} more. Remove some first.`,
    )
  }
  const orders =
    index === undefined ? orderKeysAtEnd(before, stages.length) : orderKeysAt(before, index, stages.length)
  return stages.map((stage, at) => {
    const id = newId()
    writeStage(doc, { ...stage, id, order: orders[at] as string })
    return id
  })
}

/** The place in a list before the stage `before`; its end for null. Throws `not-found` for one that is not there. */
export function placeBefore(list: readonly Ordered[], before: string | null): number {
  if (before === null) return list.length
  const at = list.findIndex(({ id }) => id === before)
  if (at < 0) throw gone()
  return at
}

export function requireStageOf(doc: Doc, id: string): AgendaStage {
  const stage = readAgenda(doc).stages.find((one) => one.id === id)
  if (!stage) throw gone()
  return stage
}

/** Throws `not-found` for a board that the workshop does not have. */
export function requireBoardOf(doc: Doc, board: string | null): void {
  if (board !== null && !readStage(doc)?.boards.some(({ id }) => id === board))
    throw new ApiError('not-found', 'There is no such board in this workshop. Choose another one.')
}

const gone = () => new ApiError('not-found', 'This stage is no longer in the agenda. Choose another one.')
