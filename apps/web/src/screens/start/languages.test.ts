import { expect, it } from 'vitest'
import { knownLanguages, nameOfLanguage } from './languages.ts'

it('every language on offer is named in itself', () => {
  expect(['en', 'es', 'ar', 'my'].map(nameOfLanguage)).toEqual(['English', 'Español', 'العربية', 'မြန်မာ'])
  expect(new Set(knownLanguages).size).toBe(knownLanguages.length)
})

it('a language that nobody knows keeps its tag', () => {
  expect(nameOfLanguage('xx-not!')).toBe('xx-not!')
})
