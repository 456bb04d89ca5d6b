import type { NewNote } from '@vispera/board'
import { expect, test } from 'vitest'
import { insideOutsideGrid } from '../inside-outside-grid/kind.ts'
import { kindById } from '../kinds.ts'
import { aBoard, aNote } from '../testing/makers.ts'
import { visionBoard } from '../vision-board/kind.ts'
import { defaultPlace, settlePlaces } from './places.ts'

test.each([
  ['vision-board', 'vision-element', 'field'],
  ['vision-board', 'ended', 'ended'],
  ['vision-board', 'value', 'values'],
  ['victory-backcast', 'step', 'path'],
  ['victory-backcast', 'obstacle', 'assumptions'],
  ['inside-outside-grid', 'tactic', 'tray'],
  ['inside-outside-grid', 'tension', 'cautions'],
  ['next-steps', 'commitment', 'commit'],
  ['next-steps', 'celebration', 'thanks'],
  ['next-steps', 'unheard-of', 'open'],
])('without a word about it, on a %s a %s stands in %s', (kindId, noteKind, zone) => {
  const kind = kindById(kindId)
  expect(kind && defaultPlace(kind, noteKind, aBoard(kindId, []))).toMatchObject({ zone })
})

test('a new note stands behind those already in its list', () => {
  const there = aNote('a', 'value', { place: { zone: 'values', order: 'a5' } })
  const place = defaultPlace(visionBoard, 'value', aBoard('vision-board', [there]))
  expect(place).toEqual({ zone: 'values', order: 'a6' })
})

test('many new notes keep their order and what they said of their place', () => {
  const tactic = (more: Partial<NewNote> = {}): NewNote => ({ kind: 'tactic', text: 'x', ...more })
  const there = aNote('a', 'tactic', { place: { row: 'inside', col: 'invited', order: 'a3' } })
  const cell = { row: 'inside', col: 'invited' }
  const notes = [
    tactic({ place: cell }),
    tactic(),
    tactic({ place: { ...cell, order: 'a7' } }),
    tactic({ place: cell }),
    tactic(),
  ]
  expect(settlePlaces(insideOutsideGrid, notes, aBoard('grid', [there])).map((note) => note.place)).toEqual([
    { ...cell, order: 'a8' },
    { zone: 'tray', order: 'a0' },
    { ...cell, order: 'a7' },
    { ...cell, order: 'a9' },
    { zone: 'tray', order: 'a1' },
  ])
})

test('a point on the canvas stays a point', () => {
  const note: NewNote = { kind: 'vision-element', text: 'x', place: { x: 1, y: 2 } }
  expect(settlePlaces(visionBoard, [note], aBoard('vision-board', []))).toEqual([note])
})
