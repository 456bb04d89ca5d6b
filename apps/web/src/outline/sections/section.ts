import type { Board, Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import type { ListPlace, NewNoteWish } from '../../actions/actions.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Echo } from '../../layouts/grid/echoes.ts'

/** One heading of the outline and the notes under it. Everything in it is derived, nothing is stored. */
export interface OutlineSection {
  readonly key: string
  readonly level: 2 | 3
  readonly heading: string
  /** The whole name, where the heading alone says too little without those above it. */
  readonly name?: string
  /** The heading is this note's own words: a theme, a moment, an interim goal. */
  readonly headingNote?: string
  /** A question or hint under the heading. */
  readonly prompt?: string
  /** What is true of the section, in sentences. */
  readonly facts?: readonly SectionFact[]
  readonly notes: readonly string[]
  /** Said in place of notes while there are none. */
  readonly empty?: string
  /** Numbers or marks before the notes, by id. */
  readonly numbers?: Readonly<Record<string, string>>
  /** A sentence under a note's words, by id. */
  readonly sentences?: Readonly<Record<string, string>>
  /** What "add" makes here; without it nothing can be added under this heading. */
  readonly adds?: Omit<NewNoteWish, 'text' | 'edit'>
  /** Where a note dropped here goes. */
  readonly drop?: SectionDrop
  /** Whether people decide the order of the notes here. */
  readonly isOrdered?: boolean
  /** Fields shown with every note, with their names: the columns of a table, the scene of a fixed card. */
  readonly columns?: readonly string[]
  /** Stands for others below it: a row of the grid. Holds no notes itself. */
  readonly isGroup?: boolean
  /** Notes that stand under another heading and that some of us would put here. */
  readonly echoes?: readonly Echo[]
  /** The group's name in the screen's state, where it can be folded away. */
  readonly fold?: string
  /** Folded away until it is asked for: then its name is in that state. */
  readonly startsFolded?: boolean
  /** Always exactly one note: not worth counting. */
  readonly isOne?: boolean
}

export interface SectionFact {
  readonly key: string
  readonly words: string
  /** `hanging`: nothing true today holds it up. */
  readonly tone: 'plain' | 'true' | 'hanging'
}

export type SectionDrop =
  | { readonly to: 'list'; readonly list: ListPlace }
  /** Free ground: wherever there is room. */
  | { readonly to: 'ground' }
  | { readonly to: 'theme'; readonly theme: string }
  | { readonly to: 'field'; readonly field: string; readonly value: string | null }

export interface SectionInput {
  readonly kind: Kind
  readonly board: Board
  readonly derived: Readonly<Record<string, unknown>>
  readonly arrangement: string | null
  readonly words: Pick<Words, 't' | 'label' | 'number' | 'locale'>
}

export const byId = (board: Board): ReadonlyMap<string, Note> =>
  new Map(board.notes.map((note) => [note.id, note]))

/** A list of ids in the derived values; anything else counts as empty. */
export function idsIn(derived: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const value = derived[key]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** The derived lists by zone. */
export const zonesIn = (
  derived: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly string[]>> =>
  (derived.zones ?? {}) as Readonly<Record<string, readonly string[]>>
