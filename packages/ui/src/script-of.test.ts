import { expect, test } from 'vitest'
import { directionOf, tallScriptOf } from './script-of.ts'

test('a note runs the way of its first letter, whatever stands before it', () => {
  expect(directionOf('Shade. So much shade.')).toBe('ltr')
  expect(directionOf('صار السوق قلب المدينة')).toBe('rtl')
  expect(directionOf('— 3) صار Zoom')).toBe('rtl')
  expect(directionOf('Zoom في المساء')).toBe('ltr')
  expect(directionOf('מחר')).toBe('rtl')
})

test('numbers and signs alone say nothing about direction', () => {
  expect(directionOf('2026 – 14:30')).toBeUndefined()
  expect(directionOf('')).toBeUndefined()
})

test('scripts with tall letters are found anywhere in a note', () => {
  expect(tallScriptOf('Market: မနက်စောစော')).toBe('burmese')
  expect(tallScriptOf('the word سوق')).toBe('arabic')
  expect(tallScriptOf('Un puesto para quien empieza')).toBeUndefined()
})
