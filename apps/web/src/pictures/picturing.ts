import type { Media } from '@vispera/board'
import type { NewNoteWish } from '../actions/actions.ts'
import type { BoardUiStore } from '../board-ui/board-ui.ts'

/** Somebody wants to draw something or to bring a picture. */
export interface PictureWish {
  readonly kind: 'drawing' | 'image'
  /** The note that is to show it; without one, a new note does. */
  readonly noteId?: string
  /** What the new note is, where it stands, and the words it has already. */
  readonly note?: NewNoteWish
  /** A picture that was dropped or pasted. */
  readonly file?: File
  /**
   * Puts it somewhere else than on the board; false when that cannot be. `media` is null where somebody found words
   * instead.
   */
  readonly put?: (media: Media | null, words: string) => boolean
  /** Called once it is on the board. */
  readonly onPut?: () => void
}

/** What somebody is about to draw or to bring to one board; shown by `BoardPictures`. */
export interface Picturing {
  wish(): PictureWish | null
  ask(wish: PictureWish): void
  /** They put it on the board, or turned away. */
  end(): void
  subscribe(listener: () => void): () => void
}

const byScreen = new WeakMap<BoardUiStore, Picturing>()

/** The same for all views of one board. */
export function picturingOf(ui: BoardUiStore): Picturing {
  const known = byScreen.get(ui)
  if (known) return known
  let wish: PictureWish | null = null
  const listeners = new Set<() => void>()
  const set = (next: PictureWish | null) => {
    wish = next
    for (const listener of listeners) listener()
  }
  const picturing: Picturing = {
    wish: () => wish,
    ask: set,
    end: () => set(null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  byScreen.set(ui, picturing)
  return picturing
}

/** The first picture among what is pasted or dropped. */
export const imageIn = ({ files }: DataTransfer): File | undefined =>
  [...files].find(({ type }) => type.startsWith('image/'))
