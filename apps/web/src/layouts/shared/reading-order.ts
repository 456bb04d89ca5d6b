import type { Box, ListArea } from '../layout.ts'

/** Notes whose middles are this close in height are one row. */
const sameRow = 44

/**
 * The order in which eyes go over a wall: what belongs together first (a theme's heading, then its notes),
 * groups and single notes from top to bottom and along the row.
 */
export function eyeOrder(
  boxes: ReadonlyMap<string, Box>,
  lists: readonly ListArea[],
  dir: 'ltr' | 'rtl' = 'ltr',
): string[] {
  const grouped = new Set<string>()
  const stops: { x: number; y: number; ids: readonly string[] | string }[] = []
  for (const list of lists) {
    const head = list.key.startsWith('theme:') ? [list.key.slice('theme:'.length)] : []
    const ids = [...head, ...list.ids].filter((id) => boxes.has(id) && !grouped.has(id))
    for (const id of ids) grouped.add(id)
    if (ids.length > 0) stops.push({ x: list.rect.x, y: list.rect.y, ids })
  }
  for (const [id, box] of boxes) if (!grouped.has(id)) stops.push({ x: box.x, y: box.y, ids: id })
  const along = dir === 'ltr' ? 1 : -1
  stops.sort((a, b) => a.y - b.y || along * (a.x - b.x))
  return rows(stops).flatMap((row) => row.sort((a, b) => along * (a.x - b.x)).flatMap(({ ids }) => ids))
}

/** Cuts a list sorted by height into rows; a row starts where something stands clearly lower than its first. */
function rows<T extends { readonly y: number }>(sorted: readonly T[]): T[][] {
  const found: T[][] = []
  let start = Number.NEGATIVE_INFINITY
  for (const stop of sorted) {
    if (found.length === 0 || stop.y - start > sameRow) {
      found.push([])
      start = stop.y
    }
    found.at(-1)?.push(stop)
  }
  return found
}
