import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { offences, root, sourcesIn } from './sources.ts'

const kindsFolder = join(root, 'packages/kinds/src')

/** A kind is a folder with a kind.ts; its name is its id. */
const kindIds = readdirSync(kindsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(kindsFolder, entry.name)).includes('kind.ts'))
  .map((entry) => entry.name)

// What a person starts with is a choice of kinds, and a seed fills one: these may name them.
const mayName = [/\brecipes?\b/, /\bseed\b/, /\bexample\b/]

test('no app names a kind: screens draw any kind from its data', () => {
  const sources = sourcesIn(['apps/server/src', 'apps/web/src'], ['.ts', '.tsx', '.css', '.json']).filter(
    ({ path, isTest }) => !isTest && !mayName.some((pattern) => pattern.test(path)),
  )
  const found = offences(sources, (line) => {
    const id = kindIds.find((kindId) => line.includes(kindId))
    return id && `names the kind "${id}": put what it needs into the kind's data`
  })
  expect(found).toEqual([])
})

test('every kind is found by this test', () => {
  expect(kindIds).toEqual(
    expect.arrayContaining(['vision-board', 'victory-backcast', 'inside-outside-grid', 'next-steps']),
  )
})
