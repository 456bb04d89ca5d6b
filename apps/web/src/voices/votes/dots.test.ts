import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Dots, given, pressed } from './dots.ts'

it('a tap adds a dot, and a tap on the same note takes it back', () => {
  const once = pressed({}, 'a', { all: 3, most: 1 })
  expect(once).toEqual({ a: 1 })
  expect(pressed(once ?? {}, 'a', { all: 3, most: 1 })).toEqual({})
})

it('without dots left only what lies there can be taken back', () => {
  expect(pressed({ a: 1, b: 1 }, 'c', { all: 2, most: 1 })).toBeNull()
  expect(pressed({ a: 1, b: 1 }, 'b', { all: 2, most: 1 })).toEqual({ a: 1 })
})

it('where a note takes several, taps add up to them', () => {
  expect(pressed({ a: 1 }, 'a', { all: 3, most: 2 })).toEqual({ a: 2 })
  expect(pressed({ a: 2 }, 'a', { all: 3, most: 2 })).toEqual({ a: 1 })
})

it('however somebody taps, they never give more than they have, nor more to one note than it takes', () => {
  const tap = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(
      fc.array(tap),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (taps, all, most) => {
        let dots: Dots = {}
        for (const id of taps) dots = pressed(dots, id, { all, most }) ?? dots
        return given(dots) <= all && Object.values(dots).every((count) => count > 0 && count <= most)
      },
    ),
  )
})
