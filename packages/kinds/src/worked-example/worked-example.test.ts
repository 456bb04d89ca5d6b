import { type Board, parseFuzzyDate, readBoard, readThreads } from '@vispera/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { parseNewLink } from '../edge/links.ts'
import { parseNewNote } from '../edge/parse-new-note.ts'
import { presentNote } from '../edge/present-note.ts'
import { deriveGrid } from '../inside-outside-grid/derive.ts'
import { gridPrompts } from '../inside-outside-grid/prompts.ts'
import type { Locale, RuleContext } from '../kind.ts'
import { kindById } from '../kinds.ts'
import { deriveBackcast } from '../victory-backcast/derive.ts'
import { deriveVision } from '../vision-board/derive.ts'
import { wordsOf } from './example-board.ts'
import { workedExample, writeExampleBoard, writeExampleThreads } from './worked-example.ts'

/** The expected values of the method's own worked example, to the last number. */
const expected = {
  depth: { s1: 2, s2: 3, s3: 3, s4: 4, s5: 4, s6: 4, s7: 5, s8: 5, s9: 6 },
  order: ['s9', 's8', 's7', 's5', 's6', 's4', 's2', 's3', 's1'],
  plan: [
    { goal: 's6', steps: ['s8', 's6'], alsoLeadsTo: { s8: ['s1'] } },
    { goal: 's4', steps: ['s9', 's7', 's4'] },
    { goal: 's1', steps: ['s5', 's2', 's3', 's1'] },
  ],
  planNumber: { s8: '1', s6: '2', s9: '3', s7: '4', s4: '5', s5: '6', s2: '7', s3: '8', s1: '9' },
  saysCanStartButWaits: ['s7'],
  victoryReaches: false,
  leafMeter: { people: [1, 1], care: [0, 1] },
  stepsWithoutTactic: ['s9', 's8', 's6'],
  stepsWithOneSideOnly: ['s7', 's5', 's4', 's2'],
  cycles: [],
  gaps: [],
  disagreements: [],
}
const reachesToday = {
  s1: false,
  s2: false,
  s3: true,
  s4: false,
  s5: true,
  s6: true,
  s7: false,
  s8: true,
  s9: false,
}
const tacticCounts = {
  s1: { inside: 2, bridge: 0, outside: 1 },
  s2: { inside: 0, bridge: 0, outside: 1 },
  s3: { inside: 1, bridge: 1, outside: 0 },
  s4: { inside: 0, bridge: 0, outside: 1 },
  s5: { inside: 0, bridge: 0, outside: 1 },
  s6: { inside: 0, bridge: 0, outside: 0 },
  s7: { inside: 0, bridge: 0, outside: 1 },
  s8: { inside: 0, bridge: 0, outside: 0 },
  s9: { inside: 0, bridge: 0, outside: 0 },
}

function openExample(locale: Locale = 'en'): { boards: Record<string, Board>; context: RuleContext } {
  const example = workedExample(locale)
  const boards = example.boards.map((board) => {
    const doc = new Y.Doc()
    writeExampleBoard(doc, board)
    return readBoard(board, doc)
  })
  const threads = new Y.Doc()
  writeExampleThreads(threads, example)
  const context = {
    boards: new Map(boards.map((board) => [board.id, board])),
    threads: readThreads(threads).links,
  }
  return { boards: Object.fromEntries(boards.map((board) => [board.id, board])), context }
}

const boardOf = (boards: Record<string, Board>, id: string): Board => {
  const board = boards[id]
  if (!board) throw new Error(`no board ${id}`)
  return board
}

test.each(['en', 'es', 'ar'] as const)(
  'the backcast of the %s example has every value that the method gives',
  (locale) => {
    const { boards, context } = openExample(locale)
    const derived = deriveBackcast(boardOf(boards, 'backcast'), context)
    expect(derived).toMatchObject(expected)
    expect(derived.depth).toEqual(expected.depth)
    expect(derived.plan).toEqual(expected.plan)
    expect(derived.reachesToday).toMatchObject(reachesToday)
    expect(derived.tacticCounts).toMatchObject(tacticCounts)
    expect(derived.unplaced).toEqual(['tray2', 'tray1'])
  },
)

test('the grid of the example stands as the method shows it', () => {
  const { boards, context } = openExample()
  const derived = deriveGrid(boardOf(boards, 'grid'), context)
  expect(derived.cells).toEqual({
    'inside/invited': ['t3'],
    'inside/claimed': [],
    'inside/created': ['t6'],
    'bridge/invited': [],
    'bridge/claimed': [],
    'bridge/created': ['t5'],
    'outside/invited': [],
    'outside/claimed': ['t4'],
    'outside/created': ['t1', 't2'],
  })
  expect(derived.tray).toEqual(['gtray1', 'gtray2'])
  expect(derived.moments).toEqual([
    { moment: 'm1', inside: [], bridge: [], outside: ['t1'], unplaced: [] },
    { moment: 'm2', inside: ['t3'], bridge: [], outside: ['t4'], unplaced: [] },
    { moment: 'm3', inside: ['t6'], bridge: [], outside: [], unplaced: [] },
  ])
  expect(derived.byStep.map(({ step }) => step.note)).toEqual(expected.order)
  expect(derived.withoutStep).toEqual(['gtray1', 'gtray2'])
  expect(
    gridPrompts(boardOf(boards, 'grid'), context).map((prompt) => [prompt.rule, prompt.values.text]),
  ).toEqual(['s7', 's5', 's4', 's2'].map((step) => ['other-side', wordsOf.en[step as 's7']]))
})

test('the vision of the example has its four themes, and two visions that stand apart', () => {
  const { boards } = openExample()
  const derived = deriveVision(boardOf(boards, 'vision'))
  expect(derived.themes.map(({ id, members }) => [id, members.length])).toEqual([
    ['roof', 7],
    ['unafraid', 6],
    ['city', 6],
    ['room', 4],
  ])
  expect(derived.apart).toEqual(['apart1', 'apart2'])
  expect(derived.zones.field).toEqual(['loose1', 'loose2', 'loose3'])
})

test.each(['en', 'es', 'ar'] as const)(
  'every note and link of the %s example passes the checks at the door',
  (locale) => {
    const { boards } = openExample(locale)
    for (const board of workedExample(locale).boards) {
      const kind = kindById(board.kind)
      if (!kind) throw new Error(board.kind)
      const stored = boardOf(boards, board.id)
      expect(stored.leftOut).toBe(0)
      for (const note of stored.notes) {
        const { translations: _given, place, ...flat } = presentNote(kind, note)
        const isFixed = kind.fixedNotes.some((fixed) => fixed.id === note.id)
        expect(parseNewNote(kind, isFixed ? flat : { ...flat, place })).toMatchObject({ ok: true })
      }
      for (const link of stored.links) expect(parseNewLink(kind, stored, link)).toMatchObject({ ok: true })
    }
  },
)

test('no words of the example are missing, and dates without days stay words', () => {
  for (const words of Object.values(wordsOf)) {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(wordsOf.en).toSorted())
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([])
    expect(parseFuzzyDate(words['m1.when'])).not.toHaveProperty('earliest')
  }
})

test('the words of a sensitive note do not travel with its links', () => {
  const threads = workedExample().threads.filter(({ to }) => to.note === 't5')
  expect(threads.map((link) => link.lastKnown?.to)).toEqual([undefined])
})
