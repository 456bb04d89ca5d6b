import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { sourcesIn } from './sources.ts'

type Catalogue = Record<string, unknown>

const files = sourcesIn(['apps/web/src', 'packages/kinds/src', 'packages/record/src'], ['.json']).filter(
  ({ path }) => /\/messages\/(.*\/)?[a-z]{2}\.json$/.test(path),
)
const folders = [...new Set(files.map(({ path }) => dirname(path)))]

test.each(folders)(
  '%s says the same things in Spanish as in English, and nothing unknown in Arabic',
  (folder) => {
    const english = keysOf(folder, 'en')
    expect(english.size, `${folder}/en.json is missing or empty`).toBeGreaterThan(0)
    const spanish = keysOf(folder, 'es')
    const arabic = keysOf(folder, 'ar')
    expect({
      'missing in es': without(english, spanish),
      'unknown in es': without(spanish, english),
      'unknown in ar': without(arabic, english),
    }).toEqual({ 'missing in es': [], 'unknown in es': [], 'unknown in ar': [] })
  },
)

function keysOf(folder: string, locale: string): Set<string> {
  const file = files.find(({ path }) => path === `${folder}/${locale}.json`)
  return new Set(file ? Object.keys(JSON.parse(file.text) as Catalogue) : [])
}

function without(some: Set<string>, others: Set<string>): string[] {
  return [...some].filter((key) => !others.has(key))
}
