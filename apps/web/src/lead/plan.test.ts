import type { Agenda, AgendaStage, Now } from '@vispera/board'
import { expect, it } from 'vitest'
import { placeIn, scheduleOf, stateOf } from './plan.ts'

const minute = 60_000
const aStage = (id: string, minutes: number, more: Partial<AgendaStage> = {}): AgendaStage => ({
  id,
  kind: 'discuss',
  board: null,
  order: id,
  minutes,
  mode: 'live',
  ...more,
})
const aNow = (stage: string, more: Partial<Now> = {}): Now => ({
  stage,
  run: 1,
  startedAt: 0,
  endsAt: 10 * minute,
  pausedAt: null,
  ...more,
})
const anAgenda = (now: Now | null, stages = [aStage('a', 8), aStage('b', 10), aStage('c', 5)]): Agenda => ({
  stages,
  now,
  ended: false,
})

it('a stage knows its number and what comes next; the last one has nothing after it', () => {
  expect(placeIn(anAgenda(aNow('b')))).toMatchObject({ number: 2, count: 3, next: { id: 'c' } })
  expect(placeIn(anAgenda(aNow('c')))?.next).toBeNull()
})

it('a stage that was taken out while it ran is nowhere', () => {
  expect(placeIn(anAgenda(aNow('gone')))).toBeNull()
})

it('what is done and to come follows from the stage that runs', () => {
  const states = (agenda: Agenda) => agenda.stages.map((_, index) => stateOf(agenda, index))
  expect(states(anAgenda(aNow('b')))).toEqual(['done', 'now', 'to-come'])
  expect(states(anAgenda(null))).toEqual(['to-come', 'to-come', 'to-come'])
  expect(states({ ...anAgenda(null), ended: true })).toEqual(['done', 'done', 'done'])
})

it('an agenda that has not begun would take all of its minutes from now', () => {
  expect(scheduleOf(anAgenda(null), 1_000)).toEqual({
    total: 23,
    done: 0,
    endsAt: 1_000 + 23 * minute,
    behindMs: 0,
  })
})

it('it ends when what is left of this stage and all that come after it are over', () => {
  expect(scheduleOf(anAgenda(aNow('b')), 4 * minute)).toMatchObject({ done: 8, endsAt: 15 * minute })
})

it('stages that took longer than planned put the workshop behind, shorter ones ahead', () => {
  const behind = (ranMs: number) =>
    scheduleOf(anAgenda(aNow('b'), [aStage('a', 8, { ranMs }), aStage('b', 10)]), minute).behindMs
  expect([behind(11 * minute), behind(6 * minute)]).toEqual([3 * minute, -2 * minute])
})

it('minutes that were added, and time over, count as behind', () => {
  const agenda = (endsAt: number) => anAgenda(aNow('b', { endsAt }), [aStage('b', 10)])
  expect(scheduleOf(agenda(12 * minute), minute).behindMs).toBe(2 * minute)
  expect(scheduleOf(agenda(10 * minute), 14 * minute).behindMs).toBe(4 * minute)
})

it('while it is paused the end moves away and nothing else', () => {
  const agenda = anAgenda(aNow('b', { pausedAt: 4 * minute }))
  expect(scheduleOf(agenda, 20 * minute).endsAt).toBe(31 * minute)
})

it('nobody can say when an agenda ends that waits for a date', () => {
  expect(scheduleOf(anAgenda(null, [aStage('a', 8, { mode: 'open' })]), 0).endsAt).toBeNull()
})
