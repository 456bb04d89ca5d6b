import type { Board, Note } from '@vispera/board'
import { groupBy } from '../common/group-by.ts'
import type { Prompt, RuleContext } from '../kind.ts'
import { stepsServed } from './steps-served.ts'
import { type Grid, readGrid, tacticsAtMoments } from './ties.ts'
import {
  fixedMomentsWithoutTactic,
  invitedWithoutPressure,
  riskyWithoutProtection,
  roleKey,
  roleOf,
} from './weak-points.ts'

/** More chosen tactics than this at one moment may be too much for one role. */
const bearable = 3

/** Rule "grid-prompts": questions, never a score. Which ones people dismissed is the caller's business. */
export function gridPrompts(board: Board, context: RuleContext): Prompt[] {
  const grid = readGrid(board, context)
  const about = (rule: string) => (note: Note) => prompt(rule, [note.id], { text: note.text })
  return [
    ...invitedWithoutPressure(grid).map(about('invitation')),
    ...oneSidedSteps(board, context),
    ...riskyWithoutProtection(grid).map(about('protection')),
    ...grid.tactics.filter((tactic) => tactic.fields.voice === 'others-speak').map(about('voice')),
    ...fixedMomentsWithoutTactic(grid).map(about('moment')),
    ...overloadedRoles(grid),
  ]
}

/** Asked where the step's tactics are; the grid that has none of them is not asked. */
function oneSidedSteps(board: Board, context: RuleContext): Prompt[] {
  return stepsServed(board, context).flatMap(({ step, text, tactics, only }) =>
    only === null || tactics.length === 0
      ? []
      : [prompt('other-side', tactics, { text, side: only }, `${step.board}.${step.note}`)],
  )
}

function overloadedRoles(grid: Grid): Prompt[] {
  const texts = new Map(grid.moments.map((moment) => [moment.id, moment.text]))
  return [...tacticsAtMoments(grid)].flatMap(([moment, tactics]) => {
    const chosen = tactics.filter(({ fields }) => fields.status === 'chosen' || fields.status === 'planned')
    const byRole = groupBy(chosen, (tactic) => roleKey(roleOf(tactic) ?? ''))
    return [...byRole]
      .filter(([role, carried]) => role !== '' && carried.length > bearable)
      .map(([key, carried]) => {
        const role = (carried[0] && roleOf(carried[0])) ?? key
        const ids = [moment, ...carried.map((tactic) => tactic.id)]
        return prompt(
          'load',
          ids,
          { text: texts.get(moment) ?? '', role, count: carried.length },
          `${moment}.${key.slice(0, 64)}`,
        )
      })
  })
}

const prompt = (
  rule: string,
  notes: readonly string[],
  values: Prompt['values'],
  about = notes.join('.'),
): Prompt => ({
  id: `${rule}.${about}`,
  rule,
  notes,
  values,
})
