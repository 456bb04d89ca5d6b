import { expect, it } from 'vitest'
import { isWholeCode, readCode } from './code.ts'

it('a code may be typed small, with spaces and dashes', () => {
  expect(readCode('k7r m4t')).toBe('K7RM4T')
  expect(readCode('K7R-M4T')).toBe('K7RM4T')
})

it('letters that codes never have are passed over while typing', () => {
  expect(readCode('K0O1IL7')).toBe('K7')
})

it('a code is found in a pasted sentence', () => {
  expect(readCode('Our code: K7RM4T')).toBe('K7RM4T')
})

it('digits of an Arabic keyboard and full-width letters count', () => {
  expect(readCode('K٧RM٤T')).toBe('K7RM4T')
  expect(readCode('Ｋ７ＲＭ４Ｔ')).toBe('K7RM4T')
})

it('nothing is read beyond six characters, and less than six is no code yet', () => {
  expect(readCode('K7RM4TXYXY')).toBe('K7RM4T')
  expect(isWholeCode('K7RM4')).toBe(false)
  expect(isWholeCode('K7RM4T')).toBe(true)
})
