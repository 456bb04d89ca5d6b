import type { Note } from '@vispera/board'
import { expect, test } from 'vitest'
import { aBackcast, aBoard, across, aNote, aStep, inWorkshop, linked, needs } from '../testing/makers.ts'
import { deriveGrid } from './derive.ts'
import { insideOutsideGrid } from './kind.ts'
import { gridPrompts } from './prompts.ts'

const aTactic = (id: string, cell: string | null = null, fields: Note['fields'] = {}, order = 'a0'): Note => {
  const [row = '', col = ''] = (cell ?? '').split('/')
  return aNote(id, 'tactic', { fields, place: cell === null ? null : { row, col, order } })
}
const aGrid = (notes: readonly Note[], links = linked('', [])) =>
  aBoard('inside-outside-grid', notes, links, 'grid')
const rules = (grid: ReturnType<typeof aGrid>, context = inWorkshop([grid])) =>
  gridPrompts(grid, context).map((prompt) => [prompt.rule, ...prompt.notes])

test('a cell is one value: known row and column, or the tray', () => {
  const grid = aGrid([
    aTactic('b', 'inside/invited', {}, 'a1'),
    aTactic('a', 'inside/invited', {}, 'a2'),
    aTactic('c', 'inside/elsewhere'),
    aTactic('d'),
    aNote('e', 'tactic', { place: { zone: 'grid' } }),
    aNote('f', 'tactic', { place: { zone: 'tray', order: 'a0' } }),
    aNote('g', 'question', { place: { zone: 'a zone of another version', order: 'a0' } }),
    aNote('h', 'tension', { place: { zone: 'cautions', order: 'a0' } }),
    { ...aTactic('gone', 'inside/invited'), state: 'archived' },
  ])
  const derived = deriveGrid(grid, inWorkshop([grid]))
  expect(derived.cells['inside/invited']).toEqual(['b', 'a'])
  expect(derived.tray).toEqual(['c', 'd', 'e', 'f', 'g'])
  expect(derived.zones.cautions).toEqual(['h'])
  expect(derived.gaps.emptyCells).toHaveLength(8)
})

test('an invited tactic asks what keeps pressure on, until a link either way or words say so', () => {
  const [a, b] = [aTactic('a', 'inside/invited'), aTactic('b', 'outside/created')]
  expect(rules(aGrid([a, b]))).toEqual([['invitation', 'a']])
  expect(rules(aGrid([a, b], linked('keeps-pressure-on', [['b', 'a']])))).toEqual([])
  expect(rules(aGrid([a, b], linked('keeps-pressure-on', [['a', 'b']])))).toEqual([])
  expect(rules(aGrid([aTactic('a', 'inside/invited', { pressureAfter: 'weekly radio' })]))).toEqual([])
  expect(rules(aGrid([aTactic('a', 'inside/invited', { pressureAfter: '  ' })]))).toEqual([
    ['invitation', 'a'],
  ])
  expect(rules(aGrid([aTactic('a', 'inside/claimed')]))).toEqual([])
})

test('a link from a tactic that is gone keeps no pressure on', () => {
  const hidden: Note = { ...aTactic('b', 'outside/created'), state: 'hidden-for-care' }
  const grid = aGrid([aTactic('a', 'inside/invited'), hidden], linked('keeps-pressure-on', [['b', 'a']]))
  expect(rules(grid)).toEqual([['invitation', 'a']])
})

test('a step with tactics on one side only asks for the other; a bridge tactic acts on both', () => {
  const path = aBackcast([aStep('s')], needs([['victory', 's']]))
  const serve = (...ids: string[]) => ids.map((id) => across('calls-for', 'victory-backcast/s', `grid/${id}`))
  const grid = aGrid([
    aTactic('in', 'inside/claimed'),
    aTactic('out', 'outside/claimed'),
    aTactic('b', 'bridge/claimed'),
  ])
  const asked = (...ids: string[]) => gridPrompts(grid, inWorkshop([path, grid], serve(...ids)))
  expect(asked('in')).toEqual([
    {
      id: 'other-side.victory-backcast.s',
      rule: 'other-side',
      notes: ['in'],
      values: { text: 's', side: 'inside' },
    },
  ])
  expect(asked('out')[0]?.values).toEqual({ text: 's', side: 'outside' })
  expect(asked('in', 'out')).toEqual([])
  expect(asked('in', 'b')).toEqual([])
  expect(asked()).toEqual([])
})

test('a step on a board that the reader may not open says nothing here', () => {
  const grid = aGrid([aTactic('in', 'inside/claimed')])
  const context = inWorkshop([grid], [across('calls-for', 'secret/s', 'grid/in')])
  expect(gridPrompts(grid, context)).toEqual([])
  expect(deriveGrid(grid, context).byStep).toEqual([])
})

test('high risk without protection, others speaking, and fixed moments without tactic are asked about', () => {
  const grid = aGrid(
    [
      aTactic('risky', 'outside/claimed', { riskLevel: 'high' }),
      aTactic('covered', 'outside/claimed', { riskLevel: 'high', protection: 'two people to call' }),
      aTactic('spoken-for', 'outside/claimed', { voice: 'others-speak' }),
      aTactic('dropped', 'outside/claimed', { voice: 'others-speak', status: 'dropped' }),
      aNote('m1', 'moment', { fields: { certain: 'fixed' } }),
      aNote('m2', 'moment', { fields: { certain: 'fixed' } }),
      aNote('m3', 'moment', { fields: { certain: 'likely' } }),
    ],
    linked('at-moment', [['covered', 'm2']]),
  )
  expect(rules(grid)).toEqual([
    ['protection', 'risky'],
    ['voice', 'spoken-for'],
    ['moment', 'm1'],
  ])
})

test('a measure on another board protects, and a tactic on another grid fills a moment', () => {
  const grid = aGrid([
    aTactic('risky', 'outside/claimed', { riskLevel: 'high' }),
    aNote('m1', 'moment', { fields: { certain: 'fixed' } }),
  ])
  const threads = [across('protects', 'risks/x', 'grid/risky'), across('at-moment', 'other/t', 'grid/m1')]
  expect(rules(grid, inWorkshop([grid], threads))).toEqual([])
  const emptied = inWorkshop(
    [grid, aBoard('risk-map', [], [], 'risks'), aBoard('grid', [], [], 'other')],
    threads,
  )
  expect(rules(grid, emptied)).toEqual([
    ['protection', 'risky'],
    ['moment', 'm1'],
  ])
})

test('one role with more than three chosen tactics at one moment may be too much', () => {
  const tactics = ['a', 'b', 'c', 'd'].map((id, index) =>
    aTactic(id, 'outside/claimed', {
      whoRole: index === 1 ? ' Radio  Group ' : 'radio group',
      status: 'chosen',
    }),
  )
  const grid = (links: readonly [string, string][], notes = tactics) =>
    aGrid([...notes, aNote('m', 'moment', { text: 'Hearing' })], linked('at-moment', links))
  const four: [string, string][] = [
    ['a', 'm'],
    ['b', 'm'],
    ['c', 'm'],
    ['d', 'm'],
  ]
  expect(gridPrompts(grid(four), inWorkshop([]))).toEqual([
    {
      id: 'load.m.radio group',
      rule: 'load',
      notes: ['m', 'a', 'b', 'c', 'd'],
      values: { text: 'Hearing', role: 'radio group', count: 4 },
    },
  ])
  expect(gridPrompts(grid(four.slice(0, 3)), inWorkshop([]))).toEqual([])
  const ideas = tactics.map((tactic) => ({ ...tactic, fields: { ...tactic.fields, status: 'idea' } }))
  expect(gridPrompts(grid(four, ideas), inWorkshop([]))).toEqual([])
})

test('moments stand in the order of their days, and say what happens on each side', () => {
  const grid = aGrid(
    [
      aTactic('in', 'inside/claimed'),
      aTactic('loose'),
      aNote('late', 'moment', { fields: { when: '2028' } }),
      aNote('early', 'moment', { fields: { when: { kind: 'month', label: 'May', earliest: '2027-05-01' } } }),
      aNote('some-day', 'moment', { fields: { when: 'after the rains' } }),
    ],
    linked('at-moment', [
      ['in', 'late'],
      ['loose', 'late'],
      ['in', 'early'],
      ['in', 'nowhere'],
    ]),
  )
  const derived = deriveGrid(grid, inWorkshop([grid]))
  expect(derived.moments).toEqual([
    { moment: 'early', inside: ['in'], bridge: [], outside: [], unplaced: [] },
    { moment: 'late', inside: ['in'], bridge: [], outside: [], unplaced: ['loose'] },
    { moment: 'some-day', inside: [], bridge: [], outside: [], unplaced: [] },
  ])
  expect(derived.withoutMoment).toEqual([])
})

test('open tactics of a step that came true ask whether they are still needed', () => {
  const path = aBackcast([aStep('s', { status: 'true' })], needs([['victory', 's']]))
  const grid = aGrid([
    aTactic('open', 'inside/claimed'),
    aTactic('done', 'inside/claimed', { status: 'done' }),
    aTactic('x'),
  ])
  const threads = ['open', 'done'].map((id) => across('calls-for', 'victory-backcast/s', `grid/${id}`))
  expect(deriveGrid(grid, inWorkshop([path, grid], threads)).maybeDone).toEqual(['open'])
})

test('a tactic with days of its own is checked against its moment', () => {
  const moment = aNote('m', 'moment', { fields: { when: '2027-05', until: '2027-06' } })
  const toCheck = (when: string, timing?: 'before' | 'at' | 'after') => {
    const link = { id: 'l', kind: 'at-moment', from: 't', to: 'm', ...(timing && { timing }) }
    const grid = aGrid([aTactic('t', null, { when }), moment], [link])
    return deriveGrid(grid, inWorkshop([grid])).datesToCheck.length > 0
  }
  expect([toCheck('2027-06'), toCheck('2027-07'), toCheck('2027-04'), toCheck('soon')]).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect([toCheck('2027-04', 'before'), toCheck('2027-07', 'before')]).toEqual([false, true])
  expect([toCheck('2027-07', 'after'), toCheck('2027-04', 'after')]).toEqual([false, true])
})

test('every question of the grid has its words in every language', async () => {
  const rules = ['invitation', 'other-side', 'protection', 'voice', 'moment', 'load']
  for (const load of Object.values(insideOutsideGrid.messages)) {
    const words = Object.keys((await load()).default).filter((key) =>
      key.startsWith('inside-outside-grid.prompt.'),
    )
    expect(words).toEqual(rules.map((rule) => `inside-outside-grid.prompt.${rule}`))
  }
})

test('a space read differently by some is listed until both readings agree', () => {
  const grid = aGrid([
    aTactic('a', 'inside/invited', { otherSpace: 'claimed', pressureAfter: 'x' }),
    aTactic('b', 'inside/claimed', { otherSpace: 'claimed' }),
  ])
  expect(deriveGrid(grid, inWorkshop([grid])).differences).toEqual(['a'])
})

test('a moment that is over stands back, and asks its unfinished tactics for a new one', () => {
  const grid = aGrid(
    [
      aTactic('open', 'inside/claimed', { status: 'planned' }),
      aTactic('done', 'inside/claimed', { status: 'done' }),
      aTactic('dropped', 'inside/claimed', { status: 'dropped' }),
      aTactic('goes-on', 'inside/claimed'),
      aTactic('later', 'inside/claimed'),
      aNote('past', 'moment', { fields: { when: '2027-05' } }),
      aNote('running', 'moment', { fields: { when: '2027-05', until: '2027-07' } }),
      aNote('undated', 'moment', { fields: { when: 'after the rains' } }),
    ],
    linked('at-moment', [
      ['open', 'past'],
      ['done', 'past'],
      ['dropped', 'past'],
      ['goes-on', 'past'],
      ['goes-on', 'running'],
      ['later', 'undated'],
    ]),
  )
  const on = (today?: string) => {
    const { passedMoments, toNewMoment } = deriveGrid(grid, {
      ...inWorkshop([grid]),
      ...(today && { today }),
    })
    return { passedMoments, toNewMoment }
  }
  expect(on('2027-06-01')).toEqual({ passedMoments: ['past'], toNewMoment: ['open'] })
  expect(on('2027-05-31')).toEqual({ passedMoments: [], toNewMoment: [] })
  expect(on()).toEqual({ passedMoments: [], toNewMoment: [] })
})

test('a moment that is deleted leaves its tactics undated, and changes nothing else', () => {
  const notes = [aTactic('t', 'inside/claimed'), aNote('m', 'moment')]
  const links = linked('at-moment', [['t', 'm']])
  const before = deriveGrid(aGrid(notes, links), inWorkshop([]))
  const after = deriveGrid(aGrid(notes.slice(0, 1), links), inWorkshop([]))
  expect([before.withoutMoment, after.withoutMoment]).toEqual([[], ['t']])
  expect(after.cells).toEqual(before.cells)
})

test('a room whose door was opened or closed asks to re-read the space of its tactics', () => {
  const reread = (cell: string, openness: string | undefined, by: 'name' | 'link') => {
    const tactic = aTactic('t', cell, by === 'name' ? { spaceName: ' the  Hearing ' } : {})
    const room = aNote('r', 'room', { text: 'The hearing', fields: { ...(openness && { openness }) } })
    const grid = aGrid([tactic, room], by === 'link' ? linked('opens-door-for', [['t', 'r']]) : [])
    return deriveGrid(grid, inWorkshop([grid])).spacesToReread.length > 0
  }
  expect(reread('inside/invited', 'invited', 'name')).toBe(false)
  expect(reread('inside/invited', 'closed', 'name')).toBe(true)
  expect(reread('inside/claimed', 'closed', 'name')).toBe(false)
  expect(reread('inside/claimed', 'invited', 'name')).toBe(true)
  expect(reread('inside/invited', undefined, 'name')).toBe(false)
  expect(reread('inside/invited', 'closed', 'link')).toBe(false)
  expect(reread('outside/claimed', 'created', 'link')).toBe(true)
})
