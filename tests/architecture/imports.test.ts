import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, type Source, sourcesIn, withoutComments, workspaces } from './sources.ts'

/**
 * The table of architecture.md. A package may import what stands here and nothing else: packages of ours by their
 * short name, others by theirs. `fromNode` is for what runs only in the server's process.
 */
const table: Record<string, { ours: string[]; others: string[]; fromNode?: true }> = {
  board: { ours: [], others: ['zod', 'yjs', 'fractional-indexing'] },
  kinds: { ours: ['board'], others: ['zod'] },
  storage: { ours: [], others: ['pg', 'ioredis'], fromNode: true },
  sync: { ours: ['storage'], others: ['yjs', 'y-protocols', 'lib0', 'y-websocket'] },
  record: {
    ours: ['board', 'kinds'],
    others: [
      'zod',
      'yjs',
      'papaparse',
      'fflate',
      'intl-messageformat',
      '@myriaddreamin/typst-ts-node-compiler',
      '@expo-google-fonts/*',
    ],
    fromNode: true,
  },
  ui: { ours: [], others: ['react', 'lucide-react'] },
}

/** What tests may use on top, in any package. */
const forTests = [
  'vitest',
  'fast-check',
  'ws',
  'y-websocket',
  'yjs',
  'y-protocols',
  'lib0',
  'react-dom',
  'react',
]

type Import = { specifier: string; isTypeOnly: boolean; line: number }

const code = sourcesIn(workspaces, ['.ts', '.tsx']).filter(({ path }) => path.includes('/src/'))

describe('packages import only what the table of architecture.md lets them', () => {
  test.each(workspaces.filter((path) => path.startsWith('packages/')))('%s', (workspace) => {
    const name = workspace.slice('packages/'.length)
    const rule = table[name]
    expect(rule, `${workspace} is not in the table: say there what it may import`).toBeDefined()
    if (!rule) return
    const found = complaints(workspace, ({ specifier }, source) => {
      if (specifier.startsWith('.')) return undefined
      if (specifier.startsWith('node:')) {
        return rule.fromNode || source.isTest ? undefined : 'must also run in a browser, so nothing from Node'
      }
      if (specifier.startsWith('@vispera/')) {
        const other = specifier.split('/')[1] ?? ''
        return rule.ours.includes(other) || other === name ? undefined : 'imports upwards or sideways'
      }
      const allowed = source.isTest ? [...rule.others, ...forTests] : rule.others
      return allowed.some((pattern) => fits(specifier, pattern)) ? undefined : 'not in the table'
    })
    expect(found).toEqual([])
  })
})

test('sync takes only types from the store, so that it never learns what storage is made of', () => {
  const found = complaints('packages/sync', ({ specifier, isTypeOnly }, { isTest }) =>
    specifier === '@vispera/storage' && !isTypeOnly && !isTest
      ? 'import the type, pass the store in'
      : undefined,
  )
  expect(found).toEqual([])
})

test.each(workspaces)('%s reaches into no other package by a path', (workspace) => {
  const doors = exportedDoors()
  const found = complaints(workspace, ({ specifier }, { path }) => {
    if (specifier.startsWith('.')) {
      const target = posix.join(posix.dirname(path), specifier)
      const isInside = target.startsWith(`${workspace}/`)
      return isInside ? undefined : 'leaves its own folder: import the package by its name'
    }
    if (!specifier.startsWith('@vispera/')) return undefined
    return doors.has(specifier) ? undefined : 'not a door of that package (its package.json "exports")'
  })
  expect(found).toEqual([])
})

test('apps do not import one another', () => {
  const apps = workspaces
    .filter((path) => path.startsWith('apps/'))
    .map((path) => `@vispera/${path.slice(5)}`)
  const found = workspaces
    .filter((path) => path.startsWith('apps/'))
    .flatMap((app) =>
      complaints(app, ({ specifier }) => (apps.includes(specifier) ? 'an app is not a library' : undefined)),
    )
  expect(found).toEqual([])
})

test.each(['packages/board', 'packages/kinds'])(
  '%s is pure: its compiler knows no DOM and no Node',
  (workspace) => {
    const text = readFileSync(join(root, workspace, 'tsconfig.json'), 'utf8')
    const { compilerOptions } = JSON.parse(text) as { compilerOptions: { lib?: string[]; types?: string[] } }
    expect({
      lib: compilerOptions.lib?.filter((name) => name.startsWith('dom')) ?? [],
      types: compilerOptions.types ?? [],
    }).toEqual({ lib: [], types: [] })
  },
)

test('doors list names: nothing exports a whole file with *', () => {
  const found = code
    .filter((source) => /^export \* from/m.test(withoutComments(source)))
    .map(({ path }) => path)
  expect(found).toEqual([])
})

function complaints(
  workspace: string,
  complain: (found: Import, source: Source) => string | undefined,
): string[] {
  return code
    .filter(({ path }) => path.startsWith(`${workspace}/`))
    .flatMap((source) =>
      importsOf(source).flatMap((found) => {
        const complaint = complain(found, source)
        return complaint === undefined
          ? []
          : [`${source.path}:${found.line}  '${found.specifier}': ${complaint}`]
      }),
    )
}

function importsOf(source: Source): Import[] {
  const text = withoutComments(source)
  const statement = /\b(import|export)\s+(type\s+)?(?:[^'";()]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/g
  return [...text.matchAll(statement)].flatMap((match) => {
    const specifier = match[3] ?? match[4]
    // `export const x = 'word'` is no import.
    if (specifier === undefined || (match[1] === 'export' && !match[0].includes(' from '))) return []
    const line = text.slice(0, match.index).split('\n').length
    return [{ specifier, isTypeOnly: match[2] !== undefined, line }]
  })
}

function fits(specifier: string, pattern: string): boolean {
  if (pattern.endsWith('/*')) return specifier.startsWith(pattern.slice(0, -1))
  return specifier === pattern || specifier.startsWith(`${pattern}/`)
}

function exportedDoors(): Set<string> {
  const doors = workspaces.flatMap((workspace) => {
    const text = readFileSync(join(root, workspace, 'package.json'), 'utf8')
    const { name, exports = {} } = JSON.parse(text) as { name: string; exports?: Record<string, unknown> }
    return Object.keys(exports).map((door) => name + door.slice(1))
  })
  return new Set(doors)
}
