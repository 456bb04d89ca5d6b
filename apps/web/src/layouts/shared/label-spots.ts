import type { Box, WallLink } from '../layout.ts'
import { grow, overlaps, type Point, type Rect, union } from './geometry.ts'
import type { Measure, TextStyle } from './measure.ts'

/** How a verb on a line is set. */
const face: TextStyle = { size: 16.5, weight: 600, face: 'text', line: 1.6 }
const padding = 22
/** Room kept between a verb and the words of a note. */
const air = 4
/** Where on a line a verb may stand, the middle first; nearer to its ends it would hide what it joins. */
const steps = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.15, 0.85]

/**
 * Moves the verbs of links along their lines to where they cover no note and no other verb; where there is no such
 * place, beside the line, or at last to where they cover least. Links without a verb stay the same objects.
 */
export function spreadLabels(
  links: readonly WallLink[],
  boxes: ReadonlyMap<string, Box>,
  measure: Measure,
): readonly WallLink[] {
  if (!links.some(({ label }) => label)) return links
  const taken: Rect[] = []
  return links.map((link) => {
    if (!link.label) return link
    const w = measure.width(link.label, face) + padding
    const h = face.size * face.line + 2
    const ends = union([link.bounds, { x: link.middle[0], y: link.middle[1], w: 0, h: 0 }]) ?? link.bounds
    const near = [...boxes.values(), ...taken].filter((box) => overlaps(box, grow(ends, w)))
    const around = ([x, y]: Point): Rect => ({ x: x - w / 2, y: y - h / 2, w, h })
    const middle = bestOf(spotsOn(link, h), (spot) => covered(grow(around(spot), air), near))
    taken.push(around(middle))
    return { ...link, middle }
  })
}

/** The middle of a link and then more and more far from it, on the line and close beside it. */
function spotsOn({ path, middle }: WallLink, h: number): Point[] {
  const at = pointsOf(path)
  const on = steps.map(at)
  const beside = on.flatMap(([x, y]): Point[] => [
    [x, y - h],
    [x, y + h],
  ])
  return [middle, ...on, ...beside]
}

function bestOf(spots: readonly Point[], cost: (spot: Point) => number): Point {
  let best = spots[0] as Point
  let least = Number.POSITIVE_INFINITY
  for (const spot of spots) {
    const costs = cost(spot)
    if (costs < least) {
      best = spot
      least = costs
    }
    if (least === 0) break
  }
  return best
}

/** How much of others a rectangle lies on. */
function covered(rect: Rect, others: readonly Rect[]): number {
  let sum = 0
  for (const { x, y, w, h } of others) {
    const wide = Math.min(rect.x + rect.w, x + w) - Math.max(rect.x, x)
    const high = Math.min(rect.y + rect.h, y + h) - Math.max(rect.y, y)
    if (wide > 0 && high > 0) sum += wide * high
  }
  return sum
}

/** A point on a line by its share of the way: on a curve as it is drawn, else from corner to corner. */
function pointsOf(path: string): (share: number) => Point {
  const numbers = path.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []
  const corners = Array.from(
    { length: Math.floor(numbers.length / 2) },
    (_, i): Point => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0],
  )
  const [a, b, c, d] = corners
  if (path.includes('C') && a && b && c && d)
    return (t) => [curveAt(a, b, c, d, t, 0), curveAt(a, b, c, d, t, 1)]
  const lengths = corners.slice(1).map((point, index) => distance(corners[index] as Point, point))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  return (share) => {
    let left = share * whole
    for (const [index, length] of lengths.entries()) {
      const from = corners[index] as Point
      const to = corners[index + 1] as Point
      if (left <= length && length > 0)
        return [from[0] + ((to[0] - from[0]) * left) / length, from[1] + ((to[1] - from[1]) * left) / length]
      left -= length
    }
    return corners.at(-1) ?? [0, 0]
  }
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

function curveAt(a: Point, b: Point, c: Point, d: Point, t: number, axis: 0 | 1): number {
  const u = 1 - t
  return u * u * u * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t * t * t * d[axis]
}
