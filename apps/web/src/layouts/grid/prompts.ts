import type { ArrangeInput } from '../layout.ts'
import type { Rect } from '../shared/geometry.ts'
import { type as faces } from '../shared/type.ts'

/** A gentle question: never a score, always to be dismissed. */
export interface PromptCard {
  readonly id: string
  readonly rect: Rect
  readonly question: string
  /** What makes us ask; empty when the question says it all. */
  readonly why: string
  readonly notes: readonly string[]
}

/** Questions shown at once; the next comes when one is dismissed. */
const shownAtOnce = 2

export function layPrompts(input: ArrangeInput, under: Rect): PromptCard[] {
  let { y } = under
  return input.prompts.slice(0, shownAtOnce).map((prompt) => {
    const [question, why] = split(input.words.t(`${input.kind.id}.prompt.${prompt.rule}`, prompt.values))
    const room = under.w - 24
    const h = Math.ceil(
      input.measure.height(question, room, faces.label) +
        (why === '' ? 0 : input.measure.height(why, room, faces.prompt)) +
        64,
    )
    const rect = { ...under, y, h }
    y += h + 18
    return { id: prompt.id, rect, question, why, notes: prompt.notes }
  })
}

/** The question, and what comes after its question mark (in any of our scripts). */
function split(text: string): [question: string, why: string] {
  const found = text.match(/^(.*?[?؟])\s+(.+)$/s)
  return found ? [found[1] ?? text, found[2] ?? ''] : [text, '']
}
