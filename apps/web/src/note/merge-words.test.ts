import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applySplice, moveIndex, rebase, spliceBetween } from './merge-words.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 30 })

test('an edit between any two texts turns one into the other', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(applySplice(a, spliceBetween(a, b))).toBe(b)
    }),
  )
})

test('the smallest edit never cuts through a letter of two units', () => {
  expect(spliceBetween('😀', '😁')).toEqual({ at: 0, removed: 2, inserted: '😁' })
})

test('a caret keeps its place among the letters when others write before or after it', () => {
  const before = 'keys on my belt'
  const caret = before.indexOf('my')
  const moved = (after: string) => after.slice(moveIndex(caret, spliceBetween(before, after)))
  expect(moved('the keys on my belt')).toBe('my belt')
  expect(moved('keys on my own belt')).toBe('my own belt')
  expect(moved('my belt')).toBe('my belt')
})

test('letters typed by two people at one spot do not push the caret of the other along', () => {
  expect(moveIndex(4, { at: 4, removed: 0, inserted: 'abc' })).toBe(4)
})

test('words composed while others wrote are put where they were meant', () => {
  const start = 'rain on the roof'
  const mine = spliceBetween(start, 'rain drums on the roof')
  const steps = ['the rain on the roof', 'the rain on the tin roof']
  const others = steps.map((after, at) => spliceBetween(steps[at - 1] ?? start, after))
  expect(applySplice('the rain on the tin roof', rebase(mine, others))).toBe('the rain drums on the tin roof')
})

test('what somebody else wrote is never lost to a composition', () => {
  fc.assert(
    fc.property(words, words, fc.nat(30), (start, typed, place) => {
      const at = Math.min(place, start.length)
      const mine = { at, removed: 0, inserted: typed }
      const theirs = { at: start.length, removed: 0, inserted: '|theirs' }
      const now = applySplice(start, theirs)
      expect(applySplice(now, rebase(mine, [theirs]))).toContain('|theirs')
    }),
  )
})
