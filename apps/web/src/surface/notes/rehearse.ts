import { inStretches } from '../../later/in-stretches.ts'
import type { ArrangeInput, LayoutModule } from '../../layouts/layout.ts'

/** Up to so many notes are measured faster than anybody can tell. */
const fewNotes = 500
/** Notes measured at a time: the first of them may have to fetch their letters. */
const atOnce = 20

interface Rehearsal {
  readonly arrangement: string | null
  readonly measure: ArrangeInput['measure']
  readonly done: Promise<void> | null
}
/** By whatever stands for the board, since React forgets what waits for its first drawing. */
const rehearsals = new WeakMap<object, Rehearsal[]>()

/**
 * The cards of a large board, measured before it is arranged for the first time, in another way or with other letters:
 * its notes are laid out a few at a time, and how tall each stands is remembered with it (layouts/shared/notes.ts).
 * Null for a board that was small then. Notes that come later are measured with the others around them.
 */
export function rehearsed(board: object, layout: LayoutModule, input: ArrangeInput): Promise<void> | null {
  const { arrangement, measure } = input
  const all = rehearsals.get(board) ?? []
  const known = all.find((one) => one.measure === measure && one.arrangement === arrangement)
  if (known) return known.done
  const done = input.board.notes.length > fewNotes ? rehearse(layout, input) : null
  rehearsals.set(board, [...all, { arrangement, measure, done }])
  return done
}

const rehearse = (layout: LayoutModule, input: ArrangeInput): Promise<void> =>
  inStretches(partsOf(input.board.notes), (notes) => {
    layout.arrange({ ...input, board: { ...input.board, notes, links: [] } })
  })

function* partsOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce)
}
