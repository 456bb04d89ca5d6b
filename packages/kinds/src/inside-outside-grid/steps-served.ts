import type { Board, NoteRef } from '@vispera/board'
import { stacksOf } from '../common/stacks.ts'
import { countSides, onlySideOf, type SideCounts, tacticsByStep } from '../common/tactics-by-step.ts'
import type { RuleContext } from '../kind.ts'
import { depthsOf } from '../victory-backcast/depth.ts'
import { readPath } from '../victory-backcast/path.ts'

/** A step of a backcast, seen from a grid. */
export interface StepServed {
  readonly step: NoteRef
  readonly text: string
  /** This grid's tactics that work on it. */
  readonly tactics: readonly string[]
  /** Over all grids at hand. */
  readonly counts: SideCounts
  /** Only that side has tactics. */
  readonly only: 'inside' | 'outside' | null
  /** The step has come true: are its open tactics still needed? */
  readonly isTrue: boolean
  /** No grid at hand has a tactic for it. */
  readonly isEmpty: boolean
}

/**
 * The steps of every backcast at hand, each in its base order, and then its unplaced steps that have a tactic
 * here. Boards that the reader may not open are not at hand, so nothing of them shows.
 */
export function stepsServed(grid: Board, context: RuleContext): StepServed[] {
  return [...context.boards.values()]
    .filter((board) => board.kind === 'victory-backcast')
    .flatMap((board) => stepsOf(board, grid, context))
}

function stepsOf(board: Board, grid: Board, context: RuleContext): StepServed[] {
  const stacks = stacksOf(board.notes)
  const path = readPath(board, stacks)
  const { depth, units } = depthsOf(path)
  const found = tacticsByStep(board, stacks, context)
  const isHere = (id: string) => (found.get(id) ?? []).some((tactic) => tactic.board === grid.id)
  const placed = units.flat().flatMap((position) => path.cards[position] ?? [])
  const loose = path.cards.filter((card, position) => !depth[position] && isHere(card.id))
  return [...placed, ...loose]
    .filter((card) => card.isStep)
    .map(({ id, note }) => {
      const tactics = found.get(id) ?? []
      const counts = countSides(tactics)
      return {
        step: { board: board.id, note: id },
        text: note.text,
        tactics: tactics.filter((tactic) => tactic.board === grid.id).map((tactic) => tactic.note.id),
        counts,
        only: onlySideOf(counts),
        isTrue: note.fields.status === 'true',
        isEmpty: tactics.length === 0,
      }
    })
}
