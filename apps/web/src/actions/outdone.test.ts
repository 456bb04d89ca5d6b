import { moveNotes } from '@vispera/board'
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { aBoard } from './a-board.ts'

const cell = (row: string) => ({ row, col: 'claimed', order: 'a0' })

/** One tactic that two people move at once; answers where it stands then. */
function movedByBoth(theirs: number) {
  const board = aBoard('inside-outside-grid', {
    notes: [{ id: 't', kind: 'tactic', text: 'Ask for the seat', place: cell('inside') }],
  })
  const other = new Doc()
  other.clientID = theirs
  applyUpdate(other, encodeStateAsUpdate(board.open.doc))
  board.actions.moveToList(['t'], { row: 'bridge', col: 'claimed' })
  moveNotes(other, [{ id: 't', place: cell('outside') }])
  applyUpdate(board.open.doc, encodeStateAsUpdate(other))
  const row = () => board.open.store.note('t')?.place
  return { ...board, row }
}

test('whose move did not stay is told, and can take it back as well', () => {
  // The greater number of two writers at once is the one that stays.
  const board = movedByBoth(2 ** 32 - 1)
  expect(board.row()).toMatchObject({ row: 'outside' })
  expect(board.toasts).toEqual(['outline.outdone.said'])
  board.acts[0]?.()
  expect(board.row()).toMatchObject({ row: 'inside' })
  board.actions.undo()
  expect(board.row()).toMatchObject({ row: 'outside' })
})

test('whose move stays hears nothing', () => {
  const board = movedByBoth(0)
  expect(board.row()).toMatchObject({ row: 'bridge' })
  expect(board.toasts).toEqual([])
})
