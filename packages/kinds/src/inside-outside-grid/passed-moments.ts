import type { Note } from '@vispera/board'
import { daysOf } from './days.ts'
import { type Grid, tacticsAtMoments } from './ties.ts'

/** Moments whose last day lies before today. Without days, or without a today, nothing has passed. */
export const passedMoments = ({ moments }: Grid, today: string | undefined): Note[] =>
  moments.filter((moment) => {
    const { last } = daysOf(moment)
    return last !== undefined && today !== undefined && last < today
  })

/** "Choose a new moment": unfinished tactics all of whose moments have passed. They stay where they are. */
export function tacticsLeftBehind(grid: Grid, passed: readonly Note[]): Note[] {
  const isPassed = new Set(passed.map(({ id }) => id))
  const behind = new Set<Note>()
  const ahead = new Set<Note>()
  for (const [moment, tactics] of tacticsAtMoments(grid))
    for (const tactic of tactics) (isPassed.has(moment) ? behind : ahead).add(tactic)
  return grid.tactics.filter(
    (tactic) => behind.has(tactic) && !ahead.has(tactic) && tactic.fields.status !== 'done',
  )
}
