import type { Point } from './geometry.ts'

const radius = 7

/** A line through the points with rounded corners, as SVG path data. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first[0]} ${first[1]}`
  rest.forEach((point, index) => {
    const before = points[index] as Point
    const after = rest[index + 1]
    if (!after) {
      path += `L${point[0]} ${point[1]}`
      return
    }
    const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    const [inX, inY] = towards(point, before, r)
    const [outX, outY] = towards(point, after, r)
    path += `L${inX} ${inY}Q${point[0]} ${point[1]} ${outX} ${outY}`
  })
  return path
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])
function towards(from: Point, to: Point, by: number): Point {
  const all = distance(from, to)
  if (all === 0) return from
  return [round(from[0] + ((to[0] - from[0]) * by) / all), round(from[1] + ((to[1] - from[1]) * by) / all)]
}
const round = (value: number) => Math.round(value * 10) / 10

/** The middle of the longest stretch: where a label or a button sits best. */
export function middleOf(points: readonly Point[]): Point {
  let best: Point = points[0] ?? [0, 0]
  let longest = -1
  points.slice(1).forEach((point, index) => {
    const before = points[index] as Point
    const length = distance(before, point)
    if (length <= longest) return
    longest = length
    best = [(before[0] + point[0]) / 2, (before[1] + point[1]) / 2]
  })
  return best
}
