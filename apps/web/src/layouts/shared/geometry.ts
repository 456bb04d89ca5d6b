/** A rectangle in board units; y grows downwards. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
export type Point = readonly [x: number, y: number]

export const contains = (rect: Rect, [x, y]: Point): boolean =>
  x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

export const grow = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  w: rect.w + 2 * by,
  h: rect.h + 2 * by,
})

/** The smallest rectangle round all of them; null for none. */
export function union(rects: Iterable<Rect>): Rect | null {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const rect of rects) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.w)
    bottom = Math.max(bottom, rect.y + rect.h)
  }
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top }
}

export const center = (rect: Rect): Point => [rect.x + rect.w / 2, rect.y + rect.h / 2]

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

/** The rectangle as seen in a mirror standing at x = 0. */
export const mirror = <T extends Rect>(rect: T): T => ({ ...rect, x: -rect.x - rect.w })

/** Up to the next multiple of `step`, at least `least`: edges that follow content do so in jumps, not in creeps. */
export const stepUp = (value: number, step: number, least = 0): number =>
  Math.max(least, Math.ceil(value / step) * step)
