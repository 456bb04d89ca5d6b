import type { Board, ColorName, CrossLink, Note } from '@vispera/board'
import type { Kind, Prompt } from '@vispera/kinds'
import type { ComponentType } from 'react'
import type { Actions, ListPlace } from '../actions/actions.ts'
import type { Words } from '../i18n/use-words.ts'
import type { Later } from '../later/later.ts'
import type { CardFact } from './shared/card.ts'
import type { Point, Rect } from './shared/geometry.ts'
import type { Measure } from './shared/measure.ts'

/** How a note is drawn: as a card, or as one of the shapes that a layout brings. */
export type Look = 'card' | (string & {})

/** Where a note stands and how it looks there. The same object as long as nothing of it changes. */
export interface Box extends Rect {
  readonly look: Look
  readonly color: ColorName
  /** Drawn over others at the same spot: 0 unless said. */
  readonly z?: number
  /** Words set heavier. */
  readonly bold?: boolean
}

/** A list that notes stand in, with the room where a drop means "into this list". */
export interface ListArea {
  /** `zone:<id>`, `cell:<row>/<col>`, `theme:<id>`, `lane:<id>/<depth>`, ... */
  readonly key: string
  readonly rect: Rect
  /** The notes in order. */
  readonly ids: readonly string[]
  /** `down` for one column; `flow` for cards in rows. */
  readonly run: 'down' | 'across' | 'flow'
  /** What a screen reader and the drop hint call it. */
  readonly label: string
  readonly place?: ListPlace
}

/** A link as it is drawn. */
export interface WallLink {
  readonly id: string
  readonly from: string
  readonly to: string
  /** SVG path data in board units. */
  readonly path: string
  readonly line: 'solid' | 'dashed' | 'dotted'
  /** `hanging` is red: nothing true today holds it up. `return` closes a circle. */
  readonly tone: 'ink' | 'accent' | 'hanging' | 'return'
  readonly middle: Point
  readonly bounds: Rect
  readonly label?: string
  /** The whole sentence, for the menu and screen readers. */
  readonly sentence: string
  /** A note can be put in between. */
  readonly splits?: boolean
  /** Drawn by the layout only; nothing that can be chosen or deleted. */
  readonly derived?: boolean
}

/** Everything that the surface needs in order to draw one board. Board units, derived, never stored. */
export interface Arrangement<Furniture = unknown> {
  readonly boxes: ReadonlyMap<string, Box>
  readonly furniture: Furniture
  readonly links: readonly WallLink[]
  readonly lists: readonly ListArea[]
  /** Round all notes and furniture. */
  readonly bounds: Rect
  /** What the first view shows when not everything fits. */
  readonly home: Rect
  readonly readingOrder: readonly string[]
}

export interface ArrangeInput {
  readonly board: Board
  readonly kind: Kind
  /** What the kind computes; asked for only where a layout draws from it. */
  readonly derived: () => Readonly<Record<string, unknown>>
  /** Arrangement id; null for the kind's first. */
  readonly arrangement: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly measure: Measure
  readonly words: Words
  /** What links to other boards say of a note, by note id. */
  readonly chips: ReadonlyMap<string, readonly CardFact[]>
  /** Links across boards, and the boards that they lead to as far as they are at hand. */
  readonly threads: readonly CrossLink[]
  readonly boards: ReadonlyMap<string, Board>
  /** Gentle questions that nobody has dismissed. */
  readonly prompts: readonly Prompt[]
  /** Groups that this person has folded away. */
  readonly folded: ReadonlySet<string>
  /** Whether the board holds only a few notes that somebody looks at closely. */
  readonly isPart: boolean
}

/** What letting go here would mean. Words are a message of the surface's catalogue. */
export interface DropTarget {
  /** Two targets with one key are the same; the highlight moves only when it changes. */
  readonly key: string
  /** What lights up; null for "right here on free ground". */
  readonly rect: Rect | null
  readonly words: string
  /** A line where the note would go in a list. */
  readonly slot?: Rect
  readonly allowed: boolean
  perform(actions: Actions): void
}

export interface DropInput {
  readonly arranged: Arrangement
  readonly input: ArrangeInput
  readonly actions: Actions
  readonly ids: readonly string[]
  /** Where the pointer is. */
  readonly point: Point
  /** Where each dragged note's corner would be. */
  readonly corners: ReadonlyMap<string, Point>
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/** What the components of a layout get. */
export interface FurnitureProps<Furniture> {
  readonly furniture: Furniture
  readonly arranged: Arrangement<Furniture>
}
export interface LookProps {
  readonly note: Note
  readonly box: Box
  /** The words, or their editor while they are being written here. */
  readonly children: React.ReactNode
  readonly selected: boolean
}

/** What a layout makes of notes in somebody's hand; comes with the hands. Pure functions. */
export interface LayoutGrip {
  /** What a drop at a point would do; null where nothing can be let go. */
  dropAt(drop: DropInput): DropTarget | null
  /** The next stop for a note lifted by keyboard: where the pointer would be. `far` for big steps. */
  nextStop(drop: DropInput, direction: Direction, far: boolean): Point | null
  /** Where arrow keys go by meaning (along links) rather than by eye; null to look by eye. */
  neighbour?(drop: Pick<DropInput, 'arranged' | 'input'>, id: string, direction: Direction): string | null
}

/** One of the layouts. Everything but the components is a pure function. */
export interface LayoutModule<Furniture = unknown> {
  arrange(input: ArrangeInput): Arrangement<Furniture>
  /**
   * The same from what it was `from` another input, where little has changed since: itself, where nothing stands
   * otherwise. Null where it has to be arranged anew.
   */
  arrangeAgain?(
    before: Arrangement<Furniture>,
    from: ArrangeInput,
    input: ArrangeInput,
  ): Arrangement<Furniture> | null
  /** What the layout itself says on cards, by note id. */
  facts?(input: Omit<ArrangeInput, 'chips'>): ReadonlyMap<string, readonly CardFact[]>
  /** What an arrangement needs beside the first one; `arrange` is called once it is there. */
  extra?(arrangement: string | null): Later<unknown> | undefined
  readonly grip: Later<LayoutGrip>
  readonly Furniture: ComponentType<FurnitureProps<Furniture>>
  readonly looks: Readonly<Record<string, ComponentType<LookProps>>>
  /** `reader`: mirrored for right-to-left readers. `fixed`: everybody shares one wall. */
  readonly facing: 'reader' | 'fixed'
  /** Whether arrow keys nudge notes about on free ground. */
  readonly freeGround: boolean
}
