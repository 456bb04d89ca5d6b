import type { Note } from '@vispera/board'
import type { ArrangeInput, Arrangement, Box, ListArea } from '../layout.ts'
import { mirror, type Rect, union } from '../shared/geometry.ts'
import type { ListBlock, ListHead } from '../shared/list.ts'
import { byZone, sortOut } from '../shared/notes.ts'
import { zonePlacedElsewhere } from '../shared/tray.ts'
import { layZone } from '../shared/zone-list.ts'
import { layBands } from './bands.ts'
import { chainLinks } from './chain-links.ts'
import { type ChainFacts, readChain } from './derived.ts'
import { endHeights } from './ends.ts'
import type { TimelineFurniture } from './furniture-types.ts'
import { hangingSentences } from './hanging.ts'
import { type Lane, layLanes, type TimelineLayout } from './lanes.ts'
import {
  channel,
  columnX,
  headRule,
  headTop,
  laneHead,
  leastDepth,
  posterGap,
  posterWidth,
  sceneTop,
  sceneWidth,
  stepWidth,
  todayGap,
  todayWidth,
} from './measures.ts'

/** The path as it is worked on: victory at the end of reading, today at its beginning, threads as lanes. */
export function arrangeBackwards(input: ArrangeInput): Arrangement<TimelineFurniture> {
  const layout = input.kind.layout as TimelineLayout
  const flip = input.dir === 'rtl' ? -1 : 1
  const turn = <T extends Rect>(rect: T): T => (flip === 1 ? rect : mirror(rect))
  const chain = readChain(input.derived())
  const sorted = sortOut(input.board.notes)
  const onPath = new Map(sorted.shown.filter(({ id }) => chain.depth.has(id)).map((note) => [note.id, note]))
  const lanes = layLanes(input, layout, chain, onPath)
  const floor = lanes.reduce((y, lane) => Math.max(y, lane.y + lane.h), 0)

  const boxes = new Map<string, Box>(lanes.flatMap((lane) => lane.boxes))
  for (const [id, box] of layEnds(input, layout, sorted.byId, chain)) boxes.set(id, box)
  const deepest = Math.max(leastDepth, ...chain.depth.values())
  const first = boxes.has(layout.chain.before) ? 2 : 1
  const todayX = columnX(deepest) - todayGap - todayWidth
  const start = todayX - 12 - laneHead

  const folded = new Set(lanes.flatMap((lane) => lane.stubs.flatMap((stub) => stub.ids)))
  const beside = sorted.shown.filter(({ id }) => !boxes.has(id) && !folded.has(id))
  // Looked at closely, the path stands alone.
  const side = input.isPart ? [] : laySide(input, layout, beside, chain, boxes)
  for (const block of side) for (const [id, box] of block.boxes) boxes.set(id, box)
  const links = chainLinks(input, layout, chain, boxes, lanes, todayX + 5, flip, sorted.topOf)
  const sentences = hangingSentences(input, chain, lanes, boxes)

  const turned = new Map([...boxes].map(([id, box]) => [id, turn(box)]))
  const furniture: TimelineFurniture = {
    mode: 'backwards',
    dir: input.dir,
    today: turn({ x: todayX, y: 0, w: todayWidth, h: floor }),
    columns: range(first, deepest).map((depth) => ({
      depth,
      rect: turn({ x: columnX(depth), y: headTop, w: stepWidth, h: headRule - headTop }),
    })),
    lanes: lanes.map((lane) => ({
      id: lane.id,
      label: lane.label,
      color: lane.color,
      meter: lane.meter,
      head: turn({ x: start, y: lane.y, w: laneHead, h: lane.h }),
      rect: turn({ x: start - 24, y: lane.y, w: -start + 24, h: lane.h }),
      count: [...lane.columns.values()].reduce((sum, ids) => sum + ids.length, 0),
      stubs: lane.stubs.map((stub) => ({ ...stub, rect: turn(stub.rect) })),
    })),
    bands: layBands(input, first, deepest).map((band) => ({ ...band, rect: turn(band.rect) })),
    sentences: sentences.map((sentence) => ({ ...sentence, rect: turn(sentence.rect) })),
    heads: side.map(({ head }) => turnHead(head, turn)),
    sideRule: turn(sideRule(side)),
    victoryReaches: chain.victoryReaches,
    rows: new Map(),
    parts: [],
    breaks: null,
  }
  const bounds = union([
    { x: start, y: headTop, w: 1, h: floor - headTop },
    ...furniture.heads.map(({ rect }) => turn(rect)),
    ...boxes.values(),
  ]) as Rect
  const lists = [
    ...side.map(({ area }) => ({ ...area, rect: turn(area.rect) })),
    ...laneAreas(lanes, turn, deepest, first),
  ]
  const frame = turn(bounds)
  const heart = Math.max(
    floor,
    ...[layout.chain.end, layout.chain.before].flatMap((id) => bottomOf(boxes.get(id))),
  )
  return {
    boxes: turned,
    furniture,
    links,
    lists,
    bounds: frame,
    home: { ...frame, h: heart - frame.y + 12 },
    readingOrder: readingOrder(chain, layout, side, turned),
  }
}

/** The two anchored cards. They grow downwards from the line of the column heads. */
function layEnds(
  input: ArrangeInput,
  { chain: { end, before } }: TimelineLayout,
  notes: ReadonlyMap<string, Note>,
  chain: ChainFacts,
): [string, Box][] {
  const found: [string, Box][] = []
  const scene = notes.get(before)
  const poster = notes.get(end)
  const heights = endHeights(input, scene, poster, chain.victoryReaches)
  if (scene) {
    found.push([
      before,
      { x: 0, y: sceneTop, w: sceneWidth, h: heights.scene, look: 'scene', color: 'chalk', z: 1 },
    ])
  }
  if (poster) {
    const x = sceneWidth + posterGap
    found.push([
      end,
      { x, y: headTop, w: posterWidth, h: heights.poster, look: 'poster', color: 'sun', z: 1 },
    ])
  }
  return found
}

const sideTop = 44

/** Lists under the two anchored cards: unplaced steps first. */
function laySide(
  input: ArrangeInput,
  layout: TimelineLayout,
  beside: readonly Note[],
  chain: ChainFacts,
  boxes: ReadonlyMap<string, Box>,
): ListBlock[] {
  const w = sceneWidth + posterGap + posterWidth
  const tray = input.kind.zones.find((zone) => zone.tray)?.id
  const unplaced = new Set(chain.unplaced)
  const listed = byZone(beside, (note) =>
    unplaced.has(note.id) || zonePlacedElsewhere(note, layout.side) ? tray : undefined,
  )
  let y =
    Math.max(0, ...[layout.chain.end, layout.chain.before].flatMap((id) => bottomOf(boxes.get(id)))) + sideTop
  return layout.side.flatMap((id) => {
    const zone = input.kind.zones.find((one) => one.id === id)
    if (!zone) return []
    const notes = listed.get(id) ?? []
    const block = layZone(input, { zone, notes, x: 0, y, w, least: 0, columns: notes.length === 1 ? 1 : 2 })
    y = block.rect.y + block.rect.h + 14
    return [block]
  })
}

const bottomOf = (box: Box | undefined): number[] => (box ? [box.y + box.h] : [])

function sideRule(side: readonly ListBlock[]): Rect {
  const top = side[0]?.rect ?? { x: 0, y: 0, w: 0, h: 0 }
  return { x: top.x, y: top.y - 8, w: top.w, h: 4 }
}

const turnHead = (head: ListHead, turn: <T extends Rect>(rect: T) => T): ListHead => ({
  ...head,
  rect: turn(head.rect),
  emptySlot: head.emptySlot && turn(head.emptySlot),
})

/** Every column of every lane takes drops. */
function laneAreas(
  lanes: readonly Lane[],
  turn: <T extends Rect>(rect: T) => T,
  deepest: number,
  first: number,
): ListArea[] {
  return lanes.flatMap((lane) =>
    range(first, deepest + 1).map((depth) => ({
      key: `lane:${lane.id ?? ''}/${depth}`,
      rect: turn({ x: columnX(depth) - channel / 2, y: lane.y, w: stepWidth + channel, h: lane.h }),
      ids: lane.columns.get(depth) ?? [],
      run: 'down' as const,
      label: lane.label,
    })),
  )
}

/** From victory back to today, column by column; then the lists. */
function readingOrder(
  chain: ChainFacts,
  { chain: { end, before } }: TimelineLayout,
  side: readonly ListBlock[],
  boxes: ReadonlyMap<string, Box>,
): string[] {
  const path = [...chain.order].reverse()
  const byColumn = path.toSorted(
    (a, b) =>
      (chain.depth.get(a) ?? 0) - (chain.depth.get(b) ?? 0) ||
      (boxes.get(a)?.y ?? 0) - (boxes.get(b)?.y ?? 0),
  )
  const all = [end, before, ...byColumn, ...side.flatMap(({ area }) => area.ids)]
  return [...new Set(all)].filter((id) => boxes.has(id))
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
