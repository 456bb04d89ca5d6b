import type { Board } from '@vispera/board'
import { expect, test } from 'vitest'
import { aBackcast, aBoard, across, aNote, aStep, inWorkshop, linked, needs } from '../testing/makers.ts'
import { deriveBackcast } from './derive.ts'

const derive = (board: Board, ...others: Board[]) => deriveBackcast(board, inWorkshop([board, ...others]))

test('an empty backcast has nothing placed and does not reach today', () => {
  expect(derive(aBackcast([]))).toMatchObject({
    depth: {},
    plan: [],
    planNumber: {},
    victoryReaches: false,
    unplaced: [],
  })
})

test('what victory needs stands behind the instant before, and right behind victory where there is none', () => {
  const board = aBackcast([aStep('a')], needs([['victory', 'a']]))
  expect(derive(board).depth).toEqual({ a: 2 })
  const withoutInstant = { ...board, notes: board.notes.filter((note) => note.id !== 'instant-before') }
  expect(derive(withoutInstant).depth).toEqual({ a: 1 })
})

test('two steps that wait for each other stand in one column and share a number', () => {
  const board = aBackcast(
    ['a', 'b', 'c', 'd'].map((id) => aStep(id)),
    needs([
      ['victory', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
    ]),
  )
  expect(derive(board)).toMatchObject({
    depth: { a: 2, b: 3, c: 3, d: 4 },
    cycles: [['b', 'c']],
    plan: [{ goal: 'victory', steps: ['d', 'b', 'c', 'a'] }],
    planNumber: { d: '1', b: '2a', c: '2b', a: '3' },
  })
})

test('a ring of interim goals is one heading, named after the first of them', () => {
  const board = aBackcast(
    [aStep('a', { interimGoal: true }), aStep('b', { interimGoal: true }), aStep('c')],
    needs([
      ['victory', 'a'],
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'c'],
    ]),
  )
  expect(derive(board).plan).toEqual([{ goal: 'a', steps: ['c', 'b', 'a'] }])
})

test('a gap stands in the path, is numbered, and never reaches today', () => {
  const board = aBackcast(
    [aStep('a', { grounding: 'needs-more' }), aNote('hole', 'gap'), aStep('b', { grounding: 'true-now' })],
    needs([
      ['victory', 'a'],
      ['a', 'hole'],
      ['hole', 'b'],
    ]),
  )
  expect(derive(board)).toMatchObject({
    depth: { a: 2, hole: 3, b: 4 },
    planNumber: { b: '1', hole: '2', a: '3' },
    gaps: ['hole'],
    reachesToday: { b: true, hole: false, a: false },
  })
})

test('a stack is one card with the links of all its notes', () => {
  const board = aBackcast(
    [aStep('a'), aStep('b'), aStep('b-again', {}, { sameAs: 'b' }), aStep('c')],
    needs([
      ['victory', 'a'],
      ['a', 'b-again'],
      ['b', 'c'],
      ['b-again', 'c'],
    ]),
  )
  expect(derive(board)).toMatchObject({
    depth: { a: 2, b: 3, c: 4 },
    order: ['c', 'b', 'a'],
    stacks: { b: ['b-again'] },
  })
})

test('a step drawn earlier takes what it needs along', () => {
  const board = aBackcast(
    [aStep('a', { minDepth: 5 }), aStep('b'), aStep('c')],
    needs([
      ['victory', 'a'],
      ['a', 'b'],
      ['victory', 'c'],
    ]),
  )
  expect(derive(board).depth).toEqual({ a: 5, b: 6, c: 2 })
})

test('values that make no sense are as good as none', () => {
  const hostile = {
    minDepth: 1e9,
    threadId: 'constructor',
    gate: [],
    grounding: {},
    interimGoal: 'yes',
    when: 7,
  }
  const board = aBackcast(
    [aStep('a', hostile), aStep('b', { minDepth: -3 })],
    needs([
      ['victory', 'a'],
      ['a', 'b'],
    ]),
  )
  expect(derive(board)).toMatchObject({
    depth: { a: 2, b: 3 },
    leafMeter: { none: [0, 1] },
    disagreements: [],
  })
})

test('a step dated later than what needs it disagrees, unless its days are unknown', () => {
  const dated = (id: string, when: unknown) => aStep(id, { when })
  const board = aBackcast(
    [
      dated('a', { kind: 'year', label: '2027', earliest: '2027-01-01', latest: '2027-12-31' }),
      dated('b', { kind: 'year', label: '2028', earliest: '2028-01-01', latest: '2028-12-31' }),
      dated('c', { kind: 'event', label: 'after the rains' }),
      dated('d', '2029'),
    ],
    [
      ...needs([
        ['victory', 'a'],
        ['a', 'b'],
        ['b', 'c'],
        ['b', 'a'],
      ]),
      { id: 'kept', kind: 'needs', from: 'a', to: 'd', why: 'we know' },
    ],
  )
  expect(derive(board).disagreements).toEqual([
    { link: 'kept', from: 'a', to: 'd', kept: true },
    { link: 'needs1', from: 'a', to: 'b', kept: false },
  ])
})

test('victory dated before what it needs disagrees with it', () => {
  const board = aBackcast([aStep('a', { when: '2030' })], needs([['victory', 'a']]))
  const notes = board.notes.map((note) =>
    note.id === 'victory' ? { ...note, fields: { horizon: '2028' } } : note,
  )
  expect(derive({ ...board, notes }).disagreements).toHaveLength(1)
})

test('tactics count by the row they stand in; dropped, hidden and doubled ones do not', () => {
  const board = aBackcast(
    [aStep('a'), aStep('b'), aStep('c'), aStep('d')],
    needs([
      ['victory', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ]),
  )
  const inRow = (id: string, row: string, fields = {}) =>
    aNote(id, 'tactic', { place: { row, col: 'claimed' }, fields })
  const grid = aBoard('inside-outside-grid', [
    inRow('in', 'inside'),
    inRow('out', 'outside'),
    inRow('gone', 'inside', { status: 'dropped' }),
    { ...inRow('held', 'inside'), state: 'hidden-for-care' },
    inRow('both', 'bridge'),
    aNote('loose', 'tactic'),
  ])
  const to = (step: string, tactic: string) =>
    across('calls-for', `victory-backcast/${step}`, `inside-outside-grid/${tactic}`)
  const threads = [
    to('a', 'in'),
    to('a', 'gone'),
    to('a', 'held'),
    to('b', 'both'),
    to('c', 'loose'),
    to('a', 'nobody'),
  ]
  const twice = { ...to('a', 'in'), id: 'again' }
  const derived = deriveBackcast(board, inWorkshop([board, grid], [...threads, twice, to('b', 'out')]))
  expect(derived.tacticCounts).toEqual({
    a: { inside: 1, bridge: 0, outside: 0 },
    b: { inside: 0, bridge: 1, outside: 1 },
    c: { inside: 0, bridge: 0, outside: 0 },
    d: { inside: 0, bridge: 0, outside: 0 },
  })
  expect(derived.stepsWithoutTactic).toEqual(['d'])
  expect(derived.stepsWithOneSideOnly).toEqual(['a'])
})

test('notes beside the path stand in their lists; unplaced steps head the tray', () => {
  const board = aBackcast(
    [
      aStep('placed'),
      aStep('loose', {}, { place: { zone: 'tray', order: 'a1' } }),
      aNote('sure', 'assumption', { place: { zone: 'assumptions', order: 'a0' } }),
      aNote('ask', 'question', { place: { zone: 'questions', order: 'a0' } }),
      aNote('homeless', 'obstacle'),
    ],
    [...needs([['victory', 'placed']]), ...linked('in-tension', [['homeless', 'placed']])],
  )
  expect(derive(board).zones).toEqual({
    path: ['placed'],
    tray: ['loose', 'homeless'],
    assumptions: ['sure'],
    questions: ['ask'],
  })
})

test('a card whose dependent somebody deleted meanwhile is unplaced, and says so', () => {
  const archived = aStep('gone', {}, { state: 'archived' })
  const links = needs([
    ['removed', 'a'],
    ['gone', 'b'],
    ['a', 'c'],
  ])
  expect(derive(aBackcast([aStep('a'), aStep('b'), aStep('c'), archived], links))).toMatchObject({
    unplaced: ['a', 'b', 'c'],
    cutOff: ['a', 'b'],
  })
})

test('steps in one place whose words are close are pointed out, in any script', () => {
  const saying = (id: string, text: string) => aStep(id, {}, { text })
  const board = aBackcast(
    [
      saying('a', 'The committee puts our lease on the agenda'),
      saying('b', 'the committee puts our lease on its agenda!'),
      saying('c', 'وضعت اللجنة عقدنا على جدول الأعمال'),
      saying('d', 'وضعت اللجنة عقدنا على جدول أعمالها'),
      saying('e', 'The committee puts our lease on the agenda'),
      saying('f', ''),
    ],
    needs([
      ['victory', 'a'],
      ['victory', 'b'],
      ['a', 'c'],
      ['a', 'd'],
    ]),
  )
  expect(derive(board).alike).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('a step asks whether it is true now when a tactic for it is done', () => {
  const board = aBackcast(
    [aStep('a'), aStep('b', { status: 'true' })],
    needs([
      ['victory', 'a'],
      ['a', 'b'],
    ]),
  )
  const grid = aBoard('inside-outside-grid', [aNote('t', 'tactic', { fields: { status: 'done' } })])
  const serves = (step: string) => across('calls-for', `victory-backcast/${step}`, 'inside-outside-grid/t')
  const derived = deriveBackcast(board, inWorkshop([board, grid], [serves('a'), serves('b')]))
  expect(derived.maybeTrueNow).toEqual(['a'])
})

test('a chain, a fan and one ring of ten thousand steps are no trouble', () => {
  const size = 10_000
  const steps = Array.from({ length: size }, (_, index) => aStep(`s${String(index).padStart(5, '0')}`))
  const ids = steps.map((step) => step.id)
  const pairUp = (to: (index: number) => string) => ids.slice(1).map((id, index) => [id, to(index)] as const)
  const chain = derive(
    aBackcast(steps, needs([['victory', 's09999'], ...pairUp((index) => ids[index] ?? '')])),
  )
  expect(chain.depth.s00000).toBe(size + 1)
  const fan = derive(aBackcast(steps, needs(ids.map((id) => ['victory', id] as const))))
  expect(fan.plan).toHaveLength(1)
  const ring = derive(
    aBackcast(
      steps,
      needs([['victory', 's09999'], ['s00000', 's09999'], ...pairUp((index) => ids[index] ?? '')]),
    ),
  )
  expect(ring.cycles).toHaveLength(1)
  expect(ring.depth.s00000).toBe(2)
})
