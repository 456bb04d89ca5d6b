import type { Place } from '@vispera/board'
import { listUnder } from '../../layouts/shared/drop.ts'
import type { Point } from '../../layouts/shared/geometry.ts'
import { noteWidth } from '../../layouts/shared/type.ts'
import type { Wall } from '../wall-context.ts'

/**
 * Where a note made at a point goes: into the list there, or on free ground with the point near its first
 * words. Undefined where the layout decides by itself (a path has no free ground).
 */
export function placeAt(wall: Wall, point: Point): Place | undefined {
  const list = listUnder({ arranged: wall.arranged(), point })
  if (list?.place) return list.place
  if (!wall.layout.freeGround) return undefined
  return { x: Math.round(point[0] - noteWidth / 2), y: Math.round(point[1] - 24) }
}
