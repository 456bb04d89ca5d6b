import { expect, it } from 'vitest'
import { stepFor } from './use-reading.ts'

const step = (key: string, at: number, dir: 'ltr' | 'rtl' = 'ltr', shiftKey = false) =>
  stepFor({ key, shiftKey }, at, 3, dir)

it('arrows, Space and presenters go through the parts and stop at the last one', () => {
  expect(['ArrowRight', ' ', 'PageDown', 'ArrowDown'].map((key) => step(key, -1))).toEqual([0, 0, 0, 0])
  expect(step('PageDown', 2)).toBe(2)
})

it('going back ends with all of it', () => {
  expect([step('PageUp', 1), step('ArrowLeft', 0), step(' ', -1, 'ltr', true)]).toEqual([0, -1, -1])
  expect([step('Escape', 2), step('Home', 2), step('End', 0)]).toEqual([-1, -1, 2])
})

it('arrows follow the reading direction', () => {
  expect([step('ArrowLeft', 0, 'rtl'), step('ArrowRight', 1, 'rtl')]).toEqual([1, 0])
})

it('other keys are not for reading', () => {
  expect([step('a', 0), step('Enter', 0), step('+', 0)]).toEqual([null, null, null])
})
