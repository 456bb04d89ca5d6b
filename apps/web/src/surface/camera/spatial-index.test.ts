import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Box } from '../../layouts/layout.ts'
import { overlaps } from '../../layouts/shared/geometry.ts'
import { createSpatialIndex } from './spatial-index.ts'

const aBox = (x: number, y: number, z = 0): Box => ({ x, y, w: 170, h: 90, look: 'card', color: 'sun', z })

it('finds what a search through all notes would find, however the board has changed', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }))
  const board = fc.dictionary(fc.constantFrom(...'abcdefghij'), place)
  fc.assert(
    fc.property(fc.array(board, { minLength: 1, maxLength: 6 }), place, (states, [x, y]) => {
      const index = createSpatialIndex()
      for (const state of states) {
        const boxes = new Map(Object.entries(state).map(([id, [bx, by]]) => [id, aBox(bx, by)]))
        index.follow(boxes, [...boxes.keys()])
        const rect = { x, y, w: 400, h: 300 }
        const found = index.within({ ...rect, x: rect.x + 1, y: rect.y + 1, w: 398, h: 298 }).sort()
        const wanted = [...boxes].filter(([, box]) => overlaps(box, rect)).map(([id]) => id)
        expect(wanted.filter((id) => !found.includes(id) && !touches(boxes.get(id) as Box, rect))).toEqual([])
        expect(found.filter((id) => !wanted.includes(id))).toEqual([])
      }
    }),
  )
})

/** Edges that only touch may be counted either way. */
const touches = (box: Box, rect: { x: number; y: number; w: number; h: number }) =>
  box.x + box.w <= rect.x + 1 ||
  box.y + box.h <= rect.y + 1 ||
  box.x >= rect.x + rect.w - 1 ||
  box.y >= rect.y + rect.h - 1

it('points at the note on top', () => {
  const index = createSpatialIndex()
  const boxes = new Map([
    ['below', aBox(0, 0)],
    ['above', aBox(50, 20)],
    ['poster', aBox(60, 30, 1)],
  ])
  index.follow(boxes, ['poster', 'below', 'above'])
  expect(index.at([55, 25])).toBe('above')
  expect(index.at([100, 60])).toBe('poster')
  expect(index.at([5, 5])).toBe('below')
  expect(index.at([900, 900])).toBeNull()
})
