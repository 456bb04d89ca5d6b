import { plainText } from '../words/runs.ts'
import type { Fact } from './blocks.ts'

/** Longest value, in UTF-16 code units, that shares a line with others. */
const longestShort = 60

/** Facts of a few words, which share one line, and the others, which get lines of their own. */
export function splitFacts(facts: readonly Fact[]): {
  readonly short: readonly Fact[]
  readonly long: readonly Fact[]
} {
  const isShort = ({ values }: Fact) => {
    const text = values.length === 1 ? plainText(values[0] ?? []) : '\n'
    return text.length <= longestShort && !text.includes('\n')
  }
  return { short: facts.filter(isShort), long: facts.filter((fact) => !isShort(fact)) }
}
