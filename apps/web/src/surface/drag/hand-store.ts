import type { DropTarget } from '../../layouts/layout.ts'
import type { Point } from '../../layouts/shared/geometry.ts'

/** What this person holds right now, and where letting go would put it. Outside React. */
export interface Held {
  /** What moves as one: the notes themselves and what belongs to them (a theme's notes). */
  readonly ids: ReadonlySet<string>
  /** What is being moved. */
  readonly moved: readonly string[]
  readonly by: 'pointer' | 'keyboard'
}

export interface HandStore {
  held(): Held | null
  /** How far the held notes are from their place, in board units. */
  offset(): Point
  target(): DropTarget | null
  hold(held: Held | null): void
  /** Wakes `onOffset` only; React does not hear of it. */
  move(offset: Point): void
  aim(target: DropTarget | null): void
  /** Wakes when something is taken up, let go, or aimed elsewhere. */
  subscribe(listener: () => void): () => void
  onOffset(listener: (offset: Point) => void): () => void
}

export function createHand(): HandStore {
  let held: Held | null = null
  let offset: Point = [0, 0]
  let target: DropTarget | null = null
  const listeners = new Set<() => void>()
  const movers = new Set<(offset: Point) => void>()
  const wake = () => {
    for (const listener of listeners) listener()
  }
  return {
    held: () => held,
    offset: () => offset,
    target: () => target,
    hold(next) {
      held = next
      offset = [0, 0]
      target = null
      wake()
    },
    move(next) {
      offset = next
      for (const mover of movers) mover(next)
    },
    aim(next) {
      if (next?.key === target?.key && next?.allowed === target?.allowed) {
        target = next
        return
      }
      target = next
      wake()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onOffset(listener) {
      movers.add(listener)
      return () => movers.delete(listener)
    },
  }
}
