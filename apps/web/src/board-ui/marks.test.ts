import { expect, test } from 'vitest'
import { aBoard, aStep } from '../actions/a-board.ts'
import { someWords } from '../layouts/testing/an-input.ts'
import { withMarks } from './marks.ts'

test('a step whose way on was removed, and two that say nearly the same, say so on their cards', () => {
  const { context, open } = aBoard('victory-backcast', {
    notes: [
      { ...aStep('a'), text: 'Traders meet every week' },
      { ...aStep('b'), text: 'Traders meet every week now' },
      { ...aStep('c'), text: 'The lease is public' },
      // What it led to, taken away by somebody while this was being written.
      { ...aStep('gone'), state: 'archived' },
    ],
    links: [
      ['gone', 'c'],
      ['victory', 'a'],
      ['victory', 'b'],
    ],
  })
  const { kind } = context
  const board = open.store.board(open.entry)
  const derived = () => kind.derive(board, { threads: [], boards: new Map([[board.id, board]]) })
  const marked = withMarks(kind, derived, someWords(board), new Map([['c', [{ text: 'a chip' }]]]))
  const texts = [...marked].map(([id, facts]) => [id, facts.map(({ text }) => text)])
  expect(Object.fromEntries(texts)).toEqual({
    a: ['victory-backcast.mark.alike'],
    b: ['victory-backcast.mark.alike'],
    c: ['victory-backcast.mark.cut-off', 'a chip'],
  })
})
