import type { Direction, DropInput, DropTarget, LayoutGrip, ListArea, WallLink } from '../layout.ts'
import { dropIntoList, listUnder, nearestIn, noteUnder, refusal, slotIn, slotPoints } from '../shared/drop.ts'
import { center, contains, grow, type Point } from '../shared/geometry.ts'
import { readChain } from './derived.ts'
import { laneLabel, laneOf, type TimelineLayout } from './lanes.ts'

/** How near to a connector counts as on it, in board units. */
const reach = 12

/**
 * What letting go means on the path: onto a card "this needs it", onto a connector "in between", onto another
 * thread, into an earlier column, up or down in its column, or into a list.
 */
function dropOnTimeline(drop: DropInput): DropTarget | null {
  const { input, ids, actions, arranged } = drop
  const { words } = input
  if (arranged.lists.length === 0) return refusal('plan', null, words.t('surface.drop.planIsDerived'))
  const over = noteUnder(drop)
  if (over !== null) {
    const decision = actions.decideDrop(ids, over)
    const rect = arranged.boxes.get(over) ?? null
    const list = areaOf(arranged.lists, over)
    if (decision.does === 'link') {
      return {
        key: `note:${over}`,
        rect,
        words: words.t('surface.drop.needs', { text: textOf(drop, over) }),
        allowed: true,
        perform: (all) => all.dropOnNote(ids, over),
      }
    }
    if (!list?.place) return refusal(`note:${over}`, rect, words.t('surface.drop.nowhere'))
  }
  const link = ids.length === 1 ? linkUnder(arranged.links, drop.point, ids[0] as string) : null
  if (link) {
    const id = ids[0] as string
    return {
      key: `link:${link.id}`,
      rect: grow({ x: link.middle[0], y: link.middle[1], w: 0, h: 0 }, 16),
      words: words.t('surface.drop.between'),
      allowed: true,
      perform: (all) => all.dropOnLink(id, link.id),
    }
  }
  const list = listUnder(drop)
  if (!list) return refusal('nowhere', null, words.t('surface.drop.nowhere'))
  return list.place ? dropIntoList(drop, list) : dropOnPath(drop, list)
}

const textOf = ({ input }: DropInput, id: string) =>
  input.board.notes.find((note) => note.id === id)?.text.trim() ?? ''
const areaOf = (lists: readonly ListArea[], id: string) => lists.find((list) => list.ids.includes(id))

/** A connector of the chain near the point that does not end at the held note. */
function linkUnder(links: readonly WallLink[], point: Point, held: string): WallLink | null {
  const near = links.find(
    (link) =>
      link.splits &&
      link.from !== held &&
      link.to !== held &&
      contains(grow(link.bounds, reach), point) &&
      isOnPath(link.path, point),
  )
  return near ?? null
}

/** Connectors are made of level and upright stretches; their corners are all that path data needs to say. */
function isOnPath(path: string, [x, y]: Point): boolean {
  const numbers = path.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []
  for (let at = 0; at + 3 < numbers.length; at += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = numbers.slice(at, at + 4)
    const box = { x: Math.min(ax, bx), y: Math.min(ay, by), w: Math.abs(ax - bx), h: Math.abs(ay - by) }
    if (contains(grow(box, reach), [x, y])) return true
  }
  return false
}

function dropOnPath(drop: DropInput, area: ListArea): DropTarget | null {
  const { input, ids, arranged } = drop
  const layout = input.kind.layout as TimelineLayout
  const { words } = input
  const chain = readChain(input.derived())
  const [laneId = '', depthText = ''] = area.key.slice('lane:'.length).split('/')
  const lane = laneId === '' ? null : laneId
  const depth = Number(depthText)
  const id = ids.length === 1 ? ids[0] : undefined
  const note = id === undefined ? undefined : input.board.notes.find((one) => one.id === id)
  if (!note || note.kind !== layout.chain.step) {
    const areSteps = ids.every(
      (one) => input.board.notes.find(({ id: other }) => other === one)?.kind === layout.chain.step,
    )
    if (lane === null || !areSteps) return refusal(area.key, area.rect, words.t('surface.drop.nowhere'))
    return laneTarget(drop, area, lane)
  }
  const now = chain.depth.get(note.id)
  if (now === undefined) return refusal(area.key, area.rect, words.t('surface.drop.unplaced'))
  const isSameLane = laneOf(note, layout) === lane
  if (depth === now && isSameLane) {
    const { index, slot } = slotIn(drop, area)
    return {
      key: `${area.key}@${index}`,
      rect: area.rect,
      ...(slot ? { slot } : {}),
      words: words.t('surface.drop.order'),
      allowed: true,
      perform: (actions) => actions.reorder(note.id, area.ids, index),
    }
  }
  if (depth === now && lane !== null) return laneTarget(drop, area, lane)
  const label = laneLabel(input, lane)
  return {
    key: area.key,
    rect: area.rect,
    words: words.t(depth > now ? 'surface.drop.earlier' : 'surface.drop.later', { depth, lane: label }),
    allowed: arranged.boxes.has(note.id),
    perform(actions) {
      if (depth > now && !isSameLane && lane !== null) {
        actions.edit([note.id], { fields: { [layout.chain.lane]: lane, [layout.chain.minDepth]: depth } })
      } else actions.moveToDepth(note.id, depth)
    },
  }
}

function laneTarget({ input, ids }: DropInput, area: ListArea, lane: string): DropTarget {
  return {
    key: area.key,
    rect: area.rect,
    words: input.words.t('surface.drop.lane', { lane: area.label }),
    allowed: true,
    perform: (actions) => actions.moveToLane(ids, lane),
  }
}

function nextStopOnTimeline(drop: DropInput, direction: Direction, far: boolean): Point | null {
  const columns = drop.arranged.lists.map(({ rect }) => center(rect))
  const cards = [...drop.arranged.boxes].flatMap(([id, box]) => (drop.ids.includes(id) ? [] : [center(box)]))
  const here = listUnder(drop)
  if (far) return nearestIn(columns, here ? center(here.rect) : drop.point, direction)
  return nearestIn([...slotPoints(drop), ...cards], drop.point, direction)
}

/**
 * Arrow keys follow links: towards victory and towards today along the reading direction, and to the cards
 * above and below in the column.
 */
function chainNeighbour(
  { input }: Pick<DropInput, 'arranged' | 'input'>,
  id: string,
  direction: Direction,
): string | null {
  const layout = input.kind.layout as TimelineLayout
  if (direction === 'up' || direction === 'down') return null
  const towardVictory = (direction === 'right') === (input.dir === 'ltr')
  const { link, end, before } = layout.chain
  const chain = readChain(input.derived())
  const hasInstant = input.board.notes.some((note) => note.id === before)
  if (id === end) return towardVictory ? null : hasInstant ? before : null
  const isPlaced = (one: string) => chain.depth.has(one) || one === end || one === before
  const links = input.board.links.filter(({ kind }) => kind === link)
  if (towardVictory) {
    if (id === before) return end
    const next = links.find(({ to, from }) => to === id && isPlaced(from))?.from ?? null
    return next === end && hasInstant ? before : next
  }
  const mine = links.filter(
    ({ from, to }) => (from === id || (id === before && from === end)) && isPlaced(to),
  )
  return mine[0]?.to ?? null
}

export const timelineGrip: LayoutGrip = {
  dropAt: dropOnTimeline,
  nextStop: nextStopOnTimeline,
  neighbour: chainNeighbour,
}
