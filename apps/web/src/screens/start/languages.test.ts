import { expect, it } from 'vitest'
import { locales } from '../../i18n/locale.ts'
import { knownLanguages, nameOfLanguage } from './languages.ts'

it('every language of the interface is on offer for writing, under the same name', () => {
  for (const [tag, name] of Object.entries(locales)) expect(nameOfLanguage(tag)).toBe(name)
})

it('every language on offer is one that the platform knows', () => {
  expect(Intl.getCanonicalLocales([...knownLanguages])).toEqual(knownLanguages)
})

it('a language that nobody knows keeps its tag', () => {
  expect(nameOfLanguage('tlh')).toBe('tlh')
})
