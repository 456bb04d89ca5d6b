import { maxNoteLength } from '@vispera/board'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutToFit, linesIn, paragraphsIn } from './lines.ts'

test('bullets, ticks and numbers of a pasted list are taken off', () => {
  const pasted = [
    '- bread at five',
    '  * keys on my own belt',
    '• shade, so much shade',
    '1. the books are open',
    '12) a crèche',
    '(3) buses stop',
    '[x] music, but low',
    '☐ a bench',
    '– a dash',
    '٣. ماء في كل صفّ',
    'a) a letter',
  ].join('\n')
  expect(linesIn(pasted)).toEqual([
    'bread at five',
    'keys on my own belt',
    'shade, so much shade',
    'the books are open',
    'a crèche',
    'buses stop',
    'music, but low',
    'a bench',
    'a dash',
    'ماء في كل صفّ',
    'a letter',
  ])
})

test('words that only look like bullets stay', () => {
  expect(linesIn('3 buses\n-5 degrees\n2027. was\n1.5 km of shade\nI. Newton')).toEqual([
    '3 buses',
    '-5 degrees',
    '2027. was',
    '1.5 km of shade',
    'I. Newton',
  ])
})

test('empty lines make no notes, whatever ends them', () => {
  expect(linesIn('one\r\n\r\n two \r three\u2028\t\nfour')).toEqual(['one', 'two', 'three', 'four'])
})

test('paragraphs keep their own line breaks', () => {
  expect(paragraphsIn('first\nsecond\n\n \nthird')).toEqual(['first\nsecond', 'third'])
})

test('a long text is cut at the end of a sentence, then at a space, never inside a letter', () => {
  const sentence = 'We open our own stalls. '
  const pieces = cutToFit([sentence.repeat(60)])
  expect(pieces.every((piece) => piece.endsWith('.') && piece.length <= maxNoteLength)).toBe(true)
  const faces = cutToFit(['😀'.repeat(500)])
  expect(faces.join('')).toBe('😀'.repeat(500))
  expect(faces.every((piece) => piece.length % 2 === 0)).toBe(true)
})

test('cutting loses no letters and every piece fits', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 3000 }),
      fc.integer({ min: 10, max: 600 }),
      (text, most) => {
        const pieces = cutToFit([text], most)
        expect(pieces.every((piece) => piece.length <= most && piece !== '')).toBe(true)
        expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      },
    ),
  )
})
