import type { Direction, DropInput, DropTarget, ListArea } from '../layout.ts'
import { center, contains, type Point, type Rect } from './geometry.ts'

/** The note under the pointer, none of those in the hand. Cards in front win. */
export function noteUnder(
  { arranged, ids, point }: DropInput,
  held: ReadonlySet<string> = new Set(ids),
): string | null {
  let found: string | null = null
  let height = Number.NEGATIVE_INFINITY
  for (const [id, box] of arranged.boxes) {
    if (held.has(id) || !contains(box, point) || (box.z ?? 0) < height) continue
    height = box.z ?? 0
    found = id
  }
  return found
}

/** The smallest list area at a point. */
export function listUnder({ arranged, point }: Pick<DropInput, 'arranged' | 'point'>): ListArea | null {
  let found: ListArea | null = null
  for (const list of arranged.lists) {
    if (contains(list.rect, point) && (!found || list.rect.w * list.rect.h < found.rect.w * found.rect.h))
      found = list
  }
  return found
}

/** Where in a list a note let go at `point` would come, and the line that shows it. */
export function slotIn(
  { arranged, ids, point }: Pick<DropInput, 'arranged' | 'ids' | 'point'>,
  list: ListArea,
): { index: number; slot: Rect | null; next: string | undefined } {
  const held = new Set(ids)
  const inSight = list.ids.filter((id) => !held.has(id) && arranged.boxes.has(id))
  const boxes = inSight.flatMap((id) => arranged.boxes.get(id) ?? [])
  const isBefore = (box: Rect) => {
    const [x, y] = center(box)
    if (list.run === 'down') return point[1] < y
    if (list.run === 'across') return point[0] < x
    return point[1] < box.y || (point[1] < box.y + box.h && point[0] < x)
  }
  const found = boxes.findIndex(isBefore)
  const index = found < 0 ? boxes.length : found
  const at = { index, next: inSight[index] }
  const next = boxes[index]
  const last = boxes.at(-1)
  if (list.run === 'down') {
    if (next) return { ...at, slot: { x: next.x, y: next.y - 8, w: next.w, h: 4 } }
    return { ...at, slot: last ? { x: last.x, y: last.y + last.h + 4, w: last.w, h: 4 } : null }
  }
  if (next) return { ...at, slot: { x: next.x - 8, y: next.y, w: 4, h: next.h } }
  return { ...at, slot: last ? { x: last.x + last.w + 4, y: last.y, w: 4, h: last.h } : null }
}

/** Letting go in a zone or a cell: in order, at the slot under the pointer. */
export function dropIntoList(drop: DropInput, list: ListArea): DropTarget | null {
  const { place } = list
  if (!place) return null
  const { index, slot, next } = slotIn(drop, list)
  return {
    key: `${list.key}@${index}`,
    rect: list.rect,
    ...(slot ? { slot } : {}),
    words: drop.input.words.t('surface.drop.list', { list: list.label }),
    allowed: true,
    perform: (actions) => actions.moveToList(drop.ids, place, next),
  }
}

/** Something that a drop cannot do, said in words. */
export const refusal = (key: string, rect: Rect | null, words: string): DropTarget => ({
  key,
  rect,
  words,
  allowed: false,
  perform: () => {},
})

/** Every slot of every list as a point: the stops of a note lifted by keyboard. */
export function slotPoints({ arranged, ids }: Pick<DropInput, 'arranged' | 'ids'>): Point[] {
  const held = new Set(ids)
  return arranged.lists.flatMap((list) => {
    const boxes = list.ids.flatMap((id) => {
      const box = held.has(id) ? undefined : arranged.boxes.get(id)
      return box ? [box] : []
    })
    const last = boxes.at(-1)
    const before = boxes.map(
      (box): Point => (list.run === 'down' ? [box.x + box.w / 2, box.y + 6] : [box.x + 6, box.y + box.h / 2]),
    )
    if (!last) return [center(list.rect)]
    const after: Point =
      list.run === 'down'
        ? [last.x + last.w / 2, last.y + last.h + 8]
        : [last.x + last.w - 6, last.y + last.h / 2]
    return [...before, after]
  })
}

/** The point that the eye would go to next in a direction; null at the edge. */
export function nearestIn(points: Iterable<Point>, from: Point, direction: Direction): Point | null {
  const level = direction === 'left' || direction === 'right'
  const sign = direction === 'right' || direction === 'down' ? 1 : -1
  let best: Point | null = null
  let least = Number.POSITIVE_INFINITY
  for (const point of points) {
    const ahead = sign * (level ? point[0] - from[0] : point[1] - from[1])
    const aside = Math.abs(level ? point[1] - from[1] : point[0] - from[0])
    if (ahead < 6) continue
    const way = ahead + 2.2 * aside
    if (way < least) {
      least = way
      best = point
    }
  }
  return best
}
