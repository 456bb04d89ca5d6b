import { isPointPlace, type Note, type Place, type PointPlace } from '@vispera/board'
import type { BoardUiStore } from '../board-ui/board-ui.ts'

type FindSpot = (count: number, height?: number) => readonly PointPlace[]
const finders = new WeakMap<BoardUiStore, FindSpot>()

/**
 * The surface says where new notes may stand on free ground (in sight, and not on other notes); answers how
 * to take that back. Without it, notes go below everything else.
 */
export function offerNewNoteSpots(ui: BoardUiStore, find: FindSpot): () => void {
  finders.set(ui, find)
  return () => {
    if (finders.get(ui) === find) finders.delete(ui)
  }
}

/** Spots for `count` new notes on free ground; `height`, in board units, is what one of them takes. */
export function newNoteSpots(
  ui: BoardUiStore,
  notes: Iterable<Note>,
  count: number,
  height?: number,
): readonly PointPlace[] {
  const offered = finders.get(ui)?.(count, height)
  return offered && offered.length === count ? offered : spotsBelow(notes, count)
}

type FindPlace = (at: { readonly clientX: number; readonly clientY: number }) => Place | undefined
const placeFinders = new WeakMap<BoardUiStore, FindPlace>()

/** The surface says where a note would stand that is let go at a point of the page; answers how to take that back. */
export function offerPlaceAtPoint(ui: BoardUiStore, find: FindPlace): () => void {
  placeFinders.set(ui, find)
  return () => {
    if (placeFinders.get(ui) === find) placeFinders.delete(ui)
  }
}

export const placeAtPoint = (ui: BoardUiStore, at: Parameters<FindPlace>[0]): Place | undefined =>
  placeFinders.get(ui)?.(at)

/** Board units; a note is 170 wide (see the look) and two lines of words fit in a row. */
const across = 190
const down = 150
const perRow = 6

/** Rows of six under the lowest note. */
export function spotsBelow(notes: Iterable<Note>, count: number): PointPlace[] {
  let lowest = -down
  let start = Number.POSITIVE_INFINITY
  for (const { place } of notes) {
    if (!isPointPlace(place)) continue
    lowest = Math.max(lowest, place.y)
    start = Math.min(start, place.x)
  }
  const x = Number.isFinite(start) ? start : 0
  return Array.from({ length: count }, (_, index) => ({
    x: x + (index % perRow) * across,
    y: lowest + down * (1 + Math.floor(index / perRow)),
  }))
}
