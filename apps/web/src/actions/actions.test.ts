import { byOrder, orderOf, writeText } from '@vispera/board'
import { expect, test } from 'vitest'
import { aBoard, aStep, settled } from './a-board.ts'

const texts = ({ open }: ReturnType<typeof aBoard>) =>
  [...open.store.notes().values()].map((note) => note.text)

test('an observer changes nothing and is told why', () => {
  const board = aBoard('vision-board', { role: 'observer' })
  expect(board.actions.addNote({ text: 'mine' })).toBeNull()
  expect(texts(board)).toEqual([])
  expect(board.toasts).toEqual(['outline.refused.readOnly'])
})

test('a note goes where its sort belongs', () => {
  const board = aBoard('vision-board')
  const value = board.actions.addNote({ kind: 'value', text: 'dignity' })
  const first = board.actions.addNote({ text: 'a roof' })
  const place = (id: string | null) => board.open.store.note(id ?? '')?.place
  expect(place(value)).toMatchObject({ zone: 'values' })
  expect(place(first)).toEqual({ x: 0, y: 0 })
  expect(board.open.store.note(first ?? '')?.kind).toBe('vision-element')
})

test('a pasted list is one undo step', () => {
  const board = aBoard('vision-board')
  expect(board.actions.addNotesFromLines('- one\n- two\n\n- three')).toBe(3)
  expect(texts(board).sort()).toEqual(['one', 'three', 'two'])
  board.actions.undo()
  expect(texts(board)).toEqual([])
})

test('more than thirty lines are asked about first', async () => {
  const lines = Array.from({ length: 31 }, (_, at) => `line ${at}`).join('\n')
  const shy = aBoard('vision-board', { answers: [null] })
  expect(shy.actions.addNotesFromLines(lines)).toBe(0)
  await settled()
  expect(texts(shy)).toEqual([])
  const sure = aBoard('vision-board', { answers: ['add'] })
  sure.actions.addNotesFromLines(lines)
  await settled()
  expect(texts(sure)).toHaveLength(31)
})

test('ten thousand lines are refused with a sentence, nothing half-done', () => {
  const board = aBoard('vision-board')
  expect(board.actions.addNotesFromLines('line\n'.repeat(10_000))).toBe(0)
  expect(texts(board)).toEqual([])
  expect(board.toasts).toEqual(['outline.lines.tooMany'])
})

test('a text of 100,000 letters is not written before the person says how to cut it', async () => {
  const long = 'A bench by the gate where anyone may sit. '.repeat(2_400)
  const board = aBoard('vision-board', { answers: ['lines'] })
  expect(board.actions.addNote({ text: long })).toBeNull()
  expect(texts(board)).toEqual([])
  await settled()
  expect(texts(board).length).toBeGreaterThan(160)
  expect(texts(board).every((text) => text.length <= 600)).toBe(true)
  board.actions.undo()
  expect(texts(board)).toEqual([])
})

test('fixed cards are not moved, doubled or deleted', () => {
  const board = aBoard('victory-backcast')
  const before = board.open.store.note('victory')
  board.actions.moveToList(['victory'], { zone: 'tray' })
  board.actions.duplicate(['victory'])
  board.actions.remove(['victory', 'instant-before'])
  expect(board.open.store.note('victory')).toEqual(before)
  expect(board.open.store.notes().size).toBe(2)
})

test('asking what came just before makes a linked step in the same thread; empty, it vanishes without a trace', () => {
  const board = aBoard('victory-backcast', { notes: [aStep('a', { threadId: 'care' })] })
  const made = board.actions.askBefore('a') ?? ''
  expect(board.open.store.note(made)?.fields.threadId).toBe('care')
  expect(board.linksNow()).toEqual([`a ${made}`])
  expect(board.ui.get().editing).toBe(made)
  board.actions.removeIfEmpty(made)
  expect(board.open.store.note(made)).toBeUndefined()
  expect(board.linksNow()).toEqual([])
})

test('a new note with words stays when it is finished', () => {
  const board = aBoard('vision-board')
  const made = board.actions.addNote({ edit: true }) ?? ''
  board.session.history.type((origin) => writeText(board.open.doc, made, 'bread', 'text', origin))
  board.actions.removeIfEmpty(made)
  expect(texts(board)).toEqual(['bread'])
})

test('a step taken out of the middle leaves a gap card unless people choose to join', async () => {
  const path = {
    notes: [aStep('a'), aStep('b'), aStep('c')],
    links: [['a', 'b'] as const, ['b', 'c'] as const],
  }
  const gap = aBoard('victory-backcast', { ...path, answers: ['gap'] })
  gap.actions.remove(['b'])
  await settled()
  const card = [...gap.open.store.notes().values()].find((note) => note.kind === 'gap')
  expect(gap.linksNow()).toEqual([`${card?.id} c`, `a ${card?.id}`].sort())
  gap.actions.undo()
  expect(gap.linksNow()).toEqual(['a b', 'b c'])

  const join = aBoard('victory-backcast', { ...path, answers: ['join'] })
  join.actions.remove(['b'])
  await settled()
  expect(join.linksNow()).toEqual(['a c'])
})

test('a step at the end of a chain goes without a question', () => {
  const board = aBoard('victory-backcast', { notes: [aStep('a'), aStep('b')], links: [['a', 'b']] })
  board.actions.remove(['b'])
  expect(board.asked).toEqual([])
  expect(board.linksNow()).toEqual([])
})

const loop = {
  notes: [aStep('a'), aStep('b'), aStep('c')],
  links: [['victory', 'a'] as const, ['a', 'b'] as const, ['b', 'c'] as const],
}

test('a link that would tie a knot changes nothing until the person chooses', async () => {
  const board = aBoard('victory-backcast', { ...loop, answers: [null] })
  board.actions.link('needs', 'c', 'a')
  await settled()
  expect(board.asked[0]?.title).toBe('outline.knot.title')
  expect(board.linksNow()).toEqual(['a b', 'b c', 'victory a'])
})

test('dropping the link in the way unties it', async () => {
  const board = aBoard('victory-backcast', { ...loop, answers: ['drop'] })
  board.actions.link('needs', 'c', 'a')
  await settled()
  expect(board.linksNow()).toEqual(['b c', 'c a', 'victory a'])
})

test('moving along puts what was needed in the place of what needed it', async () => {
  const board = aBoard('victory-backcast', { ...loop, answers: ['along'] })
  board.actions.link('needs', 'c', 'a')
  await settled()
  expect(board.linksNow()).toEqual(['b c', 'c a', 'victory b'])
  board.actions.undo()
  expect(board.linksNow()).toEqual(['a b', 'b c', 'victory a'])
})

test('stacked steps hand their links to the card on top, never twice', () => {
  const board = aBoard('victory-backcast', {
    notes: [aStep('a'), aStep('b'), aStep('c'), aStep('d')],
    links: [
      ['a', 'b'],
      ['a', 'c'],
      ['c', 'd'],
      ['b', 'c'],
    ],
  })
  board.actions.stackSame('b', ['c'])
  expect(board.linksNow()).toEqual(['a b', 'b d'])
  expect(board.open.store.note('c')?.sameAs).toBe('b')
})

test('a step put back among the unplaced is needed by nothing, but keeps what it needs', () => {
  const board = aBoard('victory-backcast', loop)
  board.actions.moveToList(['b'], { zone: 'tray' })
  expect(board.linksNow()).toEqual(['b c', 'victory a'])
})

test('what is brought to where things stand apart is kept apart, and back again', () => {
  const board = aBoard('vision-board', {
    notes: [{ id: 'a', kind: 'vision-element', text: 'a street', place: { x: 0, y: 0 } }],
  })
  board.actions.moveToList(['a'], { zone: 'apart' })
  expect(board.open.store.note('a')?.keepSeparate).toBe(true)
  board.actions.moveTo(['a'], { x: 10, y: 10 })
  expect(board.open.store.note('a')?.keepSeparate).toBeUndefined()
  board.actions.keepApart('a', true)
  expect(board.open.store.note('a')?.place).toMatchObject({ zone: 'apart' })
})

test('a note moves up and down in the list it stands in', () => {
  const board = aBoard('vision-board')
  board.actions.addNotesFromLines('one\ntwo\nthree', { kind: 'value' })
  const order = () =>
    [...board.open.store.notes().values()]
      .map((note) => ({ id: note.text, order: orderOf(note.place) }))
      .sort(byOrder)
      .map((note) => note.id)
  const ids = [...board.open.store.notes().values()].map((note) => note.id)
  board.actions.reorder(ids[2] ?? '', ids, 0)
  expect(order()).toEqual(['three', 'one', 'two'])
})

test('a note put back into its own slot is no step to undo', () => {
  const zone = (order: string) => ({ zone: 'ended', order })
  const board = aBoard('vision-board', {
    notes: [
      { id: 'a', kind: 'ended', text: 'a', place: zone('a0') },
      { id: 'b', kind: 'ended', text: 'b', place: zone('a1') },
      { id: 'free', kind: 'vision-element', text: 'free', place: { x: 10, y: 20 } },
      { id: 't', kind: 'theme', text: 't', place: { x: 0, y: 300 } },
      {
        id: 'm',
        kind: 'vision-element',
        text: 'm',
        place: { x: 0, y: 0 },
        cluster: { id: 't', order: 'a0' },
      },
    ],
  })
  board.actions.moveToList(['a'], { zone: 'ended' }, 0)
  board.actions.reorder('b', ['a', 'b'], 1)
  board.actions.moveTo(['free'], { x: 10, y: 20 })
  board.actions.putWith('t', ['m'], 0)
  expect(board.session.history.canUndo()).toBe(false)
  expect(new Set(board.said)).toEqual(new Set(['outline.drop.same']))
  board.actions.moveToList(['a'], { zone: 'ended' }, 1)
  expect(board.session.history.canUndo()).toBe(true)
})

test('several things done together are one undo step', () => {
  const board = aBoard('vision-board', {
    notes: [{ id: 'a', kind: 'vision-element', text: 'a', place: { x: 0, y: 0 } }],
  })
  board.actions.together(() => {
    const [copy] = board.actions.duplicate(['a'])
    board.actions.moveTo([copy ?? ''], { x: 500, y: 500 })
  })
  expect(board.open.store.notes().size).toBe(2)
  board.actions.undo()
  expect([...board.open.store.notes().keys()]).toEqual(['a'])
  expect(board.session.history.canUndo()).toBe(false)
})

test('a note let go before another counts its place among all notes there, those out of sight too', () => {
  const at = (order: string) => ({ row: 'inside', col: 'claimed', order })
  const board = aBoard('inside-outside-grid', {
    notes: ['a', 'hidden', 'b'].map((id, index) => ({
      id,
      kind: 'tactic',
      text: id,
      place: at(`a${index}`),
    })),
  })
  const cell = { row: 'inside', col: 'claimed' }
  const fresh = board.actions.addNote({ kind: 'tactic', text: 'new' }) ?? ''
  const order = () =>
    [...board.open.store.notes().values()]
      .map(({ id, place }) => ({ id, order: orderOf(place) }))
      .sort(byOrder)
      .map(({ id }) => (id === fresh ? 'new' : id))
  board.actions.moveToList([fresh], cell, 'b')
  expect(order()).toEqual(['a', 'hidden', 'new', 'b'])
  board.actions.moveToList([fresh], cell, 'a')
  expect(order()).toEqual(['new', 'a', 'hidden', 'b'])
  board.actions.moveToList([fresh], cell)
  expect(order()).toEqual(['a', 'hidden', 'b', 'new'])
})
