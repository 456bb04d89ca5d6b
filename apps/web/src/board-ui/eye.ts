import { useSyncExternalStore } from 'react'
import type { BoardUiStore } from './board-ui.ts'

/** A part of a board's ground, in board units. */
export interface Sight {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Where a wall looks, for those outside of it who show others the same or are shown it. */
export interface Eye {
  /** What can be seen between the tools. */
  sight(): Sight
  /** Round everything on the wall. */
  whole(): Sight
  /** Round these notes; null while none of them stands there. */
  round(notes: readonly string[]): Sight | null
  /** Brings all of it into sight. */
  look(sight: Sight): void
  /** Whether the wall still looks where `look` sent it: nobody has moved it since. */
  isKept(): boolean
  onMove(listener: () => void): () => void
  /** A point of the board as a point of the page, and back. */
  toPage(point: readonly [number, number]): readonly [number, number]
  toBoard(page: { readonly clientX: number; readonly clientY: number }): readonly [number, number]
}

const eyes = new WeakMap<BoardUiStore, Eye>()
const listeners = new Set<() => void>()

/** For a wall: lends its eye for as long as it is on screen. */
export function lendEye(ui: BoardUiStore, eye: Eye): () => void {
  eyes.set(ui, eye)
  wake()
  return () => {
    if (eyes.get(ui) === eye) eyes.delete(ui)
    wake()
  }
}

/** The eye of a board's wall; null while it is not on screen. */
export const useEye = (ui: BoardUiStore): Eye | null =>
  useSyncExternalStore(subscribe, () => eyes.get(ui) ?? null)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function wake(): void {
  for (const listener of listeners) listener()
}
