import { expect, test } from 'vitest'
import { placeMenu } from './menu-position.ts'

const view = { width: 1000, height: 600 }
const menu = { width: 200, height: 300 }
const button = (x: number, y: number) => ({ x, y, width: 80, height: 30 })

test('a menu opens below its button, at the start of reading', () => {
  expect(placeMenu(button(100, 100), menu, view, 'start', false)).toEqual({ x: 100, y: 134 })
  expect(placeMenu(button(500, 100), menu, view, 'start', true)).toEqual({ x: 380, y: 134 })
})

test('aligned at the end it grows towards the start', () => {
  expect(placeMenu(button(500, 100), menu, view, 'end', false)).toEqual({ x: 380, y: 134 })
})

test('near the bottom it opens above', () => {
  expect(placeMenu(button(100, 500), menu, view, 'start', false)).toEqual({ x: 100, y: 196 })
})

test('it never leaves the screen, whatever the point', () => {
  expect(placeMenu({ x: 995, y: 590, width: 0, height: 0 }, menu, view, 'start', false)).toEqual({
    x: 792,
    y: 286,
  })
  expect(
    placeMenu({ x: 2, y: 2, width: 0, height: 0 }, { width: 2000, height: 900 }, view, 'end', false),
  ).toEqual({
    x: 8,
    y: 8,
  })
})
