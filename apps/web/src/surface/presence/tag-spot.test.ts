import { expect, test } from 'vitest'
import { overlaps, type Rect } from '../../layouts/shared/geometry.ts'
import { tagSpot } from './tag-spot.ts'

const beside = (notes: readonly Rect[]) => (rect: Rect) => !notes.some((note) => overlaps(note, rect))

test('a name stands below its cursor on free ground', () => {
  expect(tagSpot([0, 0], 'Lucía', 1, beside([]))).toEqual({ at: [14, 20], isShort: false })
})

test('a name that would lie on a note takes the corner that is free', () => {
  const note = { x: 5, y: 5, w: 170, h: 88 }
  expect(tagSpot([0, 0], 'Lucía', 1, beside([note])).at).toEqual([-56, 20])
})

test('in the middle of a note only the first letter of a name is shown', () => {
  const note = { x: -200, y: -200, w: 400, h: 400 }
  expect(tagSpot([0, 0], 'Lucía', 1, beside([note]))).toEqual({ at: [14, 20], isShort: true })
})

test('how much a name covers goes by the zoom', () => {
  const note = { x: 60, y: 0, w: 170, h: 88 }
  expect(tagSpot([0, 0], 'Lu', 1, beside([note])).at).toEqual([14, 20])
  expect(tagSpot([0, 0], 'Lu', 2, beside([note])).at).not.toEqual([14, 20])
})
