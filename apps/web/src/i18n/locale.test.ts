import { expect, it } from 'vitest'
import { chooseLocale, dirOf, formatTag } from './locale.ts'

it('a language that somebody chose wins over what their browser prefers', () => {
  expect(chooseLocale('ar', ['es-MX', 'en'])).toBe('ar')
})

it('the first preferred language that we have is used, whatever its region', () => {
  expect(chooseLocale(null, ['my-MM', 'es-419', 'en-GB'])).toBe('es')
  expect(chooseLocale(null, ['AR'])).toBe('ar')
})

it('English is spoken where nothing else fits', () => {
  expect(chooseLocale('tlh', ['my', 'fr-FR'])).toBe('en')
  expect(chooseLocale(null, [])).toBe('en')
})

it('only Arabic runs from right to left', () => {
  expect(['en', 'es', 'ar'].map((locale) => dirOf(locale as 'en'))).toEqual(['ltr', 'ltr', 'rtl'])
})

it('numbers follow the reader: their own region first, else Arabic digits in Arabic', () => {
  const fourteen = (locale: 'en' | 'ar', preferred: string[]) =>
    new Intl.NumberFormat(formatTag(locale, preferred)).format(14)
  expect(fourteen('ar', ['ar'])).toBe('١٤')
  expect(fourteen('ar', ['ar-EG'])).toBe('١٤')
  expect(fourteen('ar', ['ar-MA'])).toBe('14')
  expect(fourteen('en', ['ar-EG'])).toBe('14')
})
