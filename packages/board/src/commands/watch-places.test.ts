import { expect, test } from 'vitest'
import { aNote, noteOf, twoPeople } from '../testing/two-people.ts'
import { moveNotes } from './move-notes.ts'
import { watchPlaces } from './watch-places.ts'

const inside = { row: 'inside', col: 'invited', order: 'a0' }
const outside = { row: 'outside', col: 'created', order: 'a1' }
const bridge = { row: 'bridge', col: 'created', order: 'a1' }

function aMove() {
  const people = twoPeople([aNote('a', { place: bridge }), aNote('b', { place: bridge })])
  const told: string[] = []
  const move = (who: 'amina' | 'kyaw', place: typeof inside) => {
    moveNotes(people[who], [{ id: 'a', place }])
    watchPlaces(people[who], ['a'], (ids) => told.push(...ids.map((id) => `${who} ${id}`)))
  }
  return { ...people, told, move }
}

test('of two people who put one note in different places at once, the one whose move did not stay is told', () => {
  const { amina, kyaw, meet, move, told } = aMove()
  move('amina', inside)
  move('kyaw', outside)
  meet()
  const isInside = noteOf(amina, 'a')?.place
  expect(noteOf(kyaw, 'a')?.place).toEqual(isInside)
  expect(told).toEqual([JSON.stringify(isInside) === JSON.stringify(inside) ? 'kyaw a' : 'amina a'])
})

test('somebody who moves a note on, knowing where I put it, is no news', () => {
  const { kyaw, meet, move, told } = aMove()
  move('amina', inside)
  meet()
  moveNotes(kyaw, [{ id: 'a', place: outside }])
  moveNotes(kyaw, [{ id: 'a', place: bridge }])
  meet()
  expect(told).toEqual([])
})

test('moving it again myself, and moves of other notes, are no news', () => {
  const { amina, kyaw, meet, move, told } = aMove()
  move('amina', inside)
  moveNotes(kyaw, [{ id: 'b', place: outside }])
  meet()
  moveNotes(amina, [{ id: 'a', place: outside }])
  meet()
  expect(told).toEqual([])
})

test('whoever moved it several times without knowing of mine counts as one', () => {
  const { kyaw, meet, move, told, amina } = aMove()
  move('amina', inside)
  for (const place of [outside, inside, bridge]) moveNotes(kyaw, [{ id: 'a', place }])
  meet()
  const stays = JSON.stringify(noteOf(amina, 'a')?.place)
  expect(told).toEqual(stays === JSON.stringify(inside) ? [] : ['amina a'])
})
