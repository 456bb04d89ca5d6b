import type { ColorName, Note } from '@vispera/board'
import type { Words } from '../../i18n/use-words.ts'
import type { ArrangeInput } from '../layout.ts'
import type { CardFact } from '../shared/card.ts'
import { factOf } from '../shared/card.ts'
import type { Rect } from '../shared/geometry.ts'
import type { ChainFacts } from './derived.ts'
import { laneLabel, laneOf, type TimelineLayout } from './lanes.ts'

/** What one step says when the path is read forwards. */
export interface PlanRow {
  readonly number: string
  /** "to begin with", "because 1 and 3", "at the same time as 4b". */
  readonly because: string
  readonly isGoal: boolean
  readonly grounding: (CardFact & { readonly tone: 'plain' | 'true' | 'hanging' }) | null
  readonly lane: { readonly label: string; readonly color: ColorName } | null
  readonly tactics: string
}

/** A heading of the plan: an interim goal, or victory itself. */
export interface PlanHeading {
  readonly goal: string
  readonly ordinal: string
  readonly words: string
  /** An interim goal; victory itself is no win on the way. */
  readonly isWin: boolean
  /** How many steps lead there. */
  readonly count: number
  /** How many of them have come true, and where it is said; they stand folded away unless asked for. */
  readonly trueCount: number
  readonly trueAt: Rect
  readonly rect: Rect
  /** Who feels this win; null when nobody said. */
  readonly felt: string | null
  readonly feltAt: Rect
}

/** Where the thread breaks: two lines at the most. */
export interface Breaks {
  readonly rect: Rect
  readonly items: readonly {
    readonly icon: 'hangs' | 'noTactic'
    readonly numbers: string
    readonly words: string
  }[]
}

export function planRow(input: ArrangeInput, layout: TimelineLayout, chain: ChainFacts, note: Note): PlanRow {
  const lane = laneOf(note, layout)
  return {
    number: inDigits(input.words, chain.number.get(note.id) ?? ''),
    because: becauseWords(input, layout, chain, note.id),
    isGoal: note.fields[layout.chain.goal] === true,
    grounding: groundingFact(input, layout, chain, note),
    lane: lane === null ? null : { label: laneLabel(input, lane), color: layout.laneColors[lane] ?? 'chalk' },
    tactics: tacticWords(input, chain, note.id),
  }
}

/** The numbers of what must come first, in their order. */
function becauseWords(
  { board, words }: ArrangeInput,
  layout: TimelineLayout,
  chain: ChainFacts,
  id: string,
): string {
  const together = new Set(chain.cycles.find((members) => members.includes(id)) ?? [])
  const numbersOf = (ids: readonly string[]) =>
    ids
      .flatMap((one) => chain.number.get(one) ?? [])
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1))
  const firsts = [
    ...new Set(
      board.links.filter(({ kind, from }) => kind === layout.chain.link && from === id).map(({ to }) => to),
    ),
  ]
  const before = numbersOf(firsts.filter((one) => !together.has(one)))
  const parts: string[] = []
  if (before.length > 0) {
    const any =
      board.notes.find((note) => note.id === id)?.fields[layout.chain.gate] === 'any' && before.length > 1
    parts.push(
      words.t(any ? 'surface.plan.becauseAny' : 'surface.plan.because', {
        numbers: joined(words, before, any),
      }),
    )
  }
  if (together.size > 1) {
    const others = numbersOf([...together].filter((one) => one !== id))
    parts.push(words.t('surface.plan.sameTime', { numbers: joined(words, others, false) }))
  }
  return parts.length > 0 ? parts.join(' · ') : words.t('surface.plan.toBegin')
}

/** Plan numbers as a list in words, in the reader's own digits. */
export const joined = (words: Words, items: readonly string[], any: boolean): string =>
  new Intl.ListFormat(words.locale, { type: any ? 'disjunction' : 'conjunction' }).format(
    items.map((item) => inDigits(words, item)),
  )

export const inDigits = (words: Words, text: string): string =>
  text.replace(/\d+/g, (digits) => words.number(Number(digits)))

function groundingFact(
  input: ArrangeInput,
  layout: TimelineLayout,
  chain: ChainFacts,
  note: Note,
): PlanRow['grounding'] {
  const field = input.kind.noteKinds
    .find(({ id }) => id === note.kind)
    ?.fields.find(({ id }) => id === layout.chain.grounding)
  const fact = field ? factOf(note, field, input.words) : null
  if (!fact) return null
  if (chain.waits.has(note.id)) {
    const firsts = input.board.links.filter(
      ({ kind, from }) => kind === layout.chain.link && from === note.id,
    )
    const numbers = firsts.flatMap(({ to }) => (chain.reaches.has(to) ? [] : (chain.number.get(to) ?? [])))
    const words = input.words.t('surface.plan.saysButWaits', { numbers: joined(input.words, numbers, false) })
    return { icon: 'needs-more', text: words, tone: 'hanging' }
  }
  const isLeaf = !input.board.links.some(({ kind, from }) => kind === layout.chain.link && from === note.id)
  if (fact.icon === 'true-now' || fact.icon === 'can-start-now') return { ...fact, tone: 'true' }
  return {
    ...fact,
    tone: fact.icon === 'unknown' || (isLeaf && !chain.reaches.has(note.id)) ? 'hanging' : 'plain',
  }
}

/** "no tactic yet", "outside only", "inside and bridge", "2 inside, 1 outside". */
function tacticWords({ words }: ArrangeInput, chain: ChainFacts, id: string): string {
  const counts = chain.counts.get(id)
  if (!counts) return ''
  const sides = Object.entries(counts).filter(([, count]) => count > 0)
  const name = (side: string) => words.t(`surface.side.${side}`)
  if (sides.length === 0) return words.t('surface.plan.noTactic')
  const [only] = sides
  if (sides.length === 1 && only) return words.t('surface.plan.sideOnly', { side: name(only[0]) })
  if (sides.every(([, count]) => count === 1))
    return joined(
      words,
      sides.map(([side]) => name(side)),
      false,
    )
  return sides
    .map(([side, count]) => words.t('surface.plan.sideCount', { count, side: name(side) }))
    .join(words.t('surface.comma'))
}
