import type { Point, Rect } from '../../layouts/shared/geometry.ts'

/** Where the name of a cursor stands, in pixels from its point; in short where it would lie on words anyway. */
export interface TagSpot {
  readonly at: Point
  readonly isShort: boolean
}

const height = 22
/** Below and after the arrow, as everybody knows it; then the other corners. */
const corners = (width: number): readonly Point[] => [
  [14, 20],
  [-width - 4, 20],
  [14, -height - 6],
  [-width - 4, -height - 6],
]

/**
 * A corner of the cursor where its name covers no note. `size` is one pixel in board units; `isFree` says whether a
 * rectangle of the board has no note in it.
 */
export function tagSpot([x, y]: Point, name: string, size: number, isFree: (rect: Rect) => boolean): TagSpot {
  const width = Math.min(200, 12 + 8 * [...name].length)
  const free = corners(width).find(([dx, dy]) =>
    isFree({ x: x + dx * size, y: y + dy * size, w: width * size, h: height * size }),
  )
  return { at: free ?? [14, 20], isShort: free === undefined }
}
