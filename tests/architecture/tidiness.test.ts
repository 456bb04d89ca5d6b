import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { offences, root, sourcesIn, workspaces } from './sources.ts'

const everything = sourcesIn([...workspaces, 'tests', 'tools'], ['.ts', '.tsx', '.css', '.mjs'])
const typescript = everything.filter(({ path }) => /\.tsx?$/.test(path))

test('no file is longer than 400 lines', () => {
  const found = everything
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
  expect(found).toEqual([])
})

test('every package and app has a README', () => {
  expect(workspaces.filter((workspace) => !existsSync(join(root, workspace, 'README.md')))).toEqual([])
})

test('types are never switched off', () => {
  const biome = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as {
    linter: { rules: { suspicious: Record<string, string> } }
  }
  expect(biome.linter.rules.suspicious.noExplicitAny).toBe('error')
  const silencer = /@ts-(ignore|nocheck|expect-error)|biome-ignore\S*\s+lint\/suspicious\/noExplicitAny/
  const silenced = typescript.filter(
    ({ path, text }) => !path.endsWith('tidiness.test.ts') && silencer.test(text),
  )
  expect(silenced.map(({ path }) => path)).toEqual([])
})

test('nothing in the client or in what it exports calls a foreign host', () => {
  // Names of XML vocabularies look like addresses but are never fetched.
  const vocabularies = /^(www\.w3\.org|schemas\.openxmlformats\.org|purl\.org)$/
  const local = /^(localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0|(.+\.)?example(\.(org|com|net))?\.?)$/
  const shipped = [
    ...sourcesIn(
      ['apps/web', 'apps/server/src', 'packages/ui/src', 'packages/record/src'],
      ['.ts', '.tsx', '.css', '.html'],
    ),
  ].filter(({ isTest }) => !isTest)
  const found = offences(shipped, (line) => {
    for (const [address, host = ''] of line.matchAll(/https?:\/\/([^/:'"`\s)$]+)/g)) {
      if (!vocabularies.test(host) && !local.test(host)) return address
    }
    return undefined
  })
  expect(found).toEqual([])
})

test('nothing is left for later without saying where it is tracked', () => {
  const found = everything
    .filter(({ path }) => !path.endsWith('tidiness.test.ts'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          /\b(TODO|FIXME|XXX)\b(?!.*#\d)/.test(line) ? [`${path}:${index + 1}  ${line.trim()}`] : [],
        ),
    )
  expect(found).toEqual([])
})
