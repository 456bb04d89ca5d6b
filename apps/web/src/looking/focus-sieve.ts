import type { Note } from '@vispera/board'
import type { Sieve } from '../board-ui/sieve.ts'
import { shorten } from '../layouts/shared/shorten.ts'

/** Only one step, what it needs and what needs it: for small screens, screen readers and very long paths. */
export function focusOn({ id }: Pick<Note, 'id'>): Sieve {
  return {
    id: focusId(id),
    frames: true,
    hides({ board, kind: { layout } }) {
      if (layout.engine !== 'timeline' || !board.notes.some((note) => note.id === id)) return new Set()
      const { link, end, before } = layout.chain
      const kept = new Set([id])
      for (const one of board.links) {
        if (one.kind !== link) continue
        if (one.from === id) kept.add(one.to)
        if (one.to === id) kept.add(one.from)
      }
      // What victory needs is drawn at the instant before: the two ends belong together.
      if (kept.has(end) || kept.has(before)) kept.add(end).add(before)
      return new Set(board.notes.flatMap((note) => (kept.has(note.id) ? [] : [note.id])))
    },
    says({ board }, { t }) {
      const text = board.notes.find((note) => note.id === id)?.text.trim()
      return t('surface.look.focus', { text: shorten(text || t('surface.note.empty')) })
    },
  }
}

/** How the focus on one note is called. */
export const focusId = (id: string): string => `focus ${id}`
