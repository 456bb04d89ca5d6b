import { expect, test } from 'vitest'
import { aBoard, aStep } from './a-board.ts'
import { decideDrop } from './drop.ts'

const piece = (id: string, more = {}) => ({
  id,
  kind: 'vision-element',
  text: id,
  place: { x: 0, y: 0 },
  ...more,
})
const boardOf = ({ open }: ReturnType<typeof aBoard>) => open.store.board(open.entry)

test('a note dropped on a loose note makes a theme of the two', () => {
  const board = aBoard('vision-board', { notes: [piece('a'), piece('b')] })
  expect(decideDrop(board.context.kind, boardOf(board), ['a'], 'b')).toEqual({
    does: 'make-theme',
    ids: ['b', 'a'],
  })
})

test('a note dropped on a theme or on one of its notes joins it', () => {
  const theme = { id: 't', kind: 'theme', text: 'Roof', place: { x: 0, y: 0 } }
  const board = aBoard('vision-board', {
    notes: [theme, piece('a'), piece('b', { cluster: { id: 't', order: 'a0' } })],
  })
  const joins = { does: 'put-with', theme: 't', ids: ['a'] }
  expect(decideDrop(board.context.kind, boardOf(board), ['a'], 't')).toEqual(joins)
  expect(decideDrop(board.context.kind, boardOf(board), ['a'], 'b')).toEqual(joins)
})

test('a note that is kept apart is never put with others', () => {
  const board = aBoard('vision-board', { notes: [piece('a', { keepSeparate: true }), piece('b')] })
  expect(decideDrop(board.context.kind, boardOf(board), ['a'], 'b')).toEqual({
    does: 'nothing',
    why: 'kept-apart',
  })
  expect(decideDrop(board.context.kind, boardOf(board), ['b'], 'a')).toEqual({
    does: 'nothing',
    why: 'kept-apart',
  })
})

test('a step dropped on a card is needed by it', () => {
  const board = aBoard('victory-backcast', { notes: [aStep('a'), aStep('b')] })
  expect(decideDrop(board.context.kind, boardOf(board), ['a'], 'victory')).toEqual({
    does: 'link',
    kind: 'needs',
    links: [{ from: 'victory', to: 'a' }],
  })
})

test('the fixed cards are needed by nothing, wherever they are dropped', () => {
  const board = aBoard('victory-backcast', { notes: [aStep('a')] })
  expect(decideDrop(board.context.kind, boardOf(board), ['victory'], 'a')).toEqual({
    does: 'nothing',
    why: 'fixed',
  })
})

test('a tactic dropped on a moment happens around it; on another tactic it means nothing', () => {
  const notes = [
    { id: 'm', kind: 'moment', text: 'hearing', place: { zone: 'moments', order: 'a0' } },
    { id: 'a', kind: 'tactic', text: 'speak', place: { row: 'inside', col: 'invited', order: 'a0' } },
    {
      id: 'b',
      kind: 'tactic',
      text: 'fill the gallery',
      place: { row: 'outside', col: 'claimed', order: 'a0' },
    },
  ]
  const board = aBoard('inside-outside-grid', { notes })
  expect(decideDrop(board.context.kind, boardOf(board), ['a'], 'm')).toEqual({
    does: 'link',
    kind: 'at-moment',
    links: [{ from: 'a', to: 'm' }],
  })
  expect(decideDrop(board.context.kind, boardOf(board), ['a'], 'b')).toEqual({
    does: 'nothing',
    why: 'no-meaning',
  })
})
