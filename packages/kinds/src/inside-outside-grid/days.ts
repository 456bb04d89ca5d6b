import type { Note } from '@vispera/board'
import { readFuzzyDate } from '../common/fuzzy-dates.ts'

/** The first and last day that a note's words for its time say, as far as they say any. */
export function daysOf({ fields }: Note): { first: string | undefined; last: string | undefined } {
  const when = readFuzzyDate(fields.when)
  return { first: when?.earliest, last: readFuzzyDate(fields.until)?.latest ?? when?.latest }
}
