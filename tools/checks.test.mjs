import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './checks.mjs'
import { isFloorReached } from './node.mjs'
import { firstVisitChunks } from './size.mjs'

const aFile = (...statuses) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
})

test('unit tests are counted one by one', () => {
  const report = { numPassedTests: 2, testResults: [aFile('passed', 'failed', 'passed')] }
  expect(countVitest(report, 1)).toEqual({ passed: 2, failures: ['test 1'] })
})

test('a file that cannot be loaded is one failure', () => {
  const report = { numPassedTests: 0, testResults: [{ ...aFile(), status: 'failed' }] }
  expect(countVitest(report, 1)).toEqual({ passed: 0, failures: ['a.test.ts could not be run'] })
})

test('a runner that fails outside any test, or leaves no report, is one failure', () => {
  expect(countVitest({ numPassedTests: 1, testResults: [aFile('passed')] }, 1).failures).toHaveLength(1)
  expect(countVitest(undefined, 137).failures).toHaveLength(1)
  expect(countPlaywright(undefined, 1).failures).toHaveLength(1)
  expect(
    countPlaywright({ suites: [], errors: [], stats: { expected: 0, flaky: 0 } }, 1).failures,
  ).toHaveLength(1)
})

test('browser tests are counted through nested suites', () => {
  const spec = (title, ok) => ({ title, ok, file: 'story.spec.ts' })
  const report = {
    stats: { expected: 2, flaky: 0 },
    errors: [],
    suites: [
      { specs: [spec('joins', true)], suites: [{ specs: [spec('drags', false), spec('records', true)] }] },
    ],
  }
  expect(countPlaywright(report, 1)).toEqual({ passed: 2, failures: ['story.spec.ts: drags'] })
})

describe('a first visit', () => {
  const manifest = {
    '_main.js': { file: 'main.js', imports: ['_react.js'] },
    '_react.js': { file: 'react.js' },
    '_yjs.js': { file: 'yjs.js' },
    'src/screens/workshop-screen.tsx': {
      file: 'workshop.js',
      isDynamicEntry: true,
      imports: ['_react.js', '_yjs.js'],
      dynamicImports: ['src/screens/share-dialog.tsx', 'src/layouts/grid/index.ts'],
    },
    'src/screens/share-dialog.tsx': { file: 'share.js', isDynamicEntry: true },
    'src/screens/start-screen.tsx': { file: 'start.js', isDynamicEntry: true },
    'src/layouts/grid/index.ts': { file: 'grid.js', isDynamicEntry: true },
    'src/layouts/canvas/index.ts': { file: 'canvas.js', isDynamicEntry: true, imports: ['_field.js'] },
    '_field.js': { file: 'field.js' },
    'src/messages/shell/ar.json': { file: 'words-ar.json' },
  }
  const sizeOf = () => 1

  test('is the entry and what it draws first, with what they import, and nothing that comes later', () => {
    const { chunks } = firstVisitChunks(
      manifest,
      ['before.js', 'main.js'],
      ['screens/workshop-screen.tsx'],
      sizeOf,
    )
    expect(chunks.sort()).toEqual(['before.js', 'main.js', 'react.js', 'workshop.js', 'yjs.js'])
  })

  test('counts the heaviest where the board decides', () => {
    const { chunks } = firstVisitChunks(
      manifest,
      ['before.js', 'main.js'],
      [[['grid/index.ts'], ['canvas/index.ts']]],
      sizeOf,
    )
    expect(chunks.sort()).toEqual(['before.js', 'canvas.js', 'field.js', 'main.js', 'react.js'])
  })

  test('cannot be measured by names that are gone', () => {
    const { problem } = firstVisitChunks(manifest, ['before.js', 'main.js'], ['screens/wall.tsx'], sizeOf)
    expect(problem).toContain('screens/wall.tsx')
  })
})

test('an older Node is recognised', () => {
  expect(['18.0.0', '20.20.2', '24.0.0', '26.1.0'].map(isFloorReached)).toEqual([false, false, true, true])
})
