/** Deepest value a note's field or a board's setting may hold. */
const deepest = 4
/** Most characters of one such value as JSON, where nothing else is said. */
const longest = 20_000

/**
 * Whether a value is small plain JSON: nothing nested without end, no key that would reach a prototype. Safe
 * to call with anything that `JSON.parse` made.
 */
export function isPlainJson(value: unknown, most: number = longest): boolean {
  return isShallow(value, deepest) && JSON.stringify(value).length <= most
}

function isShallow(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((one) => isShallow(one, depth - 1))
  return Object.entries(value).every(([key, one]) => key !== '__proto__' && isShallow(one, depth - 1))
}
