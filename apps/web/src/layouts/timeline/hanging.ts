import type { ArrangeInput, Box } from '../layout.ts'
import { overlaps, type Rect } from '../shared/geometry.ts'
import { shorten } from '../shared/shorten.ts'
import type { ChainFacts } from './derived.ts'
import { type Lane, sentenceHeight } from './lanes.ts'
import { channel } from './measures.ts'

/** Words beside a thread that hangs in the air. */
export interface Sentence {
  readonly key: string
  readonly rect: Rect
  readonly words: string
}

const width = 560

/** One sentence per hanging thread, beside its first hanging card or, where cards stand there, under it. */
export function hangingSentences(
  input: ArrangeInput,
  chain: ChainFacts,
  lanes: readonly Lane[],
  boxes: ReadonlyMap<string, Box>,
): Sentence[] {
  const needs = new Set(input.board.links.filter(({ to }) => chain.depth.has(to)).map(({ from }) => from))
  return lanes.flatMap((lane): Sentence[] => {
    const leaf = lane.boxes.find(([id]) => !needs.has(id) && !chain.reaches.has(id))
    if (!leaf) return []
    const [id, card] = leaf
    const rect = {
      x: card.x + card.w + channel + 8,
      y: card.y + card.h / 2 - sentenceHeight / 2,
      w: width,
      h: sentenceHeight,
    }
    const isFree = rect.x + rect.w < 0 && ![...boxes.values()].some((box) => overlaps(box, rect))
    return isFree ? [{ key: id, rect, words: hangingWords(input, id) }] : []
  })
}

/** "This thread hangs. Nothing true today holds it up yet, and “...” waits for it." */
export function hangingWords({ board, words }: Pick<ArrangeInput, 'board' | 'words'>, id: string): string {
  const waits = board.links.find(({ to }) => to === id)?.from
  const text = board.notes.find((note) => note.id === waits)?.text.trim() ?? ''
  return text === ''
    ? words.t('surface.timeline.hangs')
    : words.t('surface.timeline.hangsAndWaits', { waits: shorten(text) })
}
