import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import ar from '../messages/ar.json' with { type: 'json' }
import en from '../messages/en.json' with { type: 'json' }
import es from '../messages/es.json' with { type: 'json' }
import { cleanText, directionOf, languageOf, ownRun, shortened } from './runs.ts'
import { loadWords, localeOf, nameOfLanguage } from './words.ts'

/** Names of the values that a message takes, however deep they stand. */
function valuesOf(message: string, locale: string): string[] {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const element = value as {
        type?: number
        value?: unknown
        options?: Record<string, { value: unknown }>
      }
      // 0 is plain text and 7 is the number of a plural; the others are named.
      if (typeof element.value === 'string' && element.type !== 0) names.add(element.value)
      for (const option of Object.values(element.options ?? {})) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(message, locale).getAst())
  return [...names].sort()
}

describe.each([
  ['es', es],
  ['ar', ar],
] as const)('the words in %s', (locale, catalogue: Readonly<Record<string, string>>) => {
  it('are as many as in English', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(en))
  })

  it('take the same values', () => {
    const differing = Object.entries(en).filter(
      ([id, message]) => `${valuesOf(catalogue[id] ?? '', locale)}` !== `${valuesOf(message, 'en')}`,
    )
    expect(differing).toEqual([])
  })
})

it('a reader gets their own digits, months and lists', async () => {
  const [english, arabic, moroccan] = await Promise.all(
    ['en', 'ar', 'ar-MA'].map((tag) => loadWords(tag, [])),
  )
  expect(english?.list(['4', '5', '9'])).toBe('4, 5 and 9')
  expect(english?.month('2026-05')).toBe('May 2026')
  expect(arabic?.number(14)).toBe('١٤')
  expect(moroccan?.number(14)).toBe('14')
  expect(arabic?.text('record.count.tookPart', { count: 14 })).toBe('شارك ١٤ شخصًا.')
})

it('a language that we do not speak, or a tag that is none, is answered in English', () => {
  expect(['my', 'fr-CA', '', 'es-419', 'AR-eg'].map(localeOf)).toEqual(['en', 'en', 'en', 'es', 'ar'])
})

it('languages are named in themselves', () => {
  expect(['en', 'es', 'ar', 'my', 'zz-not-a-tag-at-all'].map((tag) => nameOfLanguage(tag).text)).toEqual([
    'English',
    'Español',
    'العربية',
    'မြန်မာ',
    expect.any(String),
  ])
})

it('direction and language follow the first letter unless somebody said better', () => {
  expect(['2026 صباح', '«hola»', '👍 12'].map(directionOf)).toEqual(['rtl', 'ltr', null])
  expect(languageOf('صباح', undefined)).toBe('ar')
  expect(languageOf('سلام', 'fa')).toBe('fa')
  expect(languageOf('မင်္ဂလာပါ', 'not a tag')).toBe('my')
  expect(ownRun('12', undefined, 'rtl')).toEqual({ text: '12', dir: 'rtl', own: true })
})

it('text is cleaned of what no format can hold, and of marks that would turn a sentence round', () => {
  expect(cleanText(' a\r\nb\u0000\u0007\tc\u2028d\uD800 \u202Ee\u2069 ')).toBe('a\nb c\nd\uFFFD e')
})

it('a long text is cut between characters, never inside one', () => {
  expect(shortened('👩🏽‍🌾'.repeat(200), 3)).toBe('👩🏽‍🌾👩🏽‍🌾…')
  expect(shortened('two\nlines')).toBe('two lines')
})
