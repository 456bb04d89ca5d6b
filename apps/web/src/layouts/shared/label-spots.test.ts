import { expect, test } from 'vitest'
import { arrangeCanvas } from '../canvas/arrange-canvas.ts'
import { arrangeGrid } from '../grid/arrange-grid.ts'
import type { Box, WallLink } from '../layout.ts'
import { exampleInput } from '../testing/an-input.ts'
import { overlaps, type Point } from './geometry.ts'
import { spreadLabels } from './label-spots.ts'
import { createMeasure, plainWidth } from './measure.ts'

const measure = createMeasure(plainWidth)
const box = (x: number, y: number, w = 170, h = 88): Box => ({ x, y, w, h, look: 'card', color: 'sun' })
const link = (id: string, from: Point, to: Point): WallLink => ({
  id,
  from: 'a',
  to: 'b',
  path: `M${from.join(' ')}L${to.join(' ')}`,
  line: 'solid',
  tone: 'accent',
  middle: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
  bounds: { x: from[0], y: from[1], w: to[0] - from[0], h: to[1] - from[1] },
  label: 'pulls against',
  sentence: '',
})
const rectOf = ({ middle: [x, y], label = '' }: WallLink) => {
  const w = plainWidth(label, { size: 16.5, weight: 600, face: 'text', line: 1.6 })
  return { x: x - w / 2, y: y - 13, w, h: 26 }
}

test('a verb moves along its line until it covers no note', () => {
  const boxes = new Map([['c', box(330, 60)]])
  const [moved] = spreadLabels([link('l', [0, 100], [800, 100])], boxes, measure)
  expect(moved && overlaps(rectOf(moved), boxes.get('c') as Box)).toBe(false)
  expect(moved?.middle[1]).toBe(100)
})

test('a verb with free ground in the middle stays in the middle', () => {
  const [kept] = spreadLabels([link('l', [0, 100], [800, 100])], new Map(), measure)
  expect(kept?.middle).toEqual([400, 100])
})

test('two verbs on one line do not cover each other', () => {
  const both = spreadLabels([link('l', [0, 0], [800, 0]), link('m', [0, 0], [800, 0])], new Map(), measure)
  const [a, b] = both.map(rectOf)
  expect(a && b && overlaps(a, b)).toBe(false)
})

test('on the worked example no verb covers the words of a note', () => {
  for (const arranged of [arrangeGrid(exampleInput('grid')), arrangeCanvas(exampleInput('vision'))]) {
    const covered = spreadLabels(arranged.links, arranged.boxes, measure).filter(
      (one) => one.label && [...arranged.boxes.values()].some((card) => overlaps(rectOf(one), card)),
    )
    expect(covered.map(({ id }) => id)).toEqual([])
  }
})
