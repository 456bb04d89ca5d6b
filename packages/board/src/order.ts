import { generateNKeysBetween } from 'fractional-indexing'
import { byOrder, type Ordered } from './by-order.ts'

/**
 * `count` order keys that put new things before `index` of the sorted `list`.
 * Neighbours with equal or unreadable keys are stepped over, so an answer always exists.
 */
export function orderKeysAt(list: readonly Ordered[], index: number, count = 1): string[] {
  const keys = list.map((item) => item.order).filter(isOrderKey)
  const skipped = list.slice(0, index).filter((item) => !isOrderKey(item.order)).length
  const at = Math.max(0, Math.min(index - skipped, keys.length))
  const before = at > 0 ? (keys[at - 1] ?? null) : null
  const after = keys.slice(at).find((key) => before === null || key > before) ?? null
  return generateNKeysBetween(before, after, count)
}

/** `count` order keys behind everything in the list. */
export const orderKeysAtEnd = (list: readonly Ordered[], count = 1): string[] =>
  orderKeysAt([...list].sort(byOrder), list.length, count)

function isOrderKey(key: string): boolean {
  try {
    generateNKeysBetween(key, null, 1)
    return true
  } catch {
    return false
  }
}
