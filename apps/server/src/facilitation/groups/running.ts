import { readGroups, type Split } from '@vispera/board'
import type { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'

/** The split that runs; throws `conflict` when there is none (any more). */
export function runningSplit(stage: Doc): Split {
  const { split } = readGroups(stage)
  if (split?.state !== 'running') throw new ApiError('conflict', 'There are no small groups just now.')
  return split
}
