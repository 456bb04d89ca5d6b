import { type Drawing, encodeStrokes, maxDrawingSide, maxStrokesLength, type Stroke } from '@vispera/board'

export type Point = readonly [x: number, y: number]

/** How far, in the drawing's own units, a line may come to lie beside where the hand went. */
const finest = 1.4
/** Each time a drawing is too long, its lines become this much plainer. */
const plainer = 1.6
const plainest = 14

/** The points that say where a line goes (Ramer, Douglas and Peucker), as whole numbers. */
export function simplify(points: readonly Point[], tolerance = finest): Point[] {
  const kept = new Set([0, points.length - 1])
  // Without recursion: a hand that never rests draws lines of thousands of points.
  const spans: [from: number, to: number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const [start, end] = [points[from], points[to]]
    if (!start || !end) continue
    let farthest = -1
    let most = tolerance
    for (let at = from + 1; at < to; at++) {
      const off = distance(points[at] ?? start, start, end)
      if (off <= most) continue
      most = off
      farthest = at
    }
    if (farthest < 0) continue
    kept.add(farthest)
    spans.push([from, farthest], [farthest, to])
  }
  const rounded = points
    .filter((_, at) => kept.has(at))
    .map(([x, y]): Point => [Math.round(x), Math.round(y)])
  return rounded.filter(([x, y], at) => at === 0 || x !== rounded[at - 1]?.[0] || y !== rounded[at - 1]?.[1])
}

/** From a point to the line between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** The strokes, made plainer until they fit into a note; null when even the plainest do not. */
export function fitted(strokes: readonly Stroke[]): readonly Stroke[] | null {
  let fit = strokes
  for (let tolerance = finest * plainer; encodeStrokes(fit).length > maxStrokesLength; tolerance *= plainer) {
    if (tolerance > plainest) return null
    const within = tolerance
    fit = strokes.map((stroke) => ({ ...stroke, points: simplify(stroke.points, within) }))
  }
  return fit
}

const margin = 14
/** A small drawing keeps some paper round it, so that it is not blown up. */
const least = { width: 280, height: 160 }

/** A drawing of its strokes alone, without the paper that nobody drew on. */
export function asDrawing(strokes: readonly Stroke[], alt: string): Drawing {
  const xs = strokes.flatMap(({ points, width }) => points.flatMap(([x]) => [x - width, x + width]))
  const ys = strokes.flatMap(({ points, width }) => points.flatMap(([, y]) => [y - width, y + width]))
  const across = extent(xs, least.width)
  const down = extent(ys, least.height)
  const moved = strokes.map(({ points, ...pen }) => ({
    ...pen,
    points: points.map(([x, y]): Point => [x - across.from, y - down.from]),
  }))
  return { kind: 'drawing', alt, width: across.length, height: down.length, strokes: encodeStrokes(moved) }
}

function extent(values: readonly number[], atLeast: number): { from: number; length: number } {
  // Without spreading: a drawing has more points than a call takes arguments.
  const from = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) - margin
  const to = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + margin
  const length = Math.min(maxDrawingSide, Math.max(atLeast, to - from))
  return { from: Math.round(from - (length - (to - from)) / 2), length: Math.round(length) }
}
