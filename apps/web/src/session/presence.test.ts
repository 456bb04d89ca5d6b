import { expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { readAttendance, readOthers } from './presence.ts'
import { noSignals, sameOr } from './publisher.ts'

const amina = { id: 'amina', name: 'Amina', color: 2, role: 'participant' as const }

function aRoom(states: Record<number, unknown>) {
  const awareness = new Awareness(new Doc())
  for (const [client, state] of Object.entries(states)) {
    awareness.states.set(Number(client), state as Record<string, unknown>)
  }
  return awareness
}

it('others on a board are read with their cursor and what they hold', () => {
  const held = [{ id: 'a', x: 1, y: 2 }]
  expect(readOthers(aRoom({ 7: { user: amina, cursor: [10, 20], held, writing: 'b' } }))).toEqual([
    { person: amina, client: 7, cursor: [10, 20], held, writing: 'b', laser: null },
  ])
})

it('a state that nobody vouched for, or that makes no sense, is nobody', () => {
  const odd = {
    1: {},
    2: { user: { ...amina, color: 99 } },
    3: { user: amina, cursor: ['x', Number.NaN] },
    4: null,
  }
  expect(readOthers(aRoom(odd))).toEqual([])
})

it('somebody with two devices is in the workshop once', () => {
  const { people, at } = readAttendance(aRoom({ 1: { user: amina }, 2: { user: amina, at: 'board-1' } }))
  expect(people).toEqual([amina])
  expect(at).toEqual(new Map([['amina', 'board-1']]))
})

it('a hand that is up on one device is up, whatever the other one says', () => {
  const { signals } = readAttendance(
    aRoom({ 1: { user: amina, hand: 7 }, 2: { user: amina, ready: 'check' } }),
  )
  expect(signals.get('amina')).toEqual({ ...noSignals, hand: 7, ready: 'check' })
})

it('signals that make no sense are not given', () => {
  const odd = { user: amina, hand: 'up', view: { x: 0 }, ready: 7, lowers: 'all' }
  expect(readAttendance(aRoom({ 1: odd })).signals.get('amina')).toEqual(noSignals)
})

it('the same people are the same list, so that nobody is drawn anew for a moving view', () => {
  const before = [amina]
  expect(sameOr(before, [{ ...amina }])).toBe(before)
  const at = new Map([['amina', 'board-1']])
  expect(sameOr(at, new Map([['amina', 'board-1']]))).toBe(at)
  expect(sameOr(at, new Map([['amina', 'board-2']]))).not.toBe(at)
})
