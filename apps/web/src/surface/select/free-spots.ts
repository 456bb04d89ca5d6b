import type { PointPlace } from '@vispera/board'
import { contains, overlaps, type Rect } from '../../layouts/shared/geometry.ts'
import { noteGap, noteWidth } from '../../layouts/shared/type.ts'
import { shown } from '../camera/camera.ts'
import type { Wall } from '../wall-context.ts'

const rowHeight = 112

/**
 * Spots for new notes on free ground: in sight, in reading order from the middle down, and not on other notes.
 * When what is in sight is full, rows below everything.
 * Each is `height` board units high at least.
 */
export function freeSpots(wall: Wall, count: number, height = 0): PointPlace[] {
  const room = Math.max(rowHeight, height)
  const { camera, index } = wall
  const { bounds } = wall.arranged()
  const lists = wall.arranged().lists.filter(({ key }) => key.startsWith('zone:'))
  const view = shown(camera.view(), camera.size())
  const isFree = (rect: Rect) =>
    index.within(rect).length === 0 &&
    !lists.some((list) => overlaps(list.rect, rect)) &&
    contains(bounds, [rect.x, rect.y])
  const spots: PointPlace[] = []
  const pitch = noteWidth + noteGap
  const from = Math.ceil(view.y + view.h * 0.18)
  for (let y = from; y + room < view.y + view.h * 0.9 && spots.length < count; y += rowHeight) {
    for (
      let x = Math.ceil(view.x + 20);
      x + noteWidth < view.x + view.w - 20 && spots.length < count;
      x += pitch
    ) {
      if (isFree({ x: x - 4, y: y - 4, w: noteWidth + 8, h: room }))
        spots.push({ x: Math.round(x), y: Math.round(y) })
    }
  }
  const missing = count - spots.length
  if (missing === 0) return spots
  const boxes = [...wall.arranged().boxes.values()]
  const field = boxes.length > 0 ? Math.max(...boxes.map((box) => box.y + box.h)) : 0
  const below = Array.from({ length: missing }, (_, at) => ({
    x: Math.round(Math.max(0, bounds.x) + (at % 7) * pitch),
    y: Math.round(field + 40 + Math.floor(at / 7) * room),
  }))
  return [...spots, ...below]
}
