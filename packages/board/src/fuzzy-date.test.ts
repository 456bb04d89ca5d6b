import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzyDateSchema, parseFuzzyDate } from './fuzzy-date.ts'

test.each([
  ['2027', 'year', '2027-01-01', '2027-12-31'],
  ['2027-02', 'month', '2027-02-01', '2027-02-28'],
  ['2028-2', 'month', '2028-02-01', '2028-02-29'],
  ['2027-03-14', 'date', '2027-03-14', '2027-03-14'],
  ['Q2 2027', 'quarter', '2027-04-01', '2027-06-30'],
  ['2027 q4', 'quarter', '2027-10-01', '2027-12-31'],
  ['T1 2027', 'quarter', '2027-01-01', '2027-03-31'],
  ['٢٠٢٧', 'year', '2027-01-01', '2027-12-31'],
  ['۲۰۲۷-۰۳', 'month', '2027-03-01', '2027-03-31'],
  ['၂၀၂၇', 'year', '2027-01-01', '2027-12-31'],
  ['0999', 'year', '0999-01-01', '0999-12-31'],
])('%s is a %s from %s to %s, and keeps its words', (words, kind, earliest, latest) => {
  expect(parseFuzzyDate(` ${words} `)).toEqual({ kind, label: words, earliest, latest })
})

test.each(['after the rains', 'Q5 2027', '2027-13', '2027-02-30', '20270', 'بعد المطر', 'mars'])(
  '%s has words and no days',
  (words) => {
    expect(parseFuzzyDate(words)).toEqual({ kind: 'event', label: words })
  },
)

test('no words are no date', () => {
  expect(parseFuzzyDate(' \n ')).toBe(null)
})

test('whatever is typed can be stored, and begins before it ends', () => {
  const almost = fc.stringMatching(/^[QqTt]?\s?\d{1,4}[- ]?\d{0,4}-?\d{0,2}$/)
  fc.assert(
    fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), (words) => {
      const date = parseFuzzyDate(words)
      if (date === null) return
      expect(fuzzyDateSchema.safeParse(date).success).toBe(true)
      if (date.earliest !== undefined) expect(date.earliest <= (date.latest ?? '')).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
