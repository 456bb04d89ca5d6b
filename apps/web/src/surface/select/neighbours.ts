import type { Arrangement, Direction } from '../../layouts/layout.ts'
import { nearestIn } from '../../layouts/shared/drop.ts'
import { center } from '../../layouts/shared/geometry.ts'
import type { Wall } from '../wall-context.ts'
import { gripOf } from '../wall-points.ts'

/** The note that the eye goes to next in a direction. */
export function noteInDirection(arranged: Arrangement, id: string, direction: Direction): string | null {
  const from = arranged.boxes.get(id)
  if (!from) return null
  const middles = [...arranged.boxes].flatMap(([other, box]) =>
    other === id ? [] : [{ other, at: center(box) }],
  )
  const best = nearestIn(
    middles.map(({ at }) => at),
    center(from),
    direction,
  )
  return middles.find(({ at }) => at === best)?.other ?? null
}

/** Where an arrow key leads: by meaning where the layout has one (along links), else by eye. */
export function neighbourOf(wall: Wall, id: string, direction: Direction): string | null {
  const arranged = wall.arranged()
  const meant = gripOf(wall).neighbour?.({ arranged, input: wall.input() }, id, direction)
  return meant ?? noteInDirection(arranged, id, direction)
}

/** The note before or after in reading order; null at the ends. */
export function inReadingOrder({ readingOrder }: Arrangement, id: string, by: 1 | -1): string | null {
  const at = readingOrder.indexOf(id)
  return at < 0 ? null : (readingOrder[at + by] ?? null)
}
