import { byOrder, isShown, isZonePlace, type Note, orderOf } from '@vispera/board'
import type { ArrangeInput, Box, Look } from '../layout.ts'
import { type Card, cardHeight, cardOf } from './card.ts'

/** The notes of a board sorted out for drawing. */
export interface Sorted {
  readonly byId: ReadonlyMap<string, Note>
  /** Notes to draw: shown, and not lying in a stack behind another. */
  readonly shown: readonly Note[]
  /** How many notes lie behind one, by its id. */
  readonly stacked: ReadonlyMap<string, number>
}

export function sortOut(notes: readonly Note[]): Sorted {
  const byId = new Map<string, Note>()
  for (const note of notes) if (isShown(note)) byId.set(note.id, note)
  const stacked = new Map<string, number>()
  const shown: Note[] = []
  for (const note of byId.values()) {
    const top = stackTop(note, byId)
    if (top === null) shown.push(note)
    else stacked.set(top, (stacked.get(top) ?? 0) + 1)
  }
  return { byId, shown, stacked }
}

/** The note that this one lies behind; null when it stands by itself (also when stacks go in a circle). */
function stackTop(note: Note, byId: ReadonlyMap<string, Note>): string | null {
  let top = note
  for (let steps = 0; typeof top.sameAs === 'string' && steps < 20; steps++) {
    const next = byId.get(top.sameAs)
    if (!next || next.id === note.id) return null
    top = next
  }
  return top.id === note.id || typeof top.sameAs === 'string' ? null : top.id
}

/** Order key of the place, then id. */
export const inOrder = (notes: readonly Note[]): Note[] =>
  [...notes].sort((a, b) =>
    byOrder({ id: a.id, order: orderOf(a.place) }, { id: b.id, order: orderOf(b.place) }),
  )

/** Notes by the zone they stand in; `instead` may name another one for a note. */
export function byZone(
  notes: readonly Note[],
  instead: (note: Note) => string | undefined = () => undefined,
): Map<string, Note[]> {
  const zones = new Map<string, Note[]>()
  for (const note of notes) {
    const zone = instead(note) ?? (isZonePlace(note.place) ? note.place.zone : undefined)
    if (zone === undefined) continue
    const there = zones.get(zone)
    if (there) there.push(note)
    else zones.set(zone, [note])
  }
  return zones
}

export interface CardSize {
  readonly w: number
  readonly least?: number
  readonly look?: Look
  readonly bold?: boolean
}

const cards = new WeakMap<Note, { by: ArrangeInput['words']; chips: unknown; card: Card }>()

/** What stands on a note's card; read once per note, language and what other boards say. */
export function cardFor(
  { kind, words, chips }: Pick<ArrangeInput, 'kind' | 'words' | 'chips'>,
  note: Note,
): Card {
  const mine = chips.get(note.id)
  const known = cards.get(note)
  if (known && known.by === words && known.chips === mine) return known.card
  const card = cardOf(note, kind, words, mine)
  cards.set(note, { by: words, chips: mine, card })
  return card
}

const heights = new WeakMap<
  Note,
  { card: Card; by: ArrangeInput['measure']; w: number; least: number; h: number }
>()

/** A box for a note's card, its corner at `x`, `y`. */
export function cardBox(input: ArrangeInput, note: Note, x: number, y: number, size: CardSize): Box {
  const card = cardFor(input, note)
  const { w, least = 0, look = 'card', bold = false } = size
  const known = heights.get(note)
  const fits =
    known && known.card === card && known.by === input.measure && known.w === w && known.least === least
  const h = fits ? known.h : cardHeight(note, card, w, input.measure, { least, strongWords: bold })
  if (!fits) heights.set(note, { card, by: input.measure, w, least, h })
  return { x, y, w, h, look, color: card.color, ...(bold ? { bold } : {}) }
}
