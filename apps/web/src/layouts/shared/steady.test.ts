import { expect, test } from 'vitest'
import type { Arrangement, Box } from '../layout.ts'
import { steadied } from './steady.ts'

const rect = { x: 0, y: 0, w: 0, h: 0 }
const box = (x: number): Box => ({ x, y: 0, w: 10, h: 10, look: 'card', color: 'sun' })
const arrangement = (boxes: Readonly<Record<string, Box>>): Arrangement<null> => ({
  boxes: new Map(Object.entries(boxes)),
  furniture: null,
  links: [],
  lists: [],
  bounds: rect,
  home: rect,
  readingOrder: Object.keys(boxes),
})

test('what has not moved keeps its box, and the reading order stays the same as long as it says the same', () => {
  const before = arrangement({ a: box(1), b: box(2) })
  const moved = steadied(arrangement({ a: box(1), b: box(3) }), before)
  expect(moved.boxes.get('a')).toBe(before.boxes.get('a'))
  expect(moved.boxes.get('b')).toEqual(box(3))
  expect(moved.readingOrder).toBe(before.readingOrder)
  expect(before.boxes.get('b')).toEqual(box(2))
})

test('with nothing moved the whole map stays the same, and with a note gone or come it does not', () => {
  const before = arrangement({ a: box(1), b: box(2) })
  expect(steadied(arrangement({ a: box(1), b: box(2) }), before).boxes).toBe(before.boxes)
  const fewer = steadied(arrangement({ a: box(1) }), before)
  expect([...fewer.boxes.keys()]).toEqual(['a'])
  expect(fewer.readingOrder).toEqual(['a'])
})
