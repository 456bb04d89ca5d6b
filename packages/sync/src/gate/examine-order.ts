import * as Y from 'yjs'
import { refuse } from './refusal.ts'

/** Mostly nothing stands between two neighbours but what was just put there. */
const fewSteps = 64

/**
 * Looks at items that have been integrated, within the transaction that did it, and refuses one that stands between
 * two others of which the right one comes first, or which are the same: Yjs would have put it elsewhere on the next
 * machine. What is between two others that are new themselves can only be known once all of it has its place.
 */
export function examineOrder(items: readonly Y.Item[], { store }: Y.Doc) {
  const places = new Map<Y.Item, number>()

  function isBefore(left: Y.Item, right: Y.Item): boolean {
    let steps = 0
    for (let item: Y.Item | null = left.right; item; item = item.right) {
      if (item === right) return true
      steps += 1
      if (steps === fewSteps) return placeOf(left) < placeOf(right)
    }
    return false
  }

  /** Where an item stands in its list, which is walked once. */
  function placeOf(item: Y.Item): number {
    if (!places.has(item)) {
      let first = item
      while (first.left) first = first.left
      let place = 0
      for (let next: Y.Item | null = first; next; next = next.right) {
        places.set(next, place)
        place += 1
      }
    }
    return places.get(item) ?? -1
  }

  for (const { id, origin, rightOrigin } of items) {
    // Where its parent is gone nothing is kept of it but its length.
    if (!origin || !rightOrigin || !(Y.getItem(store, id) instanceof Y.Item)) continue
    const [left, right] = [Y.getItem(store, origin), Y.getItem(store, rightOrigin)]
    const isBetween = left instanceof Y.Item && right instanceof Y.Item && isBefore(left, right)
    if (!isBetween) refuse('wrong-place')
  }
}
