import type { ArrangeInput, Box, WallLink } from '../layout.ts'
import { around, sentenceOf } from '../shared/curve.ts'
import type { Point, Rect } from '../shared/geometry.ts'
import { middleOf, roundedPath } from '../shared/path.ts'
import type { ChainFacts } from './derived.ts'
import type { Lane, TimelineLayout } from './lanes.ts'
import { channel } from './measures.ts'
import { type Run, routeRuns } from './route.ts'

/** Room between an arrow's tip and the card. */
const tip = 3

/**
 * The connectors of the path: from every step to what needs it, from today to the steps that stand on it,
 * from the instant before to victory. Mirrored with `flip` (-1 for right-to-left readers).
 */
export function chainLinks(
  input: ArrangeInput,
  layout: TimelineLayout,
  chain: ChainFacts,
  boxes: ReadonlyMap<string, Box>,
  lanes: readonly Lane[],
  today: number,
  flip: 1 | -1,
  topOf: (id: string) => string,
): WallLink[] {
  const { link: needs, end, before } = layout.chain
  const hasInstant = boxes.has(before)
  const cycle = new Map(chain.cycles.flatMap((members, index) => members.map((id) => [id, index] as const)))
  const corridors = [...lanes.map(({ y }) => y), ...lanes.slice(-1).map(({ y, h }) => y + h)]
  const stubs = lanes.flatMap((lane) => lane.stubs)
  const stubOf = new Map(stubs.flatMap((stub) => stub.ids.map((id) => [id, stub] as const)))
  const rectOf = (id: string): Rect | undefined => boxes.get(id) ?? stubOf.get(id)?.rect
  const nameOf = (id: string) => stubOf.get(id)?.key ?? id
  const runs: (Run & { readonly from: string; readonly to: string })[] = []
  const seen = new Set<string>()
  for (const stored of input.board.links) {
    if (stored.kind !== needs) continue
    // Links of notes that lie in a stack are drawn at the one on top.
    const link = { ...stored, from: topOf(stored.from), to: topOf(stored.to) }
    // What victory needs directly is drawn behind the instant before, when there is one.
    const target = hasInstant && link.from === end ? before : link.from
    const first = rectOf(link.to)
    const last = rectOf(target)
    const isPlaced = (id: string) => chain.depth.has(id) || id === end || id === before
    // Several links between what is folded away are one line.
    const key = `${nameOf(link.to)} ${nameOf(target)}`
    if (!first || !last || first === last || !isPlaced(link.to) || !isPlaced(target) || seen.has(key))
      continue
    seen.add(key)
    runs.push({ id: link.id, first, last, corridors, from: target, to: link.to })
  }
  const disagrees = new Set(chain.disagreements.filter(({ kept }) => !kept).map(({ link }) => link))
  const routes = routeRuns(runs, channel)
  const byId = new Map(input.board.links.map((link) => [link.id, link]))
  let told = false
  const links = runs.map((run): WallLink => {
    const points = routes.get(run.id) ?? []
    const isReturn = cycle.has(run.from) && cycle.get(run.from) === cycle.get(run.to)
    const stored = byId.get(run.id)
    const says = isReturn && !told ? input.words.t('surface.timeline.cycle') : undefined
    if (says) told = true
    return {
      ...drawn(run.id, run.from, run.to, points, flip, isReturn ? -1 : 1),
      line: isReturn || hangs(chain, run.to, before) ? 'dashed' : 'solid',
      tone: isReturn ? 'return' : hangs(chain, run.to, before) ? 'hanging' : 'ink',
      sentence: stored ? sentenceOf(input, stored) : '',
      ...(stubOf.has(run.from) || stubOf.has(run.to) ? { derived: true } : { splits: true }),
      ...(says ? { label: says } : {}),
      ...(disagrees.has(run.id) ? { label: input.words.t('surface.timeline.datesDisagree') } : {}),
    }
  })
  return [
    ...links,
    ...instantLink(input, layout, boxes, flip),
    ...todayLinks(input, chain, rectOf, today, flip),
  ]
}

/** From the instant before straight to victory: always there, and not a link that anybody made. */
function instantLink(
  input: ArrangeInput,
  { chain: { end, before } }: TimelineLayout,
  boxes: ReadonlyMap<string, Box>,
  flip: 1 | -1,
): WallLink[] {
  const instant = boxes.get(before)
  const victory = boxes.get(end)
  if (!instant || !victory) return []
  const y = instant.y + instant.h / 2
  const points: Point[] = [
    [instant.x + instant.w + tip, y],
    [victory.x, y],
  ]
  return [
    {
      ...drawn('instant', end, before, points, flip, 1),
      line: 'solid',
      tone: 'ink',
      sentence: input.words.t('surface.timeline.instantLeads'),
      derived: true,
    },
  ]
}

/** A connector hangs when what it comes from does not stand on anything true today. */
const hangs = (chain: ChainFacts, from: string, before: string) =>
  from === before ? false : !chain.reaches.has(from)

function todayLinks(
  input: ArrangeInput,
  chain: ChainFacts,
  rectOf: (id: string) => Rect | undefined,
  today: number,
  flip: 1 | -1,
): WallLink[] {
  const waiting = new Set(
    input.board.links.filter(({ from }) => chain.depth.has(from)).map(({ from }) => from),
  )
  const links: WallLink[] = []
  const told = new Set<Rect>()
  for (const [id] of chain.depth) {
    const box = rectOf(id)
    if (!box || told.has(box) || waiting.has(id) || !chain.reaches.has(id)) continue
    told.add(box)
    const y = box.y + box.h / 2
    links.push({
      ...drawn(`today-${id}`, id, id, [[today, y] as Point, [box.x, y] as Point], flip, 1),
      line: 'solid',
      tone: 'ink',
      sentence: input.words.t('surface.timeline.standsOnToday'),
      derived: true,
    })
  }
  return links
}

function drawn(id: string, from: string, to: string, points: readonly Point[], flip: 1 | -1, enters: 1 | -1) {
  const last = points.length - 1
  const shown = points.map(([x, y], index): Point => [flip * (index === last ? x - enters * tip : x), y])
  return {
    id,
    from,
    to,
    path: roundedPath(shown),
    middle: middleOf(shown),
    bounds: around(shown) satisfies Rect,
  }
}
