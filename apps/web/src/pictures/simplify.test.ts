import { decodeStrokes, encodeStrokes, maxStrokesLength, mediaSchema, type Stroke } from '@vispera/board'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDrawing, fitted, type Point, simplify } from './simplify.ts'

const coordinate = fc.double({ min: 0, max: 800, noNaN: true })
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 80 })
const stroke = (points: readonly Point[]): Stroke => ({ ink: 'ink', width: 4, points })

describe('a line drawn by hand', () => {
  it('keeps its ends, and no point of it comes to lie far beside what is kept', () => {
    fc.assert(
      fc.property(line, (points) => {
        const plain = simplify(points)
        const round = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]
        expect(plain[0]).toEqual(round(points[0] as Point))
        expect(plain.at(-1)).toEqual(round(points.at(-1) as Point))
        expect(plain.length).toBeLessThanOrEqual(points.length)
        for (const [x, y] of points)
          expect(
            Math.min(...plain.map((one, at) => toSegment([x, y], one, plain[at + 1] ?? one))),
          ).toBeLessThan(2.6)
      }),
    )
  })

  it('that is straight needs two points, however slowly it is drawn', () => {
    const points = Array.from({ length: 5_000 }, (_, at): Point => [at / 10, at / 20])
    expect(simplify(points)).toEqual([
      [0, 0],
      [500, 250],
    ])
  })

  it('that is a touch is a point', () => {
    expect(simplify([[3.4, 5.6]])).toEqual([[3, 6]])
  })
})

describe('a drawing', () => {
  it('becomes plainer before it becomes too long for a note', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const scribble = (): Stroke => {
      let [x, y] = [400, 300]
      const points = Array.from({ length: 900 }, (): Point => {
        x = Math.min(800, Math.max(0, x + (random() - 0.5) * 24))
        y = Math.min(600, Math.max(0, y + (random() - 0.5) * 24))
        return [Math.round(x), Math.round(y)]
      })
      return stroke(simplify(points))
    }
    const strokes = Array.from({ length: 8 }, scribble)
    expect(encodeStrokes(strokes).length).toBeGreaterThan(maxStrokesLength)
    const fit = fitted(strokes)
    expect(encodeStrokes(fit ?? []).length).toBeLessThanOrEqual(maxStrokesLength)
    expect(fit?.length).toBe(strokes.length)
    expect(fitted(Array.from({ length: 4_000 }, (_, at) => stroke([[at % 800, 3]])))).toBeNull()
  })

  it('is cut to what was drawn, and a note takes it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const strokes = lines.map((points) => stroke(simplify(points)))
        const drawing = asDrawing(strokes, 'a gate')
        expect(mediaSchema.safeParse(drawing).success).toBe(true)
        const back = decodeStrokes(drawing.strokes, drawing)
        const shift = (back[0]?.points[0]?.[0] ?? 0) - (strokes[0]?.points[0]?.[0] ?? 0)
        // Nothing was pushed in at an edge: all of it has moved by the same.
        expect(back.map(({ points }) => points.map(([x]) => x - shift))).toEqual(
          strokes.map(({ points }) => points.map(([x]) => x)),
        )
      }),
    )
  })
})

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
