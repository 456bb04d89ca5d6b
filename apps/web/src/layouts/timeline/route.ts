import type { Point, Rect } from '../shared/geometry.ts'

/** One connector to be drawn: from the right side of what comes first to the left side of what needs it. */
export interface Run {
  readonly id: string
  readonly first: Rect
  readonly then: Rect
  /** Edges between lanes, from top to bottom: where a long run may pass without crossing cards. */
  readonly corridors: readonly number[]
}

const maxTracks = 6
const radius = 7

/**
 * Routes connectors at right angles. Every run turns in the channel in front of the card that needs it, each
 * on its own track; runs over several columns pass along a lane's edge.
 */
export function routeRuns(runs: readonly Run[], channelWidth: number): Map<string, readonly Point[]> {
  const outs = ports(
    runs,
    (run) => run.first,
    (run) => run.then,
  )
  const ins = ports(
    runs,
    (run) => run.then,
    (run) => run.first,
  )
  const tracks = trackOf(runs, (run) => run.then.x)
  const leaving = trackOf(runs, (run) => run.first.x + run.first.w)
  const found = new Map<string, readonly Point[]>()
  for (const run of runs) {
    const start: Point = [run.first.x + run.first.w, outs.get(run.id) ?? 0]
    const end: Point = [run.then.x, ins.get(run.id) ?? 0]
    const turn = end[0] - channelWidth + track(tracks.get(run.id) ?? 0, channelWidth)
    if (end[0] <= start[0]) found.set(run.id, loop(start, end, run, leaving.get(run.id) ?? 0, channelWidth))
    else if (end[0] - start[0] <= channelWidth * 2)
      found.set(run.id, [start, [turn, start[1]], [turn, end[1]], end])
    else {
      const out = start[0] + track(leaving.get(run.id) ?? 0, channelWidth)
      const pass = corridor(run.corridors, start[1], end[1])
      found.set(run.id, [start, [out, start[1]], [out, pass], [turn, pass], [turn, end[1]], end])
    }
  }
  return found
}

/** Within one column (cards that wait for each other): out to the right and back in from there. */
function loop(
  start: Point,
  end: Point,
  { then }: Run,
  index: number,
  channelWidth: number,
): readonly Point[] {
  const out = Math.max(start[0], end[0] + then.w) + track(index, channelWidth)
  return [start, [out, start[1]], [out, end[1]], [end[0] + then.w, end[1]]]
}

const track = (index: number, width: number) => ((1 + (index % maxTracks)) * width) / (maxTracks + 1)

/** The lane edge nearest to where the run is going, on its way. */
function corridor(edges: readonly number[], from: number, to: number): number {
  const between = edges.filter((edge) => edge >= Math.min(from, to) && edge <= Math.max(from, to))
  const near = (candidates: readonly number[]) =>
    candidates.reduce((best, edge) => (Math.abs(edge - to) < Math.abs(best - to) ? edge : best))
  if (between.length > 0) return near(between)
  return edges.length > 0 ? near(edges) : from
}

/** Spreads the ends of several connectors along one side of a card, in the order of where they lead. */
function ports(
  runs: readonly Run[],
  mine: (run: Run) => Rect,
  other: (run: Run) => Rect,
): Map<string, number> {
  const heights = new Map<string, number>()
  for (const group of Map.groupBy(runs, (run) => sideKey(mine(run))).values()) {
    const sorted = group.toSorted((a, b) => other(a).y - other(b).y || (a.id < b.id ? -1 : 1))
    sorted.forEach((run, index) => {
      const { y, h } = mine(run)
      const inset = Math.min(26, h / 4)
      const step = sorted.length === 1 ? 0 : Math.min(26, (h - 2 * inset) / (sorted.length - 1))
      heights.set(run.id, y + h / 2 + (index - (sorted.length - 1) / 2) * step)
    })
  }
  return heights
}
const sideKey = ({ x, y }: Rect) => `${x} ${y}`

/** A track number for each run in its channel; runs from higher up turn further from their goal. */
function trackOf(runs: readonly Run[], channelAt: (run: Run) => number): Map<string, number> {
  const tracks = new Map<string, number>()
  for (const group of Map.groupBy(runs, channelAt).values()) {
    const sorted = group.toSorted(
      (a, b) => b.first.y - a.first.y || a.then.y - b.then.y || (a.id < b.id ? -1 : 1),
    )
    const offset = Math.max(0, Math.floor((maxTracks - sorted.length) / 2))
    sorted.forEach((run, index) => {
      tracks.set(run.id, offset + index)
    })
  }
  return tracks
}

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
