import type { Sieve } from './sieve.ts'

/** Steps of a plan that have come true: folded away unless this key is among `folded`. */
export const trueSteps = 'shown:true'

/** What one person's screen is doing with one board: never stored, never sent. */
export interface BoardUi {
  readonly selection: ReadonlySet<string>
  /** The note whose words are being edited in place. */
  readonly editing: string | null
  /** The note that is open with all its fields. */
  readonly opened: string | null
  /** A note was chosen as one end of a link and waits for the other. */
  readonly linking: {
    readonly from: string
    readonly kind: string | null
  } | null
  readonly tool: 'select' | 'hand' | 'note' | 'link'
  readonly view: 'surface' | 'outline'
  /** The layout's arrangement by id (`backwards`, `forwards`, `grid`, `alignment`, ...). */
  readonly arrangement: string | null
  /** Groups that are folded away: `theme:<id>`, `lane:<id>`, `goal:<id>`, `depth:<n>`; and `trueSteps`. */
  readonly folded: ReadonlySet<string>
  /** Which notes this person looks at only; null for all of them. */
  readonly sieve: Sieve | null
}

export interface BoardUiStore {
  get(): BoardUi
  set(change: Partial<BoardUi>): void
  subscribe(listener: () => void): () => void
  select(ids: Iterable<string>, options?: { add?: boolean; toggle?: boolean }): void
  /** Folds groups away, or unfolds them. */
  fold(keys: Iterable<string>, on: boolean): void
  /** Asks the surface to bring a note into view and focus it. */
  reveal(noteId: string): void
  onReveal(listener: (noteId: string) => void): () => void
}

const start: BoardUi = {
  selection: new Set(),
  editing: null,
  opened: null,
  linking: null,
  tool: 'select',
  view: 'surface',
  arrangement: null,
  folded: new Set(),
  sieve: null,
}

export function createBoardUi(initial: Partial<BoardUi> = {}): BoardUiStore {
  let state: BoardUi = { ...start, ...initial }
  const listeners = new Set<() => void>()
  const revealers = new Set<(noteId: string) => void>()
  const set = (change: Partial<BoardUi>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  return {
    get: () => state,
    set,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    select(ids, { add = false, toggle = false } = {}) {
      const selection = new Set(add || toggle ? state.selection : [])
      for (const id of ids) {
        if (toggle && selection.has(id)) selection.delete(id)
        else selection.add(id)
      }
      set({ selection })
    },
    fold(keys, on) {
      const folded = new Set(state.folded)
      for (const key of keys) {
        if (on) folded.add(key)
        else folded.delete(key)
      }
      set({ folded })
    },
    reveal(noteId) {
      for (const revealer of revealers) revealer(noteId)
    },
    onReveal(listener) {
      revealers.add(listener)
      return () => revealers.delete(listener)
    },
  }
}
