import type { ArrangeInput } from '../layout.ts'
import type { Rect } from '../shared/geometry.ts'
import { type as faces } from '../shared/type.ts'
import type { ChainFacts } from './derived.ts'
import type { Breaks } from './plan-rows.ts'
import { joined } from './plan-rows.ts'

/** "Where the thread breaks": what hangs and who waits for it; steps that nothing is done for yet. */
export function layBreaks(
  input: ArrangeInput,
  chain: ChainFacts,
  under: Rect,
  turn: <T extends Rect>(rect: T) => T,
): Breaks | null {
  const items: Breaks['items'][number][] = []
  const needs = new Set(input.board.links.filter(({ to }) => chain.depth.has(to)).map(({ from }) => from))
  for (const id of chain.order) {
    if (needs.has(id) || chain.reaches.has(id) || items.length >= 2) continue
    const note = input.board.notes.find((one) => one.id === id)
    if (!note) continue
    const waiting = waitingFor(input, chain, id)
    items.push({
      icon: 'hangs',
      numbers: joined(input.words, [chain.number.get(id) ?? ''], false),
      words: input.words.t('surface.plan.breakHangs', {
        text: note.text.trim(),
        count: waiting.length,
        numbers: joined(input.words, waiting, false),
      }),
    })
  }
  const bare = chain.order.filter((id) => sum(chain.counts.get(id)) === 0 && chain.counts.has(id))
  const known = [...chain.counts.values()].some((counts) => sum(counts) > 0)
  if (bare.length > 0 && known) {
    const numbers = bare
      .flatMap((id) => chain.number.get(id) ?? [])
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    items.push({
      icon: 'noTactic',
      numbers: joined(input.words, numbers, false),
      words: input.words.t('surface.plan.breakNoTactic', { count: numbers.length }),
    })
  }
  if (items.length === 0) return null
  const column = (under.w - 300) / items.length - 30
  const h =
    Math.max(
      ...items.map((item) =>
        input.measure.height(`${item.numbers} ${item.words}`, column - 40, faces.prompt),
      ),
    ) + 44
  return { rect: turn({ ...under, h: Math.ceil(h) }), items }
}

/** The numbers of all that waits for this step, directly or through others, by way of what does not reach. */
function waitingFor({ board }: ArrangeInput, chain: ChainFacts, id: string): string[] {
  const found = new Set<string>()
  const next = [id]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const { from, to } of board.links) {
      if (to !== at || found.has(from) || !chain.depth.has(from) || chain.reaches.has(from)) continue
      found.add(from)
      next.push(from)
    }
  }
  return [...found]
    .flatMap((one) => chain.number.get(one) ?? [])
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
}

const sum = (counts: Readonly<Record<string, number>> | undefined) =>
  Object.values(counts ?? {}).reduce((all, count) => all + count, 0)
