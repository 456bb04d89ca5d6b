import type { MenuSection } from '@vispera/ui'
import { type ComponentType, useSyncExternalStore } from 'react'
import type { Arrangement } from '../layouts/layout.ts'
import type { CardFact } from '../layouts/shared/card.ts'

/** What parts that come later add to notes wherever they are shown. */
export interface NoteExtras {
  /** Short facts under a note's words. */
  readonly facts: ReadonlyMap<string, readonly CardFact[]>
  /** The total of a closed vote, on the note's edge. */
  readonly votes: ReadonlyMap<string, { readonly shown: number; readonly label: string }>
  /** A button at the end of a note's line in the outline. */
  readonly LineAct: ComponentType<{ noteId: string; isHeading?: boolean }> | null
  /** What stands over the notes on the wall. */
  readonly WallLayer: ComponentType<{ arranged: Arrangement }> | null
  /** What a note's menu offers beside the rest. */
  readonly menu: (noteId: string) => readonly MenuSection[]
}

const nothing: NoteExtras = {
  facts: new Map(),
  votes: new Map(),
  LineAct: null,
  WallLayer: null,
  menu: () => [],
}
let extras = nothing
const listeners = new Set<() => void>()

/** Sets some of them; null takes all of them away. */
export function addToNotes(change: Partial<NoteExtras> | null): void {
  extras = change ? { ...extras, ...change } : nothing
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const noteExtras = (): NoteExtras => extras

/** One of the extras; re-renders only when that one changes. */
export const useNoteExtra = <T>(pick: (extras: NoteExtras) => T): T =>
  useSyncExternalStore(subscribe, () => pick(extras))

type Facts = ReadonlyMap<string, readonly CardFact[]>

/** Adds what later parts say of notes to what is said already; the same map while they say nothing. */
export function withExtraFacts(facts: Facts, more: Facts): Facts {
  if (more.size === 0) return facts
  const all = new Map(facts)
  for (const [id, extra] of more) all.set(id, [...(all.get(id) ?? []), ...extra])
  return all
}
