import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byOrder } from '../by-order.ts'
import { orderKeysAtEnd } from '../order.ts'
import { aNote, boardOf, noteOf, twoPeople } from '../testing/two-people.ts'
import { addNotes } from './add-notes.ts'
import { deleteNotes } from './delete-notes.ts'
import { editNotes } from './edit-notes.ts'
import { addLinks } from './links.ts'
import { moveNotes } from './move-notes.ts'
import { addLinkedNote } from './path.ts'
import { makeTheme, putWithTheme, stackAsSame } from './themes.ts'
import { writeText } from './write-text.ts'

test('two people who move one note at once see it in one of the two cells, never half in each', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a')])
  moveNotes(amina, [{ id: 'a', place: { row: 'inside', col: 'invited', order: 'a0' } }])
  moveNotes(kyaw, [{ id: 'a', place: { row: 'outside', col: 'created', order: 'a1' } }])
  meet()
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
  expect([
    { row: 'inside', col: 'invited', order: 'a0' },
    { row: 'outside', col: 'created', order: 'a1' },
  ]).toContainEqual(noteOf(amina, 'a')?.place)
})

test('two people who type in one note at once keep all their letters', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a', { text: 'the market' })])
  writeText(amina, 'a', 'the old market')
  writeText(kyaw, 'a', 'the market at dawn')
  meet()
  expect(noteOf(amina, 'a')?.text).toBe('the old market at dawn')
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
})

test('a note deleted while somebody writes in it is gone for both, and nothing of it remains', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a'), aNote('b')])
  addLinks(amina, [{ kind: 'in-tension', from: 'a', to: 'b' }])
  meet()
  deleteNotes(amina, ['a'])
  writeText(kyaw, 'a', 'still here')
  editNotes(kyaw, ['a'], { color: 'rose' })
  moveNotes(kyaw, [{ id: 'a', place: { x: 1, y: 1 } }])
  meet()
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
  expect(boardOf(kyaw)).toMatchObject({ notes: [{ id: 'b' }], links: [], leftOut: 0 })
})

test('a prerequisite added to a step that somebody deletes survives, unlinked for the reader', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a')])
  deleteNotes(amina, ['a'])
  addLinkedNote(kyaw, aNote('new'), { kind: 'needs', from: 'a', to: null })
  meet()
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
  expect(boardOf(amina).notes.map((note) => note.id)).toEqual(['new'])
})

test('a note put with two themes at once ends in one, and both themes are there', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a')])
  const place = { x: 0, y: 0 }
  const first = makeTheme(amina, { kind: 'theme', title: 'Roof', place, ids: ['a'] })
  const second = makeTheme(kyaw, { kind: 'theme', title: 'Trust', place, ids: ['a'] })
  meet()
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
  expect(boardOf(amina).notes).toHaveLength(3)
  expect([first, second]).toContain(noteOf(amina, 'a')?.cluster?.id)
})

test('a theme deleted while somebody adds to it loses no note', () => {
  const { amina, kyaw, meet } = twoPeople([
    aNote('t', { kind: 'theme' }),
    aNote('a', { place: { x: 3, y: 4 } }),
  ])
  deleteNotes(amina, ['t'])
  putWithTheme(kyaw, 't', ['a'])
  meet()
  expect(noteOf(amina, 'a')).toMatchObject({ text: 'a', place: { x: 3, y: 4 } })
})

test('two people who stack two notes on each other at once lose neither', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a'), aNote('b')])
  stackAsSame(amina, 'a', ['b'])
  stackAsSame(kyaw, 'b', ['a'])
  meet()
  expect(boardOf(amina)).toEqual(boardOf(kyaw))
  expect(boardOf(amina).notes.map((note) => note.text)).toEqual(['a', 'b'])
})

test('two people who add at the end of one list at once see one order', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a', { place: { zone: 'z', order: 'a0' } })])
  const append = (doc: typeof amina, ids: string[]) => {
    const keys = orderKeysAtEnd(listOf(doc), ids.length)
    addNotes(
      doc,
      ids.map((id, index) => aNote(id, { place: { zone: 'z', order: keys[index] ?? '' } })),
    )
  }
  append(amina, ['m1', 'm2'])
  append(kyaw, ['k1', 'k2'])
  meet()
  const ids = listOf(amina).map((item) => item.id)
  expect(ids).toEqual(listOf(kyaw).map((item) => item.id))
  expect(ids.toSorted()).toEqual(['a', 'k1', 'k2', 'm1', 'm2'])
  expect(ids[0]).toBe('a')
  append(kyaw, ['last'])
  expect(listOf(kyaw).at(-1)?.id).toBe('last')
})

const listOf = (doc: Parameters<typeof boardOf>[0]) =>
  boardOf(doc)
    .notes.map(({ id, place }) => ({ id, order: place && 'zone' in place ? (place.order ?? '') : '' }))
    .sort(byOrder)

test('whatever two people do apart, they end with the same board and nothing unreadable', () => {
  const ids = ['a', 'b', 'c', 't']
  const id = fc.constantFrom(...ids)
  const action = fc.oneof(
    fc.record({ act: fc.constant('move' as const), id, x: fc.integer({ min: -9, max: 9 }) }),
    fc.record({ act: fc.constant('write' as const), id, text: fc.string() }),
    fc.record({ act: fc.constant('delete' as const), id }),
    fc.record({ act: fc.constant('theme' as const), id }),
    fc.record({ act: fc.constant('stack' as const), id, top: id }),
    fc.record({ act: fc.constant('link' as const), id, to: id }),
  )
  type Action = typeof action extends fc.Arbitrary<infer T> ? T : never
  const act = (doc: Parameters<typeof boardOf>[0], action: Action) => {
    const isThere = (one: string) => noteOf(doc, one) !== undefined
    if (!isThere(action.id)) return
    if (action.act === 'move') moveNotes(doc, [{ id: action.id, place: { x: action.x, y: 0 } }])
    if (action.act === 'write') writeText(doc, action.id, action.text)
    if (action.act === 'delete') deleteNotes(doc, [action.id])
    if (action.act === 'theme' && isThere('t')) putWithTheme(doc, 't', [action.id])
    if (action.act === 'stack' && isThere(action.top)) stackAsSame(doc, action.top, [action.id])
    if (action.act === 'link' && isThere(action.to) && action.to !== action.id) {
      addLinks(doc, [{ kind: 'in-tension', from: action.id, to: action.to }])
    }
  }
  fc.assert(
    fc.property(fc.array(action), fc.array(action), fc.array(action), (mine, yours, after) => {
      const { amina, kyaw, meet } = twoPeople(ids.map((one) => aNote(one)))
      for (const one of mine) act(amina, one)
      for (const one of yours) act(kyaw, one)
      meet()
      for (const one of after) act(kyaw, one)
      meet()
      expect(boardOf(amina)).toEqual(boardOf(kyaw))
      expect(boardOf(amina).leftOut).toBe(0)
    }),
    { numRuns: 300 },
  )
})
