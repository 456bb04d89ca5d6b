import type { Board } from '@vispera/board'
import { listsByZone, standing } from '../common/lists.ts'
import { stacksOf } from '../common/stacks.ts'
import { nextStepsZones } from './zones.ts'

export interface NextStepsDerived extends Readonly<Record<string, unknown>> {
  /** Zone id to the notes standing there, in order. */
  readonly zones: Readonly<Record<string, readonly string[]>>
  readonly stacks: Readonly<Record<string, readonly string[]>>
}

export function deriveNextSteps(board: Board): NextStepsDerived {
  const stacks = stacksOf(board.notes)
  return { zones: listsByZone(nextStepsZones, standing(board, stacks)), stacks: stacks.behind }
}
