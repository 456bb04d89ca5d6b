import { byOrder, isShown, isZonePlace, type Note, orderOf } from '@vispera/board'
import type { ArrangeInput, Box, Look } from '../layout.ts'
import { type Card, type CardFact, cardHeight, cardOf } from './card.ts'

/** The notes of a board sorted out for drawing. */
export interface Sorted {
  readonly byId: ReadonlyMap<string, Note>
  /** Notes to draw: shown, and not lying in a stack behind another. */
  readonly shown: readonly Note[]
  /** How many notes lie behind one, by its id. */
  readonly stacked: ReadonlyMap<string, number>
  /** The note that is drawn for one: itself, or the top of its stack. */
  readonly topOf: (id: string) => string
}

const sortedOut = new WeakMap<readonly Note[], Sorted>()

/** Sorts them out once for all who ask. */
export function sortOut(notes: readonly Note[]): Sorted {
  const known = sortedOut.get(notes) ?? sort(notes)
  sortedOut.set(notes, known)
  return known
}

function sort(notes: readonly Note[]): Sorted {
  const byId = new Map<string, Note>()
  for (const note of notes) if (isShown(note)) byId.set(note.id, note)
  const stacked = new Map<string, number>()
  const tops = new Map<string, string>()
  const shown: Note[] = []
  for (const note of byId.values()) {
    const top = stackTop(note, byId)
    if (top === null) {
      shown.push(note)
      continue
    }
    tops.set(note.id, top)
    stacked.set(top, (stacked.get(top) ?? 0) + 1)
  }
  return { byId, shown, stacked, topOf: (id) => tops.get(id) ?? id }
}

/** The note that this one lies behind; null when it stands by itself. In a ring the smallest id is on top. */
function stackTop(note: Note, byId: ReadonlyMap<string, Note>): string | null {
  if (typeof note.sameAs !== 'string') return null
  const way = [note.id]
  for (let at = note; typeof at.sameAs === 'string'; ) {
    const next = byId.get(at.sameAs)
    if (!next || next === at) break
    const ring = way.indexOf(next.id)
    if (ring >= 0) {
      const top = way.slice(ring).sort()[0] as string
      return top === note.id ? null : top
    }
    way.push(next.id)
    at = next
  }
  const top = way.at(-1) as string
  return top === note.id ? null : top
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

type Facts = readonly CardFact[] | undefined

const isSameFacts = (a: Facts, b: Facts): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every((fact, index) => fact.text === b[index]?.text && fact.icon === b[index]?.icon))

const cards = new WeakMap<Note, { by: string; chips: Facts; card: Card }>()

/**
 * What stands on a note's card; read once per note, language and what other boards say. More words of the same
 * language, as they come with later parts, change nothing: those of the board's kind are there before the board.
 */
export function cardFor(
  { kind, words, chips }: Pick<ArrangeInput, 'kind' | 'words' | 'chips'>,
  note: Note,
): Card {
  const mine = chips.get(note.id)
  const known = cards.get(note)
  if (known && known.by === words.formatTag && isSameFacts(known.chips, mine)) return known.card
  const card = cardOf(note, kind, words, mine)
  cards.set(note, { by: words.formatTag, chips: mine, card })
  return card
}

type Height = { card: Card; w: number; least: number; h: number; box: Box }
const heights = new WeakMap<ArrangeInput['measure'], WeakMap<Note, Height>>()

/** The heights that were measured so; letters of another font are another measure, and the old one may still be used. */
function heightsBy(measure: ArrangeInput['measure']): WeakMap<Note, Height> {
  const known = heights.get(measure) ?? new WeakMap<Note, Height>()
  heights.set(measure, known)
  return known
}

/** A box for a note's card, its corner at `x`, `y`; the same object as the last time while nothing of it changes. */
export function cardBox(input: ArrangeInput, note: Note, x: number, y: number, size: CardSize): Box {
  const card = cardFor(input, note)
  const { w, least = 0, look = 'card', bold = false } = size
  const measured = heightsBy(input.measure)
  const known = measured.get(note)
  const fits = known !== undefined && known.card === card && known.w === w && known.least === least
  const before = fits ? known.box : undefined
  if (before && before.x === x && before.y === y && before.look === look && (before.bold ?? false) === bold)
    return before
  const withPicture = look === 'card'
  const h = fits
    ? known.h
    : cardHeight(note, card, w, input.measure, { least, strongWords: bold, withPicture })
  const box = { x, y, w, h, look, color: card.color, ...(bold ? { bold } : {}) }
  measured.set(note, { card, w, least, h, box })
  return box
}
