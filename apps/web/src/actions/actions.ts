import type {
  CellPlace,
  ColorName,
  LinkFields,
  Media,
  Note,
  NoteEdit,
  NoteRef,
  Place,
  ZonePlace,
} from '@vispera/board'
import type { DropDecision } from './drop.ts'

/** What a new note starts with; everything left out is decided from the kind's data. */
export interface NewNoteWish {
  readonly kind?: string
  readonly text?: string
  /** Left out on a free canvas, the note stands on the spot that the surface offers, or on free ground. */
  readonly place?: Place
  readonly fields?: Readonly<Record<string, unknown>>
  /** A drawing or a picture to show. */
  readonly media?: Media
  /** Puts the caret into the new note's words. */
  readonly edit?: boolean
}

/** A list that notes stand in: a zone or a cell of the grid. */
export type ListPlace = Omit<ZonePlace, 'order'> | Omit<CellPlace, 'order'>

/** A note or a new one, each with the place it goes to. */
export type PlaceOf = Place | readonly Place[] | ((note: Note, index: number) => Place)

/**
 * The one place through which this client's views change the board on screen. Each function is one command
 * and one undo step. When the seat may not write, it says so and changes nothing. Fixed notes are passed
 * over where they must not be touched. A note that is gone meanwhile is passed over, never an error.
 */
export interface Actions {
  canWrite(): boolean
  /** Does several things as one undo step. */
  together<T>(act: () => T): T
  /** Whether a note may be moved, doubled and deleted (fixed ones may not). */
  isFree(id: string): boolean
  /** Whether a fixed card's words are settled and closed until somebody who leads opens them again. */
  isLocked(id: string): boolean

  /** Does something with the answers of actions: now, or as soon as they have come. Says so if they do not come. */
  once(act: () => void): void
  /** Adds one note; answers its id, or null when it was refused. */
  addNote(wish?: NewNoteWish): string | null
  /**
   * One line, one note: bullets and numbers are stripped, more than 30 lines are asked about first, more
   * than 2,000 are refused. Answers how many notes are there already (0 while the person is being asked).
   */
  addNotesFromLines(text: string, wish?: Omit<NewNoteWish, 'text' | 'edit'>): number
  /** A text too long for one note: offers to make several notes of it. Nothing is written before the answer. */
  addLongText(text: string, wish?: Omit<NewNoteWish, 'text' | 'edit'>): void
  /** Says that a text is too long for a field; nothing was written. */
  refuseLength(length: number, most: number): void
  /** Copies with their words and fields beside the originals; answers the new ids. */
  duplicate(ids: readonly string[]): string[]
  /** Takes away what may go, with a toast to undo. A step in the middle of a chain asks first. */
  remove(ids: readonly string[]): void
  /** A new note next to this one (across or below, in its theme, list or chain), with the caret in it. */
  addSibling(id: string, where: 'across' | 'below', dir: 'ltr' | 'rtl'): string | null
  /** Takes a new note away again that never got any words; no toast, no trace. */
  removeIfEmpty(id: string): void

  /** Puts notes somewhere; a place written once and whole. They leave their theme. */
  moveTo(ids: readonly string[], place: PlaceOf): void
  /**
   * Puts notes into a zone or a cell: before the note with the id `at`, whatever stands between them out of sight;
   * before the `at`th of all notes there; or last.
   */
  moveToList(ids: readonly string[], list: ListPlace, at?: string | number): void
  /** Puts a note before `index` of the notes it stands among (its own list, theme or column, itself left out). */
  reorder(id: string, among: readonly string[], index: number): void
  /** Timeline: onto another lane (links stay). */
  moveToLane(ids: readonly string[], lane: string): void
  /** Timeline: draws a step at this depth; asks when something that needs it stands in the way. */
  moveToDepth(id: string, depth: number): void

  recolor(ids: readonly string[], color: ColorName): void
  /** Sets one field of the note's kind; null clears it. Texts are written by `NoteEditor`. */
  setField(id: string, field: string, value: unknown): void
  edit(ids: readonly string[], edit: NoteEdit): void
  setKind(id: string, kind: string): void
  setSensitive(ids: readonly string[], on: boolean): void
  keepApart(id: string, on: boolean): void

  /** Links two notes of this board; asks first where a chain would bite its own tail. */
  link(kind: string, from: string, to: string): void
  unlink(linkId: string): void
  /** Why a link stays although something speaks against it, or when it is (see `LinkFields`). */
  editLink(linkId: string, edit: Partial<Pick<LinkFields, 'why' | 'timing' | 'shaky'>>): void
  /** Links notes of two boards. */
  linkAcross(kind: string, from: NoteRef, to: NoteRef): void
  unlinkAcross(linkId: string): void

  putWith(themeId: string, ids: readonly string[], index?: number): void
  /** Makes a theme from notes and puts the caret into its name. */
  makeThemeFrom(ids: readonly string[], place?: Place): string | null
  takeOut(ids: readonly string[]): void
  stackSame(top: string, ids: readonly string[]): void
  unstack(ids: readonly string[]): void

  /** Timeline: a new note that had to be true just before this one, linked and with the caret in it. */
  askBefore(id: string): string | null
  /** Timeline, read forwards: a new step that this one makes possible. */
  askAfter(id: string): string | null
  /** Timeline: a new note in the middle of a link. */
  insertBetween(linkId: string, noteId?: string): string | null

  /** What dropping notes on this one means here; nothing is changed. */
  decideDrop(ids: readonly string[], target: string): DropDecision
  dropOnNote(ids: readonly string[], target: string): void
  /** Timeline: a step dropped on a link goes in between. Does nothing elsewhere. */
  dropOnLink(id: string, linkId: string): void

  /**
   * "Take this to ...": a linked note on another board. Asks where there are several ways. With words to stay, the
   * note's own words move along and those take their place.
   */
  send(sendId: string, noteId: string, stays?: string): void

  writeSetting(key: string, text: string): void
  setSetting(key: string, value: string | number | boolean | null): void
  dismissPrompt(promptId: string): void

  openNote(id: string | null): void
  /** Puts the caret into a note's words. */
  editNote(id: string | null): void
  undo(): void
  redo(): void
}

/** Keys of board settings that views share. */
export const settingKeys = {
  /** A row, column, lane or zone renamed by the group (a text). */
  label: (part: 'row' | 'column' | 'lane' | 'zone' | 'band', id: string) => `label.${part}.${id}`,
  /** A fixed card whose words are settled (true). */
  locked: (noteId: string) => `locked.${noteId}`,
  /** A gentle question that the group does not want to see again (true). */
  dismissed: (promptId: string) => `dismissed.${promptId}`,
} as const
