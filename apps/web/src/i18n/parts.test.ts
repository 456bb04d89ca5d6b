import { parse } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, it } from 'vitest'
import { type Part, sayParts } from './parts.ts'

const files = import.meta.glob<Record<string, string>>(
  ['../messages/*/*.json', '../../../../packages/kinds/src/*/messages/*.json'],
  { eager: true, import: 'default' },
)
const catalogues = Object.entries(files).map(([path, messages]) => ({
  path: path.replace(/^.*\/(?=[\w-]+\/(messages\/)?[\w-]+\/?[\w-]*\.json)/, ''),
  locale: /(\w+)\.json$/.exec(path)?.[1] ?? '',
  messages,
}))

it.each(catalogues)('$path is said as ICU has it, whatever there is to count', ({ locale, messages }) => {
  const counting = { numbers: new Intl.NumberFormat(locale), plurals: new Intl.PluralRules(locale) }
  for (const message of Object.values(messages)) {
    const parts = parse(message, { ignoreTag: true }) as readonly Part[]
    const names = [...message.matchAll(/\{\s*(\w+)/g)].map((found) => found[1] ?? '')
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    for (const value of [0, 1, 2, 3, 11, 100, 1_234_567, 'other', 'yes', '‹words›']) {
      const values = Object.fromEntries(names.map((name) => [name, value]))
      if (typeof value === 'string' && / plural,/.test(message)) continue
      expect(sayParts(parts, values, counting)).toBe(format.format(values))
    }
  }
})

it('a value that is missing is not passed over in silence', () => {
  const counting = { numbers: new Intl.NumberFormat('en'), plurals: new Intl.PluralRules('en') }
  expect(() => sayParts([{ type: 1, value: 'name' }], {}, counting)).toThrow('name')
})
