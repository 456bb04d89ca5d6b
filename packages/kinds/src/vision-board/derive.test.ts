import { expect, test } from 'vitest'
import { aBoard, aNote } from '../testing/makers.ts'
import { deriveVision } from './derive.ts'

const visionOf = (...notes: Parameters<typeof aBoard>[1]) => deriveVision(aBoard('vision-board', notes))
const under = (id: string, order: string) => ({ cluster: { id, order } })

test('a theme has its notes in order, wherever they stood before', () => {
  const vision = visionOf(
    aNote('t', 'theme', { place: { x: 0, y: 0 } }),
    aNote('b', 'vision-element', { ...under('t', 'a2'), place: { x: 5, y: 5 } }),
    aNote('a', 'ended', { ...under('t', 'a1'), place: { zone: 'ended', order: 'a0' } }),
  )
  expect(vision.themes).toEqual([{ id: 't', members: ['a', 'b'] }])
  expect(vision.zones.ended).toEqual([])
})

test('notes of a theme that is gone return to where they were', () => {
  const vision = visionOf(
    aNote('a', 'vision-element', { ...under('gone', 'a0'), place: { x: 5, y: 5 } }),
    aNote('b', 'ended', { ...under('gone', 'a1'), place: { zone: 'ended', order: 'a0' } }),
  )
  expect(vision.themes).toEqual([])
  expect(vision.zones).toMatchObject({ field: ['a'], ended: ['b'] })
})

test('what is kept apart stands apart, whatever theme it was put with', () => {
  const vision = visionOf(
    aNote('t', 'theme'),
    aNote('a', 'vision-element', { ...under('t', 'a0'), keepSeparate: true }),
    aNote('b', 'vision-element', { place: { zone: 'apart', order: 'a0' } }),
  )
  expect(vision.themes).toEqual([{ id: 't', members: [] }])
  expect(vision.apart).toEqual(['a', 'b'])
  expect(vision.zones.apart).toEqual(['a', 'b'])
})

test('themes are read from top to bottom, then across', () => {
  const at = (id: string, x: number, y: number) => aNote(id, 'theme', { place: { x, y } })
  expect(visionOf(at('c', 0, 9), at('b', 9, 0), at('a', 0, 0)).themes.map((theme) => theme.id)).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('near-identical notes stand behind one, and every wording is kept', () => {
  const vision = visionOf(
    aNote('a', 'vision-element'),
    aNote('b', 'vision-element', { sameAs: 'a' }),
    aNote('c', 'vision-element', { sameAs: 'b' }),
  )
  expect(vision.stacks).toEqual({ a: ['b', 'c'] })
  expect(vision.zones.field).toEqual(['a'])
})

test('two people who stack two notes on each other at once get one stack', () => {
  const vision = visionOf(
    aNote('b', 'vision-element', { sameAs: 'a' }),
    aNote('a', 'vision-element', { sameAs: 'b' }),
    aNote('c', 'vision-element', { sameAs: 'b' }),
  )
  expect(vision.stacks).toEqual({ a: ['b', 'c'] })
})

test('a note whose stack lost its top stands for itself again', () => {
  const hidden = { ...aNote('a', 'vision-element'), state: 'hidden-for-care' as const }
  expect(visionOf(hidden, aNote('b', 'vision-element', { sameAs: 'a' })).zones.field).toEqual(['b'])
})
