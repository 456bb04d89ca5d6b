import { IntlMessageFormat } from 'intl-messageformat'
import { expect, it } from 'vitest'
import { type AppLocale, locales } from './locale.ts'

const files = import.meta.glob<Record<string, string>>('../messages/*/*.json', {
  eager: true,
  import: 'default',
})
const areas = new Set(Object.keys(files).map((path) => path.split('/')[2] ?? ''))
const wordsOf = (area: string, locale: string) => files[`../messages/${area}/${locale}.json`] ?? {}
const every = [...areas].flatMap((area) =>
  (Object.keys(locales) as AppLocale[]).map((locale) => ({ area, locale, messages: wordsOf(area, locale) })),
)

it.each(every)('$area says the same things in $locale as in English', ({ area, messages }) => {
  expect(Object.keys(messages).sort()).toEqual(Object.keys(wordsOf(area, 'en')).sort())
})

it.each(every)(
  'every message of $area can be said in $locale, with the values that English takes',
  ({ area, locale, messages }) => {
    for (const [id, english] of Object.entries(wordsOf(area, 'en'))) {
      const names = [...english.matchAll(/\{(\w+)/g)].map((found) => found[1] ?? '')
      for (const count of [0, 1, 2, 3, 11, 100]) {
        const values = Object.fromEntries(
          names.map((name) => [name, /count|more|size|position/i.test(name) ? count : `‹${name}›`]),
        )
        const say = () =>
          new IntlMessageFormat(messages[id] ?? '', locale, undefined, { ignoreTag: true }).format(values)
        expect(say).not.toThrow()
      }
    }
  },
)

it.each(every)('nothing of $area is left empty in $locale', ({ messages }) => {
  expect(Object.entries(messages).filter(([, words]) => words.trim() === '')).toEqual([])
})
