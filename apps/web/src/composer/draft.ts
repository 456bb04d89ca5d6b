import type { Place } from '@vispera/board'
import { useState } from 'react'
import type { BoardUiStore } from '../board-ui/board-ui.ts'

/** What somebody has begun in the composer of one board; it waits for them while they look elsewhere. */
export interface Draft {
  readonly text: string
  /** Note kind; null for the board's first. */
  readonly kind: string | null
  /** Id of the chosen place; null for where the kind belongs. */
  readonly place: string | null
  /** Values of quick fields. */
  readonly fields: Readonly<Record<string, string>>
}

const empty: Draft = { text: '', kind: null, place: null, fields: {} }
const drafts = new WeakMap<BoardUiStore, Draft>()

/** What waits in the composer of a board. */
export const draftOf = (ui: BoardUiStore): Draft => drafts.get(ui) ?? empty

export function useDraft(ui: BoardUiStore): readonly [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(draftOf(ui))
  const change = (part: Partial<Draft>) => {
    const next = { ...draftOf(ui), ...part }
    drafts.set(ui, next)
    setDraft(next)
  }
  return [draft, change]
}

/** A place that a new note can be given, by the group's own name. */
export interface PlaceChoice {
  readonly id: string
  readonly label: string
  /** Said on the closed chooser. */
  readonly short: string
  readonly group?: string
  readonly place?: Place
  readonly fields?: Readonly<Record<string, string>>
}
