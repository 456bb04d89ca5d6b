import { daysOf } from './days.ts'
import type { Grid } from './ties.ts'

/** A tactic with days of its own that do not fit the moment it is tied to. */
export interface DateToCheck {
  readonly tactic: string
  readonly moment: string
}

/**
 * "Check the date": a tactic before its moment begins after the moment is over, one after it ends before the
 * moment begins, and any other lies wholly outside it. Unknown days always fit.
 */
export function datesToCheck({ tactics, moments, ties }: Grid): DateToCheck[] {
  const notes = new Map([...tactics, ...moments].map((note) => [note.id, note]))
  return ties.flatMap(({ kind, from, to, timing }) => {
    const [tactic, moment] = [notes.get(from ?? ''), notes.get(to ?? '')]
    if (kind !== 'at-moment' || !tactic || !moment) return []
    const [own, its] = [daysOf(tactic), daysOf(moment)]
    const isTooLate = timing !== 'after' && isBefore(its.last, own.first)
    const isTooEarly = timing !== 'before' && isBefore(own.last, its.first)
    return isTooLate || isTooEarly ? [{ tactic: tactic.id, moment: moment.id }] : []
  })
}

const isBefore = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a < b
