import type { Point, Rect } from '../shared/geometry.ts'
import { groupBy } from '../shared/group-by.ts'

/** One connector to be drawn: from the right side of what comes first to the left side of what needs it. */
export interface Run {
  readonly id: string
  readonly first: Rect
  readonly last: Rect
  /** Edges between lanes, from top to bottom: where a long run may pass without crossing cards. */
  readonly corridors: readonly number[]
}

const maxTracks = 6

/**
 * Routes connectors at right angles. Every run turns in the channel in front of the card that needs it, each
 * on its own track; runs over several columns pass along a lane's edge.
 */
export function routeRuns(runs: readonly Run[], channelWidth: number): Map<string, readonly Point[]> {
  const outs = ports(
    runs,
    (run) => run.first,
    (run) => run.last,
  )
  const ins = ports(
    runs,
    (run) => run.last,
    (run) => run.first,
  )
  const tracks = trackOf(runs, (run) => run.last.x)
  const leaving = trackOf(runs, (run) => run.first.x + run.first.w)
  const found = new Map<string, readonly Point[]>()
  for (const run of runs) {
    const start: Point = [run.first.x + run.first.w, outs.get(run.id) ?? 0]
    const end: Point = [run.last.x, ins.get(run.id) ?? 0]
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
  { last }: Run,
  index: number,
  channelWidth: number,
): readonly Point[] {
  const out = Math.max(start[0], end[0] + last.w) + track(index, channelWidth)
  return [start, [out, start[1]], [out, end[1]], [end[0] + last.w, end[1]]]
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
  for (const group of groupBy(runs, (run) => sideKey(mine(run))).values()) {
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
  for (const group of groupBy(runs, channelAt).values()) {
    const sorted = group.toSorted(
      (a, b) => b.first.y - a.first.y || a.last.y - b.last.y || (a.id < b.id ? -1 : 1),
    )
    const offset = Math.max(0, Math.floor((maxTracks - sorted.length) / 2))
    sorted.forEach((run, index) => {
      tracks.set(run.id, offset + index)
    })
  }
  return tracks
}
