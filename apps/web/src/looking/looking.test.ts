import { expect, test } from 'vitest'
import { aBoard, aStep } from '../actions/a-board.ts'
import { createBoardUi, trueSteps } from '../board-ui/board-ui.ts'
import { bringBack } from '../board-ui/bring-back.ts'
import type { SieveInput } from '../board-ui/sieve.ts'
import { exampleBoards, someWords } from '../layouts/testing/an-input.ts'
import { filterBy, filtersOf, unsaid, valuesOf } from './filter-sieve.ts'
import { focusOn } from './focus-sieve.ts'
import { foldsOnOpening } from './groups.ts'

const inputOf = (made: ReturnType<typeof aBoard>): SieveInput => {
  const { kind, open } = made.context
  const board = open.store.board(open.entry)
  return { kind, board, context: { threads: [], boards: new Map([[board.id, board]]) } }
}
const shown = (input: SieveInput, hidden: ReadonlySet<string>) =>
  input.board.notes.flatMap(({ id }) => (hidden.has(id) ? [] : [id])).sort()

const path = aBoard('victory-backcast', {
  notes: [aStep('a'), aStep('b'), aStep('c'), aStep('d')],
  links: [
    ['victory', 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['b', 'd'],
  ],
})

test('looking at one step alone leaves it, what it needs and what needs it', () => {
  const input = inputOf(path)
  expect(shown(input, focusOn({ id: 'b' }).hides(input))).toEqual(['a', 'b', 'c', 'd'])
  expect(shown(input, focusOn({ id: 'c' }).hides(input))).toEqual(['b', 'c'])
})

test('a step that victory needs is looked at together with both ends', () => {
  const input = inputOf(path)
  expect(shown(input, focusOn({ id: 'a' }).hides(input))).toEqual(['a', 'b', 'instant-before', 'victory'])
})

test('a step that is gone hides nothing', () => {
  const input = inputOf(path)
  expect(focusOn({ id: 'nowhere' }).hides(input).size).toBe(0)
})

const tactic = (id: string, fields: Record<string, unknown> = {}) => ({
  id,
  kind: 'tactic',
  text: id,
  place: { row: 'inside', col: 'invited', order: 'a0' },
  fields,
})
const grid = aBoard('inside-outside-grid', {
  notes: [
    tactic('radio', { whoRole: 'Co-op board', status: 'idea', riskLevel: 'high' }),
    tactic('letter', { whoRole: 'co-op board ', status: 'done' }),
    tactic('march', { status: 'idea' }),
    { id: 'hearing', kind: 'moment', text: 'Hearing', place: { zone: 'moments', order: 'a0' } },
  ],
  links: [['march', 'hearing', 'at-moment']],
})

test('a filter leaves the tactics that say all of what was chosen, and everything round the grid', () => {
  const input = inputOf(grid)
  const left = (choices: Record<string, string>) => shown(input, filterBy(choices).hides(input))
  expect(left({ status: 'idea' })).toEqual(['hearing', 'march', 'radio'])
  expect(left({ status: 'idea', riskLevel: 'high' })).toEqual(['hearing', 'radio'])
  expect(left({ whoRole: 'CO-OP BOARD' })).toEqual(['hearing', 'letter', 'radio'])
  expect(left({ whoRole: unsaid })).toEqual(['hearing', 'march'])
  expect(left({ 'at-moment': 'hearing' })).toEqual(['hearing', 'march'])
  expect(left({ 'calls-for': unsaid })).toEqual(['hearing', 'letter', 'march', 'radio'])
})

test('what can be chosen is what the board says, once, in the order of its words', () => {
  const input = inputOf(grid)
  const words = someWords(input.board)
  expect(valuesOf(input, 'whoRole', words).map(({ name }) => name)).toEqual(['Co-op board'])
  expect(valuesOf(input, 'at-moment', words)).toEqual([{ value: 'hearing', name: 'Hearing' }])
  expect(valuesOf(input, 'status', words).map(({ value }) => value)).toEqual(['idea', 'done'])
})

test('the example can be filtered by each of its steps, by the words they have on their own board', () => {
  const { boards, threads } = exampleBoards()
  const board = [...boards.values()].find((one) => one.kind === 'inside-outside-grid')
  if (!board) throw new Error('no grid in the example')
  const input: SieveInput = { kind: grid.context.kind, board, context: { threads, boards } }
  const steps = valuesOf(input, 'calls-for', someWords(board))
  expect(steps.map(({ name }) => name)).toContain('A costed plan by the co-op is seen as sound')
  const counts = steps.map(
    ({ value }) => board.notes.length - filterBy({ 'calls-for': value }).hides(input).size,
  )
  expect(Math.min(...counts)).toBeGreaterThan(0)
  expect(filtersOf(input.kind)).toEqual(['calls-for', 'whoRole', 'at-moment', 'riskLevel', 'status'])
})

test('somebody who is led to a note sees it, whatever they had folded or filtered away', () => {
  const ui = createBoardUi({ sieve: filterBy({ status: 'idea' }), folded: new Set(['theme:t', 'theme:u']) })
  const { kind } = aBoard('vision-board').context
  bringBack(ui, kind, {
    id: 'n',
    kind: 'k',
    text: '',
    place: null,
    fields: {},
    cluster: { id: 't', order: 'a0' },
  })
  expect(ui.get().sieve).toBeNull()
  expect([...ui.get().folded]).toEqual(['theme:u'])
})

test('a path of more than eighty steps opens with its threads folded, a shorter one does not', () => {
  const folds = (count: number) => {
    const notes = Array.from({ length: count }, (_, index) => aStep(`s${index}`, { threadId: 'people' }))
    const { kind, board } = inputOf(aBoard('victory-backcast', { notes }))
    return foldsOnOpening({ kind, board, words: someWords(board) })
  }
  expect(folds(80)).toEqual([])
  expect(folds(81)).toEqual(['lane:people'])
})

test('a step that has come true is shown in the plan to whoever is led to it', () => {
  const made = aBoard('victory-backcast', { notes: [aStep('a', { status: 'true' }), aStep('b')] })
  const ui = createBoardUi()
  const folded = (id: string) => {
    const note = made.open.store.note(id)
    if (note) bringBack(ui, made.context.kind, note)
    return [...ui.get().folded]
  }
  expect(folded('b')).toEqual([])
  expect(folded('a')).toEqual([trueSteps])
})
