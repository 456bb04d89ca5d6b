import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linksOf, notesOf } from './board-doc.ts'
import { addNotes } from './commands/add-notes.ts'
import { deleteNotes } from './commands/delete-notes.ts'
import { addCrossLink, addLinks } from './commands/links.ts'
import { moveNotes } from './commands/move-notes.ts'
import { writeText } from './commands/write-text.ts'
import { openHistory } from './history.ts'
import { aNote, boardOf, noteOf, twoPeople } from './testing/two-people.ts'

function aHistoryOver(...docs: Y.Doc[]) {
  const history = openHistory()
  for (const doc of docs) history.track(doc)
  return history
}
const at = (x: number) => ({ x, y: 0 })

test('undo takes back what I did, never what others did', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a'), aNote('b')])
  const mine = aHistoryOver(amina)
  mine.run((origin) => moveNotes(amina, [{ id: 'a', place: at(1) }], origin))
  moveNotes(kyaw, [{ id: 'b', place: at(2) }])
  meet()
  expect(mine.undo()).toBe(true)
  meet()
  expect([noteOf(kyaw, 'a')?.place, noteOf(kyaw, 'b')?.place]).toEqual([null, at(2)])
  expect(mine.undo()).toBe(false)
  expect(mine.redo()).toBe(true)
  expect(noteOf(amina, 'a')?.place).toEqual(at(1))
})

test('what somebody else has moved since stays where they put it', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a')])
  const mine = aHistoryOver(amina)
  mine.run((origin) => moveNotes(amina, [{ id: 'a', place: at(1) }], origin))
  meet()
  moveNotes(kyaw, [{ id: 'a', place: at(2) }])
  meet()
  mine.undo()
  expect(noteOf(amina, 'a')?.place).toEqual(at(2))
})

test('undoing a deletion brings the note back with its words, its values and its links', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a', { text: 'the market', color: 'sun' }), aNote('b')])
  addLinks(amina, [{ kind: 'in-tension', from: 'a', to: 'b' }])
  meet()
  const before = boardOf(kyaw)
  const mine = aHistoryOver(amina)
  mine.run((origin) => deleteNotes(amina, ['a'], origin))
  meet()
  expect(boardOf(kyaw).notes).toHaveLength(1)
  mine.undo()
  meet()
  expect(boardOf(kyaw)).toEqual(before)
  mine.redo()
  meet()
  expect(boardOf(kyaw)).toMatchObject({ notes: [{ id: 'b' }], links: [] })
})

test('a note with its link on another document is one step', () => {
  const [board, threads] = [new Y.Doc(), new Y.Doc()]
  const mine = aHistoryOver(board, threads)
  const takeAlong = (origin: object) => {
    addNotes(board, [aNote('tactic')], origin)
    addCrossLink(
      threads,
      { kind: 'calls-for', from: { board: 'x', note: 's' }, to: { board: 'y', note: 'tactic' } },
      origin,
    )
  }
  mine.run(takeAlong)
  mine.run((origin) => writeText(board, 'tactic', 'radio', 'text', origin))
  mine.undo()
  expect(linksOf(threads).size).toBe(1)
  mine.undo()
  expect([boardOf(board).notes.length, linksOf(threads).size]).toEqual([0, 0])
  mine.redo()
  expect([boardOf(board).notes.length, linksOf(threads).size]).toEqual([1, 1])
})

test('a step with nothing left to take back is passed over, and only that one', () => {
  const { amina: first, kyaw, meet } = twoPeople([aNote('a'), aNote('b')])
  const second = twoPeople([aNote('c')]).amina
  const mine = aHistoryOver(first, second)
  mine.run((origin) => moveNotes(first, [{ id: 'a', place: at(1) }], origin))
  mine.run((origin) => moveNotes(second, [{ id: 'c', place: at(1) }], origin))
  mine.run((origin) => moveNotes(first, [{ id: 'b', place: at(1) }], origin))
  meet()
  deleteNotes(kyaw, ['b'])
  meet()
  expect(mine.undo()).toBe(true)
  // The move of `b` is void; the next thing I did was in the second document, not in the first.
  expect([noteOf(first, 'a')?.place, noteOf(second, 'c')?.place]).toEqual([at(1), null])
  expect(mine.undo()).toBe(true)
  expect(noteOf(first, 'a')?.place).toEqual(null)
  expect([mine.canUndo(), mine.undo()]).toEqual([false, false])
})

test('letters typed in one go are one step, commands between them are not swallowed', () => {
  const [first, second] = [
    twoPeople([aNote('a', { text: '' })]).amina,
    twoPeople([aNote('b', { text: '' })]).amina,
  ]
  const mine = aHistoryOver(first, second)
  const type = (doc: Y.Doc, id: string, text: string) =>
    mine.type((origin) => writeText(doc, id, text, 'text', origin))
  type(first, 'a', 'm')
  type(first, 'a', 'ma')
  type(second, 'b', 'x')
  type(first, 'a', 'mar')
  mine.run((origin) => moveNotes(first, [{ id: 'a', place: at(1) }], origin))
  type(first, 'a', 'mark')
  const state = () => [noteOf(first, 'a')?.text, noteOf(first, 'a')?.place, noteOf(second, 'b')?.text]
  const states = [state()]
  while (mine.undo()) states.push(state())
  expect(states).toEqual([
    ['mark', at(1), 'x'],
    ['mar', at(1), 'x'],
    ['mar', null, 'x'],
    ['ma', null, 'x'],
    ['ma', null, ''],
    ['', null, ''],
  ])
  while (mine.redo());
  expect(state()).toEqual(['mark', at(1), 'x'])
})

test('a new change of mine ends what could be redone, in every document', () => {
  const [first, second] = [twoPeople([aNote('a')]).amina, twoPeople([aNote('b')]).amina]
  const mine = aHistoryOver(first, second)
  mine.run((origin) => moveNotes(first, [{ id: 'a', place: at(1) }], origin))
  mine.undo()
  mine.run((origin) => moveNotes(second, [{ id: 'b', place: at(1) }], origin))
  expect([mine.canRedo(), mine.redo()]).toEqual([false, false])
  expect(noteOf(first, 'a')?.place).toBe(null)
})

test('a command that fails half-way leaves what it did as one step', () => {
  const doc = twoPeople([aNote('a')]).amina
  const mine = aHistoryOver(doc)
  const fail = () =>
    mine.run((origin) => {
      moveNotes(doc, [{ id: 'a', place: at(1) }], origin)
      throw new Error('half-way')
    })
  expect(fail).toThrow('half-way')
  expect(mine.undo()).toBe(true)
  expect(noteOf(doc, 'a')?.place).toBe(null)
})

test('a command that changes nothing is no step', () => {
  const doc = twoPeople([aNote('a')]).amina
  const mine = aHistoryOver(doc)
  expect(mine.run(() => 7)).toBe(7)
  mine.run((origin) => deleteNotes(doc, ['gone'], origin))
  expect(mine.canUndo()).toBe(false)
})

test('a document that is let go can no longer be undone; the others can', () => {
  const [first, second] = [twoPeople([aNote('a')]).amina, twoPeople([aNote('b')]).amina]
  const mine = aHistoryOver(first, second)
  mine.run((origin) => moveNotes(first, [{ id: 'a', place: at(1) }], origin))
  mine.run((origin) => moveNotes(second, [{ id: 'b', place: at(1) }], origin))
  mine.untrack(second)
  mine.undo()
  expect([noteOf(first, 'a')?.place, noteOf(second, 'b')?.place]).toEqual([null, at(1)])
})

test('listeners hear of every step, until they stop', () => {
  const doc = twoPeople([aNote('a')]).amina
  const mine = aHistoryOver(doc)
  const heard: boolean[] = []
  const stop = mine.subscribe(() => heard.push(mine.canUndo()))
  mine.run((origin) => moveNotes(doc, [{ id: 'a', place: at(1) }], origin))
  mine.undo()
  stop()
  mine.redo()
  expect(heard).toEqual([true, false])
})

test('commands that a command runs are one step with it', () => {
  const doc = new Y.Doc()
  const history = openHistory()
  history.track(doc)
  history.run(() => {
    history.run((origin) => addNotes(doc, [aNote('a')], origin))
    history.run((origin) => addNotes(doc, [aNote('b')], origin))
  })
  history.run((origin) => addNotes(doc, [aNote('c')], origin))
  history.undo()
  expect([...notesOf(doc).keys()].sort()).toEqual(['a', 'b'])
  history.undo()
  expect([...notesOf(doc).keys()]).toEqual([])
  expect(history.canUndo()).toBe(false)
})
