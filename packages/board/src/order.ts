import { generateNKeysBetween } from 'fractional-indexing'

/** Anything that stands in an ordered list. */
export interface Ordered {
  readonly id: string
  readonly order: string
}

/** Order key first, then id: two people who insert at the same spot at once get the same key. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

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
