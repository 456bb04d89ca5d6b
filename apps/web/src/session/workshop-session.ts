import type {
  Agenda,
  BoardEntry,
  BoardStore,
  Closed,
  CrossLink,
  Groups,
  History,
  Role,
  Stage,
} from '@vispera/board'
import type { Doc } from 'yjs'
import type { WorkshopApi } from './api.ts'
import type { Aside } from './asides.ts'
import type { MyDraft } from './my-draft.ts'

/** Somebody in the workshop, as the server vouches for them. */
export interface Person {
  readonly id: string
  /** Empty when they gave no name or the safety level shows none. */
  readonly name: string
  /** One of the people colours, 0..6. */
  readonly color: number
  readonly role: Role
}

/** What one person does on one board right now; never stored. Board units. */
export interface BoardPresence {
  readonly person: Person
  /** Awareness client id: one person may have two devices. */
  readonly client: number
  readonly cursor: readonly [number, number] | null
  /** Notes being dragged and where they are now. */
  readonly held: readonly {
    readonly id: string
    readonly x: number
    readonly y: number
  }[]
  /** The note whose words are being written. */
  readonly writing: string | null
  /** Where they point with the light pointer while they hold it. */
  readonly laser: readonly [number, number] | null
}
export type MyPresence = Partial<Pick<BoardPresence, 'cursor' | 'held' | 'writing' | 'laser'>>

/** What somebody tells the whole workshop beside what they do on boards; never stored. */
export interface Signals {
  /** What their wall shows, in board units, while others follow them. */
  readonly view: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null
  /** Since when their hand is up (server's clock). */
  readonly hand: number | null
  /** The ready check that they have answered. */
  readonly ready: string | null
  /** Whom they follow. */
  readonly follows: string | null
  /** Hands that somebody who leads asks to take down, as `<person> <since>`. */
  readonly lowers: readonly string[]
}

/** One open board: its document and what to see of it. Closed when nobody in the app uses it any more. */
export interface OpenBoard {
  readonly entry: BoardEntry
  readonly doc: Doc
  readonly store: BoardStore
  /** True once the server's copy (or the copy on this device) has arrived. */
  isReady(): boolean
  /** True once everything that the server had has arrived. */
  hasArrived(): boolean
  /** Others on this board. The same array until something changes. */
  others(): readonly BoardPresence[]
  /** Changes what others see of me; coalesced to at most 15 a second. */
  setPresence(presence: MyPresence): void
  /** Whether this note has words or moves that the server has not yet kept. */
  isWaiting(noteId: string): boolean
  /** Wakes on readiness, presence, and waiting notes (not on the board's content: use `store`). */
  subscribe(listener: () => void): () => void
  /** Why the board cannot be opened, if so. */
  refusal(): Refusal | null
  /** Notes that this page has made since it was opened, oldest first. */
  mine(): readonly string[]
}

/**
 * Why a document stays closed. `cut-off`: the links were renewed; `set-back`: the server has another history of it
 * than this page; `damaged`: the server could not read it, and keeps trying.
 */
export type Refusal = 'cut-off' | 'expired' | 'forbidden' | 'unknown' | 'set-back' | 'wiped' | 'damaged'

export interface SaveState {
  readonly state: 'saved' | 'saving' | 'waiting' | 'offline' | 'refused' | 'storage-full'
  /** Notes (or, when it is none, other changes) not kept by the server yet. */
  readonly waiting: number
}

/** What could not be kept or sent as usual, and that people have to be told (away/). */
export interface Away {
  /** This browser keeps no copy of what is written here, though it may. */
  readonly isLacking: boolean
  readonly asides: readonly Aside[]
}

/** What of one document the server does not have yet. */
export interface Unsent {
  readonly document: string
  readonly doc: Doc
  readonly notes: readonly string[]
}

/** A person's seat in one workshop: everything the screens need. Opened by joining, closed by leaving. */
export interface WorkshopSession {
  readonly workshop: string
  readonly token: string
  /** Commands to the server with this seat's token. */
  readonly api: WorkshopApi
  readonly me: {
    readonly id: string
    readonly role: Role
    readonly name: string
  }
  /** Links that this person may hand on, by role; absolute URLs. */
  readonly links: Readonly<Partial<Record<Role, string>>>
  readonly history: History
  /** The `threads` document: links across boards. */
  readonly threads: Doc
  stage(): Stage | null
  /** The `stage` document, for parts that read more of it than `stage()` and `agenda()` say. */
  readonly stageDoc: Doc
  agenda(): Agenda
  /** The server's clock, milliseconds since the epoch; the device's own may be wrong. */
  serverNow(): number
  /** Measures the server's clock anew; after sleep or a broken line the old measure may be off. */
  askTime(): Promise<void>
  /** Says one verb of facilitation to the server. Throws `ApiError`. */
  command(name: string, input?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  /** My own draft document, opened when it is first asked for; null for those who only look on. */
  draft(): MyDraft | null
  /** The `lead` document, for those who lead or keep people safe; null for everybody else. Wakes as the stage does. */
  lead(): Doc | null
  /** The small groups, and who is in which. */
  groups(): Groups
  crossLinks(): readonly CrossLink[]
  /** Opens (or shares) a board; call the answer's `release` when done with it. Null while the stage lacks it. */
  openBoard(id: string): { readonly board: OpenBoard; release(): void } | null
  people(): readonly Person[]
  /** How many only look on. */
  observers(): number
  saveState(): SaveState
  /** Whether this seat may write on the board on screen just now. */
  canWrite(): boolean
  /** Why not, or null; without `board`, for the board on screen. */
  closed(board?: string): Closed | null
  canLead(): boolean
  /** Why the whole workshop is closed to this seat, if so. */
  refusal(): Refusal | null
  /** Wakes on stage, cross links, people, save state. */
  subscribe(listener: () => void): () => void
  rename(name: string): Promise<void>
  /** Says to others which board is on screen. */
  standAt(board: string | null): void
  /** What others tell the workshop, by person id. */
  signals(): ReadonlyMap<string, Signals>
  mySignals(): Signals
  /** Tells the workshop; coalesced to at most 15 a second. */
  signal(change: Partial<Signals>): void
  /** Which board somebody has on screen, by person id. */
  whereabouts(): ReadonlyMap<string, string>
  /** What to tell about copies, or null; the same object until it changes. */
  away(): Away | null
  unsent(): readonly Unsent[]
  /** These have been seen to. */
  settle(asides: readonly Aside[]): void
  /** Lets go of everything. With `forget`, nothing of the workshop stays on this device. */
  close(options?: { forget?: boolean }): Promise<void>
}
