import { type FuzzyDate, fuzzyDateSchema, parseFuzzyDate } from '@vispera/board'

/** A stored date value as a fuzzy date; plain words are read, anything else is no date. */
export function readFuzzyDate(value: unknown): FuzzyDate | null {
  if (typeof value === 'string') return parseFuzzyDate(value)
  const parsed = fuzzyDateSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
