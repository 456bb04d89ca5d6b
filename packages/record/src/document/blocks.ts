import type { ColorName, StoredImage } from '@vispera/board'

export type Direction = 'ltr' | 'rtl'

/**
 * A stretch of words in one language. `own` are people's words: any language, any direction, so every
 * format keeps them apart from the sentence around them and never reads them as markup.
 */
export interface Run {
  readonly text: string
  readonly dir: Direction
  /** BCP-47 tag, where it is known. */
  readonly lang?: string
  readonly own?: true
  readonly strong?: true
}

/** One line or paragraph; its direction is that of the document, or of its only run. */
export type Line = readonly Run[]

/** A labelled value of a note. A value may have several lines. */
export interface Fact {
  readonly label: string
  readonly values: readonly Line[]
}

export interface TranslatedWords {
  /** The language's own name. */
  readonly language: Run
  readonly words: Run
  /** "machine, not checked", where that is so. */
  readonly remark: string | null
}

/** A drawing or an image on a note. */
export interface Picture {
  /** "Drawing", for formats that cannot show it. */
  readonly name: string
  /** What it shows, in words; null where the note's own words say it. */
  readonly alt: string | null
  readonly width: number
  readonly height: number
  /** Null where it must not be shown, or is not at hand. */
  readonly source:
    | { readonly kind: 'drawing'; readonly svg: string }
    | ({ readonly kind: 'image' } & StoredImage)
    | null
}

/** One note, whole: nothing of it that may leave the room is missing. */
export interface NoteItem {
  readonly color: ColorName | null
  /** The name of its kind, where a list holds several kinds. */
  readonly kind: string | null
  readonly words: Line
  readonly picture: Picture | null
  readonly translations: readonly TranslatedWords[]
  readonly facts: readonly Fact[]
  /** "late", "put aside", "sensitive": said in words. */
  readonly remarks: readonly string[]
  /** Other wordings of the same, stacked behind it. */
  readonly sameAs: readonly NoteItem[]
}

/** A figure with its words, for the row of figures at the start. */
export interface Figure {
  readonly figure: string
  readonly label: string
}

/** How many chose one level of agreement. */
export interface AgreementLevel {
  readonly label: string
  readonly count: number
  /** `count` in the reader's digits. */
  readonly figure: string
}

export interface Step {
  /** In the reader's digits: "3", "3a". */
  readonly number: string
  readonly item: NoteItem
}

/** What a stop on the thread is drawn as; `break` is where the plan hangs, `loose` are loose ends. */
export type StopMark =
  | { readonly mark: 'note'; readonly color: ColorName }
  | { readonly mark: 'end' | 'break' | 'loose' }

export interface Stop {
  readonly mark: StopMark
  readonly label: Line
  readonly lines: readonly Line[]
}

/** What a table cell holds, one line under another. */
export type Cell = readonly Line[]

/** What a record is made of; every format writes all of these and nothing else. */
export type Block =
  | {
      readonly kind: 'section'
      readonly title: Line
      readonly blocks: readonly Block[]
      /** A name by which the foot of a page can point here. */
      readonly anchor?: 'credits'
    }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly tone: 'plain' | 'quiet' }
  | {
      readonly kind: 'decision'
      readonly item: NoteItem
      readonly agreement: readonly AgreementLevel[]
      readonly reservations: { readonly label: string; readonly lines: readonly Line[] } | null
    }
  /** The first cell of a row names the row. */
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Cell[])[]
    }
  | { readonly kind: 'notes'; readonly items: readonly NoteItem[] }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'sentences'; readonly lines: readonly Line[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'thread'; readonly stops: readonly Stop[] }
  /** Stands beside words that say the same; formats without pictures leave it out. */
  | { readonly kind: 'picture'; readonly picture: Picture }

/** A record in no format yet, in the order in which it is read. */
export interface RecordDocument {
  /** The reader's language, as a BCP-47 tag. */
  readonly lang: string
  readonly dir: Direction
  /** What left the room and what did not; first of all. */
  readonly consent: { readonly title: string; readonly lines: readonly Line[] }
  /** "Session record · May 2026 · guarded · English, Español". */
  readonly eyebrow: Line
  readonly title: Run
  /** The outcome in two or three sentences. */
  readonly lead: readonly Line[]
  readonly figures: readonly Figure[]
  readonly blocks: readonly Block[]
  /** Stands at the foot of every page: the methods used. */
  readonly footer: Line
  /** "{page} of {pages}" with the two names in braces, for formats that know their pages. */
  readonly pageOf: string
  /** "Method credits on page {page}", likewise. */
  readonly creditsOn: string
  /** The reader's digit one, by which page numbers are written. */
  readonly digits: string
  /** Says that a format has no letters for some words here. */
  readonly missingLetters: string
  /** Stands before another wording of the same. */
  readonly sameAs: string
}
