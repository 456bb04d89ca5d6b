import type { Board, ColorName, CrossLink, FieldType, Place, StageKind } from '@vispera/board'

/** Languages with a catalogue of their own. */
export type Locale = 'en' | 'es' | 'ar'
/** Message id to ICU message. */
export type Messages = Readonly<Record<string, string>>

/**
 * A place to put notes. Its words are messages `<kind>.zone.<id>.label` and `.prompt`.
 * - `list`: notes in order (`{ zone, order }`)
 * - `main`: the layout's own ground (canvas field, path, grid, table)
 * - `fixed`: holds exactly one fixed note
 * - `setting`: no notes; the words of the setting with the same id
 * - `mark`: drawn by the layout, holds nothing (the "today" line)
 */
export interface Zone {
  readonly id: string
  readonly holds: 'list' | 'main' | 'fixed' | 'setting' | 'mark'
  /** Note kinds that belong here, the one to make first. */
  readonly noteKinds: readonly string[]
  /** The zone where notes without any other place stand ("not placed yet"). */
  readonly tray?: boolean
}

export interface Field {
  readonly id: string
  readonly type: FieldType
  /** Left off the shared screen and out of the record unless ticked. */
  readonly sensitive?: boolean
  /** Where on the card the value shows: `badge` over the words, `foot` under them. Otherwise only when opened. */
  readonly card?: 'badge' | 'foot'
}

/**
 * One kind of note. Its words are messages `noteKind.<id>`, `field.<id>.<field>`,
 * `option.<id>.<field>.<option>`, and `ask.<id>` for the composer's question.
 */
export interface NoteKind {
  readonly id: string
  readonly color: ColorName
  readonly fields: readonly Field[]
  /**
   * This field decides the colour, e.g. a step's thread: option id to colour. The field `place.row` is the
   * row of the note's cell. `noteColor` reads it.
   */
  readonly colorBy?: { readonly field: string; readonly colors: Readonly<Record<string, ColorName>> }
}

/** A typed connector. Words: `link.<id>` ("needs this to be true first"), and `link.<id>.short` for labels. */
export interface LinkKind {
  readonly id: string
  /** Note kinds at the ends; `*` is any. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly line: 'solid' | 'dashed' | 'dotted'
  /** May join notes of two boards (then it lives in `threads`). */
  readonly acrossBoards: boolean
}

/** A note that is there from the start, exactly once, and cannot be moved, deleted or doubled. */
export interface FixedNote {
  readonly id: string
  readonly kind: string
  readonly place: Place
}

/** How a board of this kind stands on the surface, by layout. Areas and roles, never pixels. */
export type Layout =
  | {
      readonly engine: 'canvas'
      /** Zone id to where it stands round the field. */
      readonly areas: Readonly<
        Record<string, 'banner' | 'card' | 'main' | 'start' | 'end' | 'end-low' | 'bottom'>
      >
      /** Note kind that names a group of notes. */
      readonly theme: string
      /** Zone that notes marked "keep apart" go to. */
      readonly apart?: string
      /** Other arrangements of the same notes, by the value of one field. */
      readonly arrangements: readonly { readonly id: string; readonly by?: string }[]
      /** The arrangement that the wall of a phone begins with. */
      readonly onPhones?: string
    }
  | {
      readonly engine: 'timeline'
      readonly chain: {
        /** Link kind: `from` needs `to` first. */
        readonly link: string
        readonly step: string
        /** Note kind left in the place of a deleted step. */
        readonly gap: string
        /** Fixed note ids. */
        readonly end: string
        readonly before: string
        /** Fields of a step. */
        readonly lane: string
        readonly gate: string
        readonly goal: string
        readonly grounding: string
        readonly minDepth: string
        /** What a step says that has come true. */
        readonly truth: { readonly field: string; readonly value: string }
      }
      /** Lane ids in order; words `<kind>.lane.<id>.label`. */
      readonly lanes: readonly string[]
      readonly laneColors: Readonly<Record<string, ColorName>>
      /** Zones listed beside the path. */
      readonly side: readonly string[]
      readonly arrangements: readonly { readonly id: 'backwards' | 'forwards' }[]
    }
  | {
      readonly engine: 'grid'
      /** Row and column ids; words `<kind>.row.<id>.label|hint`, `<kind>.column.<id>.label|hint`. */
      readonly rows: readonly string[]
      readonly columns: readonly string[]
      /** Note kind that stands in cells; `<kind>.cell.<row>.<col>` is the hint of an empty one. */
      readonly item: string
      /** Zones above, below and beside the grid. */
      readonly strip?: string
      readonly moments?: { readonly zone: string; readonly kind: string; readonly link: string }
      readonly side: readonly string[]
      readonly arrangements: readonly {
        readonly id: 'grid' | 'alignment' | 'by-step' | 'by-ally'
        /** Link kind (across boards) or field that groups. */
        readonly by?: string
      }[]
      /** What people may ask for, to see only some of the items: link kinds (words `<kind>.filter.<id>`) and fields. */
      readonly filters: readonly string[]
    }
  | {
      readonly engine: 'table'
      /** Zone id to the fields shown as columns. */
      readonly columns: Readonly<Record<string, readonly string[]>>
    }
export type LayoutEngine = Layout['engine']

/** A step of the agenda. Words: `<kind>.flow.<n>` (1-based) or `<kind>.quick.<n>`, and `stage.<stage>`. */
export interface FlowStage {
  readonly stage: StageKind
  readonly minutes: number
  /** Dots for each person, where the prompt says how many; else it follows from what there is to choose from. */
  readonly dots?: number
}

/**
 * "Take this to ...": makes a note on another board that is already linked. Words: `<kind>.send.<id>`.
 * With `fixed`, the target is that fixed note; its words are taken over when it is still empty.
 */
export interface Send {
  readonly id: string
  readonly from: readonly string[]
  readonly link: string
  /** The link runs from the new note back to this one ("started from"); otherwise from this one to it. */
  readonly linksBack?: boolean
  readonly toKind: string
  readonly creates: string
  readonly fixed?: string
  readonly place?: Place
  /** Takes the words along (otherwise the new note starts empty and shows the chip). */
  readonly copiesText?: boolean
}

/** A setting of the board that the group writes together. Words: `<kind>.setting.<id>.label|placeholder`. */
export interface Setting {
  readonly id: string
  readonly type: 'text' | 'locked' | 'choice'
  readonly options?: readonly string[]
}

/** What rules may look at beside the board itself. */
export interface RuleContext {
  readonly threads: readonly CrossLink[]
  /** All boards that are at hand, by id, this one included. */
  readonly boards: ReadonlyMap<string, Board>
  /** The reader's day (ISO); without one nothing has passed yet. */
  readonly today?: string
}

/** A gentle, dismissible question. Words: `<kind>.prompt.<rule>` with `{text}`; never a score. */
export interface Prompt {
  /** Stable id for dismissing: rule and notes. */
  readonly id: string
  readonly rule: string
  readonly notes: readonly string[]
  /** Values for the message. */
  readonly values: Readonly<Record<string, string | number>>
  /**
   * A send that would take the first note's words along and leave a question in their place. Words:
   * `<kind>.prompt.<rule>.move` for the button, `<kind>.prompt.<rule>.stub` with `{text}` for what stays.
   */
  readonly moves?: string
}

/** One part of a board's section in the record; the record knows how to write each. */
export type RecordPart =
  | { readonly part: 'setting'; readonly setting: string }
  | { readonly part: 'note'; readonly note: string }
  | { readonly part: 'list'; readonly zone: string; readonly noteKinds?: readonly string[] }
  | { readonly part: 'themes' }
  | { readonly part: 'plan' }
  | { readonly part: 'goals' }
  | { readonly part: 'hanging' }
  | { readonly part: 'chain' }
  | { readonly part: 'cells' }
  | { readonly part: 'sentences'; readonly links: readonly string[] }
  | { readonly part: 'moments' }
  | { readonly part: 'prompts' }
  | { readonly part: 'sent'; readonly send: string }
  | { readonly part: 'table'; readonly zone: string }
  | { readonly part: 'kind'; readonly noteKind: string }

/** A method as data. */
export interface Kind {
  readonly id: string
  readonly layout: Layout
  readonly zones: readonly Zone[]
  readonly fixedNotes: readonly FixedNote[]
  /** Note kinds that can be made here, the composer's first one first. */
  readonly noteKinds: readonly NoteKind[]
  readonly linkKinds: readonly LinkKind[]
  readonly settings: readonly Setting[]
  readonly flow: readonly FlowStage[]
  readonly quick: readonly FlowStage[]
  readonly sends: readonly Send[]
  readonly record: readonly RecordPart[]
  /** People may draw here and bring pictures; both stay off where the workshop is protected. */
  readonly pictures?: true
  /** Table-like: has a CSV of its own. */
  readonly csv: boolean
  readonly defaultSafety: 'open' | 'guarded' | 'protected'
  /** What this kind computes from its notes; always derived, never stored. JSON, as served by the API. */
  readonly derive: (board: Board, context: RuleContext) => Readonly<Record<string, unknown>>
  readonly prompts?: (board: Board, context: RuleContext) => Prompt[]
  /** What `derive` says of single notes, by mark: shown on them as `<kind>.mark.<mark>`, a few words, no score. */
  readonly marks?: Readonly<Record<string, (derived: Readonly<Record<string, unknown>>) => readonly string[]>>
  /** Its catalogues; loaded when a workshop has such a board. */
  readonly messages: Readonly<Record<Locale, () => Promise<{ default: Messages }>>>
}
