import type { Board, Note } from '@vispera/board'
import { groupBy } from '../common/group-by.ts'
import { compare } from '../common/lists.ts'
import type { RuleContext } from '../kind.ts'
import { type CellName, cellNames, cellOf, cellsAndLists } from './cells.ts'
import { type DateToCheck, datesToCheck } from './dates-to-check.ts'
import { passedMoments, tacticsLeftBehind } from './passed-moments.ts'
import { spacesToReread } from './spaces-to-reread.ts'
import { type StepServed, stepsServed } from './steps-served.ts'
import { type Grid, readGrid, tacticsAtMoments } from './ties.ts'
import {
  fixedMomentsWithoutTactic,
  invitedWithoutPressure,
  riskyWithoutProtection,
  roleKey,
  roleOf,
} from './weak-points.ts'

/** What happens around one moment, on each side. */
export interface MomentServed {
  readonly moment: string
  readonly inside: readonly string[]
  readonly bridge: readonly string[]
  readonly outside: readonly string[]
  /** At this moment, but in no cell yet. */
  readonly unplaced: readonly string[]
}

/** What a grid computes. Ids of notes on this board, unless a step says which board it is on. */
export interface GridDerived extends Readonly<Record<string, unknown>> {
  /** All nine cells, `<row>/<column>`, with their notes in order. */
  readonly cells: Readonly<Record<CellName, readonly string[]>>
  readonly tray: readonly string[]
  /** The lists round the grid, the tray included. */
  readonly zones: Readonly<Record<string, readonly string[]>>
  readonly byStep: readonly StepServed[]
  /** Tactics that serve no step at hand ("what is this for?"). */
  readonly withoutStep: readonly string[]
  /** In order of their days. */
  readonly moments: readonly MomentServed[]
  readonly withoutMoment: readonly string[]
  /** Tactics by who does them, most first; spelling as first written. */
  readonly byRole: readonly { readonly role: string; readonly tactics: readonly string[] }[]
  readonly gaps: {
    readonly emptyCells: readonly CellName[]
    readonly stepsWithoutTactic: readonly StepServed['step'][]
    readonly stepsWithOneSideOnly: readonly StepServed['step'][]
    readonly invitedWithoutPressure: readonly string[]
    readonly riskyWithoutProtection: readonly string[]
    readonly fixedMomentsWithoutTactic: readonly string[]
  }
  /** Open tactics of a step that has come true ("still needed?"). */
  readonly maybeDone: readonly string[]
  /** Tactics whose own days do not fit their moment ("check the date"). */
  readonly datesToCheck: readonly DateToCheck[]
  /** Moments that are over: greyed, kept. */
  readonly passedMoments: readonly string[]
  /** Unfinished tactics of moments that are over ("choose a new moment"). */
  readonly toNewMoment: readonly string[]
  /** Tactics whose room was opened or closed meanwhile ("re-read the space?"). */
  readonly spacesToReread: readonly string[]
  /** Tactics whose space is read differently by some. */
  readonly differences: readonly string[]
  readonly stacks: Readonly<Record<string, readonly string[]>>
}

export function deriveGrid(board: Board, context: RuleContext): GridDerived {
  const grid = readGrid(board, context)
  const { cells, lists } = cellsAndLists(grid.standing)
  const byStep = stepsServed(board, context)
  const moments = tacticsAtMoments(grid)
  const passed = passedMoments(grid, context.today)
  const served = new Set(byStep.flatMap((step) => step.tactics))
  const forTrueSteps = new Set(byStep.filter((step) => step.isTrue).flatMap((step) => step.tactics))
  const atMoments = new Set([...moments.values()].flat())
  return {
    cells,
    tray: lists.tray ?? [],
    zones: lists,
    byStep,
    withoutStep: idsOf(grid.tactics.filter((tactic) => !served.has(tactic.id))),
    moments: grid.moments.map(({ id }) => momentServed(id, moments.get(id) ?? [])),
    withoutMoment: idsOf(grid.tactics.filter((tactic) => !atMoments.has(tactic))),
    byRole: byRole(grid),
    gaps: {
      emptyCells: cellNames.filter((name) => cells[name].length === 0),
      stepsWithoutTactic: byStep.filter((served) => served.isEmpty).map(({ step }) => step),
      stepsWithOneSideOnly: byStep.filter((served) => served.only !== null).map(({ step }) => step),
      invitedWithoutPressure: idsOf(invitedWithoutPressure(grid)),
      riskyWithoutProtection: idsOf(riskyWithoutProtection(grid)),
      fixedMomentsWithoutTactic: idsOf(fixedMomentsWithoutTactic(grid)),
    },
    maybeDone: idsOf(
      grid.tactics.filter((tactic) => forTrueSteps.has(tactic.id) && tactic.fields.status !== 'done'),
    ),
    datesToCheck: datesToCheck(grid),
    passedMoments: idsOf(passed),
    toNewMoment: idsOf(tacticsLeftBehind(grid, passed)),
    spacesToReread: idsOf(spacesToReread(grid)),
    differences: idsOf(grid.tactics.filter(isReadDifferently)),
    stacks: grid.stacks.behind,
  }
}

const idsOf = (notes: readonly Note[]): string[] => notes.map((note) => note.id)

function momentServed(moment: string, tactics: readonly Note[]): MomentServed {
  const inRow = (row: string) => idsOf(tactics.filter((tactic) => cellOf(tactic)?.startsWith(`${row}/`)))
  return {
    moment,
    inside: inRow('inside'),
    bridge: inRow('bridge'),
    outside: inRow('outside'),
    unplaced: idsOf(tactics.filter((tactic) => cellOf(tactic) === null)),
  }
}

function byRole({ tactics }: Grid): { role: string; tactics: string[] }[] {
  const carried = tactics.filter((tactic) => roleOf(tactic) !== null)
  return [...groupBy(carried, (tactic) => roleKey(roleOf(tactic) ?? ''))]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compare(a, b))
    .map(([key, notes]) => ({ role: (notes[0] && roleOf(notes[0])) ?? key, tactics: idsOf(notes) }))
}

function isReadDifferently(tactic: Note): boolean {
  const other = tactic.fields.otherSpace
  const cell = cellOf(tactic)
  return typeof other === 'string' && other !== '' && (cell === null || !cell.endsWith(`/${other}`))
}
