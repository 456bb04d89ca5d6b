import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mediaSchema } from './media.ts'
import { decodeStrokes, encodeStrokes, inkNames, penWidths, strokePath } from './strokes.ts'

const size = { width: 2_000, height: 2_000 }
const coordinate = fc.integer({ min: 0, max: 2_000 })
const aStroke = fc.record({
  ink: fc.constantFrom(...inkNames),
  width: fc.constantFrom(...penWidths),
  points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 }),
})

describe('a drawing', () => {
  it('comes back exactly as it was drawn', () => {
    fc.assert(
      fc.property(fc.array(aStroke, { minLength: 1, maxLength: 12 }), (strokes) => {
        expect(decodeStrokes(encodeStrokes(strokes), size)).toEqual(strokes)
      }),
      { numRuns: 500 },
    )
  })

  it('is stored in letters that its note takes', () => {
    fc.assert(
      fc.property(fc.array(aStroke, { minLength: 1, maxLength: 4 }), (strokes) => {
        const drawing = { kind: 'drawing', alt: '', ...size, strokes: encodeStrokes(strokes) }
        expect(mediaSchema.safeParse(drawing).success).toBe(true)
      }),
    )
  })

  it('takes about two characters for a short step', () => {
    const points = Array.from({ length: 100 }, (_, at): [number, number] => [at * 9, at % 2 ? 9 : 0])
    const text = encodeStrokes([{ ink: 'ink', width: 4, points }])
    expect(text.length).toBeLessThan(210)
  })

  it('of anything whatever is read without a fault, inside its frame', () => {
    const frame = { width: 640, height: 480 }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.boolean(), (text, isOurs) => {
        const strokes = decodeStrokes(isOurs ? text.replace(/[^A-Za-z0-9_.-]/g, '_') : text, frame)
        for (const { points } of strokes) {
          expect(points.length).toBeGreaterThan(0)
          for (const [x, y] of points) {
            expect(Number.isInteger(x) && x >= 0 && x <= 640).toBe(true)
            expect(Number.isInteger(y) && y >= 0 && y <= 480).toBe(true)
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('is drawn as numbers only, whatever is stored', () => {
    fc.assert(
      fc.property(aStroke, (stroke) => {
        expect(strokePath(stroke)).toMatch(/^M\d+ \d+(?:h\.01|(?:Q\d+ \d+ [\d.]+ [\d.]+)*L\d+ \d+)$/)
      }),
    )
  })
})

describe('what a note may show', () => {
  const image = { kind: 'image', alt: 'three stalls', width: 1_600, height: 900, mediaId: 'abcDEF123456' }

  it.each([
    ['an image', image, true],
    ['an image with a path for an id', { ...image, mediaId: '../secrets' }, false],
    ['an image of 65,500 pixels', { ...image, width: 65_500 }, false],
    ['an image without a size', { ...image, height: 0 }, false],
    ['a description as long as a book', { ...image, alt: 'x'.repeat(601) }, false],
    ['bytes in the note', { ...image, bytes: 'AAAA' }, true],
    ['a sound', { kind: 'audio', alt: '' }, false],
    [
      'a drawing with markup in it',
      { kind: 'drawing', alt: '', width: 9, height: 9, strokes: '<svg/>' },
      false,
    ],
    [
      'a drawing as long as a book',
      { kind: 'drawing', alt: '', width: 9, height: 9, strokes: 'A'.repeat(12_001) },
      false,
    ],
  ])('%s', (_, value, isTaken) => {
    expect(mediaSchema.safeParse(value).success).toBe(isTaken)
  })

  it('keeps nothing beside what it knows', () => {
    expect(mediaSchema.parse({ ...image, bytes: 'AAAA' })).toEqual(image)
  })
})
