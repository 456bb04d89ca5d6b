import { expect, it } from 'vitest'
import { timeWords } from './time-words.ts'

it('shows minutes and seconds, and the last second until it is over', () => {
  expect([372_000, 59_001, 999, 1].map((ms) => timeWords(ms, 'en'))).toEqual([
    '06:12',
    '01:00',
    '00:01',
    '00:01',
  ])
})

it('counts up behind a plus when time is over', () => {
  expect([0, -999, -1_000, -35_400, -3_600_000].map((ms) => timeWords(ms, 'en'))).toEqual([
    '00:00',
    '00:00',
    '+00:01',
    '+00:35',
    '+60:00',
  ])
})

it('uses the numerals of the reader, without a nought that is only a dot', () => {
  expect([372_000, 5_000].map((ms) => timeWords(ms, 'ar-u-nu-arab'))).toEqual(['٦:١٢', '٠:٠٥'])
})

it('long stages keep counting in minutes, without separators', () => {
  expect(timeWords(1_440 * 60_000, 'en')).toBe('1440:00')
})
