import type { ArrangeInput } from '../layout.ts'
import type { CardFact } from '../shared/card.ts'
import { groupBy } from '../shared/group-by.ts'
import { readChain } from './derived.ts'
import type { TimelineLayout } from './lanes.ts'

/** What the path says on a step's card: that it says more than it can do, or that one of several ways is enough. */
export function chainFacts({
  board,
  kind,
  derived,
  words,
  prompts,
}: Omit<ArrangeInput, 'chips'>): ReadonlyMap<string, readonly CardFact[]> {
  const { chain } = kind.layout as TimelineLayout
  const { waits, depth } = readChain(derived())
  const facts = new Map<string, CardFact[]>()
  const add = (id: string, fact: CardFact) => facts.set(id, [...(facts.get(id) ?? []), fact])
  for (const id of waits) {
    add(id, {
      icon: 'can-start-now',
      instead: 'can-start-now',
      text: words.t('surface.timeline.saysItCanStart'),
    })
  }
  for (const { moves, notes, rule } of prompts) {
    const [id] = notes
    if (moves !== undefined && id !== undefined)
      add(id, { icon: 'question', text: words.t(`${kind.id}.prompt.${rule}.mark`) })
  }
  const needs = groupBy(
    board.links.filter((link) => link.kind === chain.link && depth.has(link.to)),
    (link) => link.from,
  )
  for (const note of board.notes) {
    if (note.fields[chain.gate] === 'any' && (needs.get(note.id)?.length ?? 0) > 1) {
      add(note.id, { text: words.t('surface.timeline.anyOne') })
    }
  }
  return facts
}
