import { expect, it } from 'vitest'
import { tabForKey } from './board-tabs.tsx'

it('arrows follow the reading direction and go round', () => {
  expect(tabForKey('ArrowRight', 2, 3, 'ltr')).toBe(0)
  expect(tabForKey('ArrowLeft', 0, 3, 'ltr')).toBe(2)
  expect(tabForKey('ArrowLeft', 0, 3, 'rtl')).toBe(1)
})

it('Home and End lead to the ends; other keys are not for tabs', () => {
  expect([
    tabForKey('Home', 1, 3, 'ltr'),
    tabForKey('End', 1, 3, 'ltr'),
    tabForKey('a', 1, 3, 'ltr'),
  ]).toEqual([0, 2, -1])
})
