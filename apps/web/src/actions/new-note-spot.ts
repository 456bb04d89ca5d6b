import { isPointPlace, type Note, type PointPlace } from '@vispera/board'
import type { BoardUiStore } from '../board-ui/board-ui.ts'

type FindSpot = (count: number) => readonly PointPlace[]
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

/** Spots for `count` new notes on free ground. */
export function newNoteSpots(ui: BoardUiStore, notes: Iterable<Note>, count: number): readonly PointPlace[] {
  const offered = finders.get(ui)?.(count)
  return offered && offered.length === count ? offered : spotsBelow(notes, count)
}

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
