import type { ArrangeInput, Box, WallLink } from '../layout.ts'
import { around, curveLinks } from '../shared/curve.ts'
import { contains, grow, type Point } from '../shared/geometry.ts'
import { middleOf, roundedPath } from '../shared/path.ts'
import { type Cell, columnGap } from './matrix.ts'

/** Room between a link's end and its note. */
const gap = 7

/** Pairs as curves; one whose curve would run over other cards goes round them, along the edges of the cells. */
export function pairLinks(
  input: ArrangeInput,
  boxes: ReadonlyMap<string, Box>,
  cells: readonly Cell[],
  wanted: (kind: string) => boolean,
): WallLink[] {
  return curveLinks(input, boxes, ({ kind }) => wanted(kind)).map((link) => {
    const crosses = [...boxes].some(([id, box]) => id !== link.from && id !== link.to && runsOver(link, box))
    const points = crosses ? roundCards(link, boxes, cells) : null
    if (!points) return link
    return { ...link, path: roundedPath(points), middle: middleOf(points), bounds: around(points) }
  })
}

/** Whether the curve passes through a card: looked at in sixteen places. */
function runsOver({ path }: WallLink, box: Box): boolean {
  const numbers = path.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers
  const card = grow(box, -6)
  for (let step = 1; step < 16; step++) {
    const t = step / 16
    const u = 1 - t
    const at = (a: number, b: number, c: number, d: number) =>
      u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
    if (contains(card, [at(x0, x1, x2, x3), at(y0, y1, y2, y3)])) return true
  }
  return false
}

/** Down to the lower edge of its cell, along it, up or down beside the other column, and in from that side. */
function roundCards(link: WallLink, boxes: ReadonlyMap<string, Box>, cells: readonly Cell[]): Point[] | null {
  const from = boxes.get(link.from)
  const to = boxes.get(link.to)
  const home = from && cells.find(({ rect }) => contains(rect, [from.x + from.w / 2, from.y + from.h / 2]))
  const goal = to && cells.find(({ rect }) => contains(rect, [to.x + to.w / 2, to.y + to.h / 2]))
  if (!home || !goal) return null
  const x = from.x + from.w / 2
  const edge = home.rect.y + home.rect.h - 9
  const beside = goal.rect.x - columnGap / 2
  const y = to.y + to.h / 2
  return [
    [x, from.y + from.h + gap],
    [x, edge],
    [beside, edge],
    [beside, y],
    [to.x - gap, y],
  ]
}
