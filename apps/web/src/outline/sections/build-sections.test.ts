import { expect, test } from 'vitest'
import { aBoard, aStep } from '../../actions/a-board.ts'
import { buildSections } from './build-sections.ts'
import type { OutlineSection } from './section.ts'

/** Messages as their ids, with their values. */
const words = {
  t: (id: string, values?: object) => (values ? `${id} ${Object.values(values).join(' ')}` : id),
  label: (id: string) => id,
  number: String,
  locale: 'en' as const,
}

function outline(board: ReturnType<typeof aBoard>, arrangement: string | null = null): OutlineSection[] {
  const { kind, open } = board.context
  const now = open.store.board(open.entry)
  const derived = kind.derive(now, { threads: [], boards: new Map([[now.id, now]]) })
  return buildSections({ kind, board: now, derived, arrangement, words })
}
const shape = (sections: readonly OutlineSection[]) =>
  sections.filter((section) => section.notes.length > 0).map((section) => [section.key, section.notes])

const piece = (id: string, more = {}) => ({
  id,
  kind: 'vision-element',
  text: id,
  place: { x: 0, y: 0 },
  ...more,
})

test('a canvas reads themes first, then its zones, then what is not yet together', () => {
  const board = aBoard('vision-board', {
    notes: [
      piece('loose', { place: { x: 0, y: 300 } }),
      piece('member', { cluster: { id: 't', order: 'a0' } }),
      { id: 't', kind: 'theme', text: 'A roof', place: { x: 0, y: 0 } },
      { id: 'v', kind: 'value', text: 'dignity', place: { zone: 'values', order: 'a0' } },
      piece('alone', { keepSeparate: true }),
    ],
  })
  const sections = outline(board)
  expect(shape(sections)).toEqual([
    ['theme t', ['member']],
    ['zone values', ['v']],
    ['zone apart', ['alone']],
    ['zone field', ['loose']],
  ])
  expect(sections[0]).toMatchObject({
    heading: 'A roof',
    headingNote: 't',
    drop: { to: 'theme', theme: 't' },
  })
})

test('without themes the field comes first', () => {
  const board = aBoard('vision-board', { notes: [piece('a')] })
  expect(outline(board)[0]).toMatchObject({ key: 'zone field', notes: ['a'] })
})

test('a canvas arranged by a field has a heading for each answer and one for none', () => {
  const board = aBoard('vision-board', { notes: [piece('a', { fields: { sense: 'hear' } }), piece('b')] })
  expect(shape(outline(board, 'senses'))).toEqual([
    ['field sense hear', ['a']],
    ['field sense ', ['b']],
  ])
})

const path = {
  notes: [
    aStep('a', { threadId: 'deciders', interimGoal: true }),
    aStep('b', { threadId: 'people', grounding: 'true-now' }),
    aStep('c', { threadId: 'care', grounding: 'unknown' }),
    aStep('loose'),
  ],
  links: [['victory', 'a'] as const, ['a', 'b'] as const, ['a', 'c'] as const],
}

test('a path read backwards goes column by column from victory to today', () => {
  const sections = outline(aBoard('victory-backcast', path))
  expect(shape(sections)).toEqual([
    ['fixed victory', ['victory']],
    ['fixed instant-before', ['instant-before']],
    ['depth 2', ['a']],
    ['depth 3', ['b', 'c']],
    ['zone tray', ['loose']],
  ])
})

test('what hangs in the air is said in words', () => {
  const facts =
    outline(aBoard('victory-backcast', path)).find((section) => section.key === 'today')?.facts ?? []
  expect(facts.map((fact) => fact.words)).toEqual(
    expect.arrayContaining([
      'outline.reach.victoryHangs',
      'outline.reach.lane victory-backcast.lane.people.label 1 1',
      'outline.reach.laneHangs victory-backcast.lane.care.label 0 1',
      'outline.reach.laneNone victory-backcast.lane.allies.label',
      'outline.reach.hangsAndWaits c a',
    ]),
  )
})

test('a path read forwards is a numbered plan with its goals as headings', () => {
  const sections = outline(aBoard('victory-backcast', path), 'forwards')
  expect(sections[0]).toMatchObject({
    key: 'goal a',
    notes: ['b', 'c', 'a'],
    numbers: { b: '1', c: '2', a: '3' },
    sentences: { b: 'outline.plan.toBegin', a: 'outline.plan.because 1 and 2' },
  })
})

test('steps that wait for each other are said to, and share a number', () => {
  const board = aBoard('victory-backcast', { ...path, links: [...path.links, ['b', 'a'] as const] })
  const plan = outline(board, 'forwards').find((section) => section.notes.includes('a'))
  expect(plan?.sentences?.a).toContain('outline.plan.together')
  const facts = outline(board).find((section) => section.key === 'today')?.facts ?? []
  expect(facts.some((fact) => fact.key.startsWith('circle'))).toBe(true)
})

test('a grid reads rows with their columns, and names what an empty cell could hold', () => {
  const tactic = {
    id: 't',
    kind: 'tactic',
    text: 'speak',
    place: { row: 'inside', col: 'claimed', order: 'a0' },
  }
  const sections = outline(aBoard('inside-outside-grid', { notes: [tactic] }))
  const keys = sections.map((section) => section.key)
  expect(keys.slice(0, 5)).toEqual([
    'zone closed-rooms',
    'row inside',
    'cell inside/invited',
    'cell inside/claimed',
    'cell inside/created',
  ])
  expect(sections[2]?.empty).toBe('inside-outside-grid.cell.inside.invited')
  expect(shape(sections)).toEqual([['cell inside/claimed', ['t']]])
})

test('a grid read by moment puts tactics under their moment and their row', () => {
  const board = aBoard('inside-outside-grid', {
    notes: [
      { id: 't', kind: 'tactic', text: 'speak', place: { row: 'inside', col: 'claimed', order: 'a0' } },
      { id: 'u', kind: 'tactic', text: 'sing', place: { row: 'outside', col: 'created', order: 'a0' } },
      { id: 'm', kind: 'moment', text: 'hearing', place: { zone: 'moments', order: 'a0' } },
    ],
    links: [['t', 'm', 'at-moment']],
  })
  expect(shape(outline(board, 'alignment'))).toEqual([
    ['moment m inside', ['t']],
    ['no moment', ['u']],
  ])
})

test('a table lists its zones with the columns of their fields', () => {
  const board = aBoard('next-steps', {
    notes: [{ id: 'c', kind: 'commitment', text: 'call', place: { zone: 'commit', order: 'a0' } }],
  })
  expect(outline(board)[0]).toMatchObject({
    key: 'zone commit',
    notes: ['c'],
    columns: ['whoRole', 'byWhen', 'needs', 'status'],
  })
})

test('a note in a place that this kind does not know is shown all the same', () => {
  const notes = [
    { id: 'x', kind: 'question', text: 'why', place: { row: 'no-such', col: 'place', order: 'a0' } },
  ]
  for (const kind of ['vision-board', 'victory-backcast', 'inside-outside-grid', 'next-steps']) {
    const told = outline(aBoard(kind, { notes })).flatMap((section) => section.notes)
    expect(told).toContain('x')
  }
})

test('a cell names the tactics that some of us would put there, with both reasons', () => {
  const seen = {
    id: 't',
    kind: 'tactic',
    text: 'speak',
    place: { row: 'inside', col: 'claimed', order: 'a0' },
    fields: { otherSpace: 'invited', otherSpaceWhy: 'They asked us; we asked first.' },
  }
  const sections = outline(aBoard('inside-outside-grid', { notes: [seen] }))
  const echoes = sections.filter((section) => (section.echoes ?? []).length > 0)
  expect(echoes.map(({ key, echoes }) => [key, echoes])).toEqual([
    ['cell inside/invited', [{ id: 't', words: 'speak', why: 'They asked us; we asked first.' }]],
  ])
})

test('steps of the plan that have come true stand folded away under the heading they led to', () => {
  const notes = [aStep('a', { status: 'true' }), aStep('b')]
  const links = [
    ['victory', 'b'],
    ['b', 'a'],
  ] as const
  const sections = outline(aBoard('victory-backcast', { notes, links }), 'forwards')
  const at = sections.findIndex((section) => section.key === 'goal victory')
  expect(sections[at]?.notes).toEqual(['b'])
  expect(sections[at + 1]).toMatchObject({ notes: ['a'], level: 3, fold: 'shown:true', startsFolded: true })
})
