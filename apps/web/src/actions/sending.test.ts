import { writeText } from '@vispera/board'
import { expect, test, vi } from 'vitest'
import { aBoard, aStep } from './a-board.ts'

const element = { id: 'a', kind: 'vision-element', text: 'A roof we own', place: { x: 0, y: 0 } }

test('a piece of the vision fills the victory that waits empty, in one undo step', async () => {
  const board = aBoard('vision-board', { notes: [element], boards: { back: 'victory-backcast' } })
  board.actions.send('backcast', 'a')
  await vi.waitUntil(() => board.session.crossLinks().length > 0)
  const back = board.session.openBoard('back')?.board
  expect(back?.store.note('victory')?.text).toBe('A roof we own')
  expect(board.session.crossLinks()).toMatchObject([
    {
      kind: 'becomes',
      from: { board: 'here', note: 'a' },
      to: { board: 'back', note: 'victory' },
      lastKnown: { from: 'A roof we own' },
    },
  ])
  board.actions.undo()
  expect(back?.store.note('victory')?.text).toBe('')
  expect(board.session.crossLinks()).toEqual([])
})

test('a victory that has words keeps them: the piece is linked to it after asking', async () => {
  const board = aBoard('vision-board', {
    notes: [element],
    boards: { back: 'victory-backcast' },
    answers: ['back'],
  })
  const back = board.session.openBoard('back')?.board
  if (back) writeText(back.doc, 'victory', 'We won the market')
  board.actions.send('backcast', 'a')
  await vi.waitUntil(() => board.session.crossLinks().length > 0)
  expect(board.asked).toHaveLength(1)
  expect(back?.store.note('victory')?.text).toBe('We won the market')
  expect(board.session.crossLinks()).toHaveLength(1)
})

test('a step finds tactics: an empty one in the tray that knows its step', async () => {
  const board = aBoard('victory-backcast', { notes: [aStep('s')], boards: { grid: 'inside-outside-grid' } })
  board.actions.send('tactic', 's')
  await vi.waitUntil(() => board.session.crossLinks().length > 0)
  const tactics = [...(board.session.openBoard('grid')?.board.store.notes().values() ?? [])]
  expect(tactics).toMatchObject([{ kind: 'tactic', text: '', place: { zone: 'tray' } }])
  expect(board.session.crossLinks()).toMatchObject([
    { kind: 'calls-for', from: { board: 'here', note: 's' }, to: { board: 'grid', note: tactics[0]?.id } },
  ])
})

test('a sensitive note is sent without its words in the link, and stays sensitive', async () => {
  const tactic = {
    id: 't',
    kind: 'tactic',
    text: 'ask the clerk',
    place: null,
    sensitivity: 'sensitive' as const,
  }
  const board = aBoard('inside-outside-grid', { notes: [tactic], boards: { next: 'next-steps' } })
  board.actions.send('commitment', 't')
  await vi.waitUntil(() => board.session.crossLinks().length > 0)
  const made = [...(board.session.openBoard('next')?.board.store.notes().values() ?? [])][0]
  expect(made).toMatchObject({ kind: 'commitment', sensitivity: 'sensitive' })
  const [link] = board.session.crossLinks()
  expect(link).toMatchObject({ kind: 'came-from', from: { board: 'next' }, to: { board: 'here', note: 't' } })
  expect(link?.lastKnown).toBeUndefined()
})

test('without a board for it, somebody who does not lead is told whom to ask', async () => {
  const board = aBoard('vision-board', { notes: [element], role: 'participant' })
  board.actions.send('backcast', 'a')
  await vi.waitUntil(() => board.toasts.length > 0)
  expect(board.toasts).toEqual(['outline.send.noBoard'])
})
