import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Agenda, AgendaStage } from './agenda.ts'
import { fateOfDraft, isBlank, readDrafts, stagesToReveal } from './draft.ts'

const aStage = (id: string, kind: AgendaStage['kind'], more: Partial<AgendaStage> = {}): AgendaStage => ({
  id,
  kind,
  board: 'b',
  order: id,
  minutes: 5,
  mode: 'live',
  ...more,
})
const stages = [
  aStage('a', 'write-silent', { revealed: true }),
  aStage('b', 'write-silent'),
  aStage('c', 'reveal'),
  aStage('d', 'write-silent'),
]
const running = (stage: string, of = stages): Agenda => ({
  stages: of,
  now: { stage, run: 1, startedAt: 0, endsAt: null, pausedAt: null },
  ended: false,
})

test('a draft says which board and stage it is for, beside its own fields', () => {
  const doc = new Y.Doc()
  const map = new Y.Map<unknown>()
  doc.getMap('notes').set('n1', map)
  map.set('kind', 'vision-element')
  map.set('text', new Y.Text('a full square'))
  map.set('sense', 'hear')
  map.set('board', 'b')
  map.set('stage', 's')
  doc.getMap('notes').set('n2', 'no note')
  expect(readDrafts(doc)).toEqual([
    {
      id: 'n1',
      board: 'b',
      stage: 's',
      note: {
        id: 'n1',
        kind: 'vision-element',
        text: 'a full square',
        place: null,
        fields: { sense: 'hear' },
      },
    },
  ])
})

test('a draft waits for the reveal of its own stage, and is late once that was made', () => {
  const fates = (agenda: Agenda) =>
    ['a', 'b', 'd', 'gone', null].map((stage) => fateOfDraft(agenda, { stage }))
  expect(fates(running('b'))).toEqual(['late', 'now', 'later', 'now', 'now'])
  expect(fates(running('c'))).toEqual(['late', 'now', 'later', 'now', 'now'])
  expect(fates({ ...running('d'), now: null })).toEqual(['late', 'now', 'now', 'now', 'now'])
})

test('in a silent stage that is run again nothing shows itself before the next reveal', () => {
  expect(fateOfDraft(running('a'), { stage: 'a' })).toBe('now')
  expect(fateOfDraft(running('b'), { stage: 'a' })).toBe('late')
})

test('a reveal reaches back to every silent stage before it and no further on', () => {
  const ids = (agenda: Agenda) => stagesToReveal(agenda).map(({ id }) => id)
  expect(ids(running('c'))).toEqual(['a', 'b', 'c'])
  expect(ids(running('d'))).toEqual(['a', 'b', 'd'])
  expect(ids({ ...running('c'), now: null })).toEqual(['a', 'b', 'd'])
})

test('a draft of nothing but spaces is nothing to show', () => {
  const note = { id: 'n', kind: 'k', place: null, fields: {} }
  expect([' \n ', '', 'a'].map((text) => isBlank({ ...note, text }))).toEqual([true, true, false])
})
