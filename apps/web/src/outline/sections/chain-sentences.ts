import type { ChainFacts } from '../../layouts/timeline/derived.ts'
import { spokenNumber } from './plan-numbers.ts'
import type { SectionInput } from './section.ts'

/** For each step of the plan: why it can come now ("because 1 and 3", "to begin with"). */
export function becauseSentences(
  { kind, board, words }: SectionInput,
  chain: ChainFacts,
): Readonly<Record<string, string>> {
  const { layout } = kind
  if (layout.engine !== 'timeline') return {}
  const notes = new Map(board.notes.map((note) => [note.id, note]))
  const needs = new Map<string, string[]>()
  for (const link of board.links) {
    if (link.kind === layout.chain.link) needs.set(link.from, [...(needs.get(link.from) ?? []), link.to])
  }
  return Object.fromEntries(
    [...chain.number.keys()].map((id) => {
      const together = new Set(chain.cycles.find((members) => members.includes(id)) ?? [])
      const before = numbersOf(
        chain,
        (needs.get(id) ?? []).filter((one) => !together.has(one)),
      )
      const isAny = before.length > 1 && notes.get(id)?.fields[layout.chain.gate] === 'any'
      const others = numbersOf(
        chain,
        [...together].filter((one) => one !== id),
      )
      const sentence = [
        before.length > 0
          ? words.t(isAny ? 'outline.plan.becauseAny' : 'outline.plan.because', {
              numbers: joined(words, before, isAny),
            })
          : null,
        others.length > 0
          ? words.t('outline.plan.together', { numbers: joined(words, others, false) })
          : null,
      ].filter((part) => part !== null)
      return [id, sentence.length > 0 ? sentence.join(' · ') : words.t('outline.plan.toBegin')]
    }),
  )
}

const numbersOf = (chain: ChainFacts, ids: readonly string[]): string[] =>
  [...new Set(ids)]
    .flatMap((id) => chain.number.get(id) ?? [])
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1))

const joined = (words: SectionInput['words'], items: readonly string[], isAny: boolean): string =>
  new Intl.ListFormat(words.locale, { type: isAny ? 'disjunction' : 'conjunction' }).format(
    items.map((item) => spokenNumber(item, words)),
  )
