import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board.ts'
import { linksOf, notesOf } from './board-doc.ts'
import { openBoardStore } from './board-store.ts'
import { addNotes } from './commands/add-notes.ts'
import { deleteNotes } from './commands/delete-notes.ts'
import { addLinks } from './commands/links.ts'
import { moveNotes } from './commands/move-notes.ts'
import { writeSettingText } from './commands/settings.ts'
import { writeText } from './commands/write-text.ts'
import { aNote, twoPeople } from './testing/two-people.ts'

const entry = { id: 'b', kind: 'k', title: 't' }

test('after any edits, also hostile ones, the store says what a fresh reading says', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'bad id')
  const plain = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.dictionary(fc.string(), fc.integer(), { noNullPrototype: true }),
  )
  const edit = fc.oneof(
    fc.record({ act: fc.constant('raw note' as const), id, value: plain }),
    fc.record({
      act: fc.constant('raw value' as const),
      id,
      key: fc.constantFrom('text', 'place', 'kind', 'x'),
      value: plain,
    }),
    fc.record({ act: fc.constant('raw link' as const), id, value: plain }),
    fc.record({ act: fc.constant('setting' as const), id, value: fc.string() }),
    fc.record({ act: fc.constant('add' as const), id }),
    fc.record({ act: fc.constant('write' as const), id, value: fc.string() }),
    fc.record({ act: fc.constant('move' as const), id }),
    fc.record({ act: fc.constant('link' as const), id }),
    fc.record({ act: fc.constant('delete' as const), id }),
  )
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never
  const apply = (doc: Y.Doc, one: Edit) => {
    const note: unknown = notesOf(doc).get(one.id)
    const isNote = note instanceof Y.Map
    if (one.act === 'raw note') (notesOf(doc) as Y.Map<unknown>).set(one.id, one.value)
    if (one.act === 'raw value' && isNote) note.set(one.key, one.value)
    if (one.act === 'raw link') linksOf(doc).set(one.id, one.value)
    if (one.act === 'setting') writeSettingText(doc, one.id, one.value)
    if (one.act === 'add' && one.id !== 'bad id' && !notesOf(doc).has(one.id)) addNotes(doc, [aNote(one.id)])
    if (one.act === 'write' && isNote) writeText(doc, one.id, one.value)
    if (one.act === 'move') moveNotes(doc, [{ id: one.id, place: { x: 1, y: 1 } }])
    if (
      one.act === 'link' &&
      isNote &&
      one.id !== 'a' &&
      notesOf(doc).get('a') instanceof Y.Map &&
      one.id !== 'bad id'
    ) {
      addLinks(doc, [{ kind: 'in-tension', from: one.id, to: 'a' }])
    }
    if (one.act === 'delete') deleteNotes(doc, [one.id])
  }
  fc.assert(
    fc.property(fc.array(edit), fc.array(edit), (mine, yours) => {
      const { amina, kyaw, meet } = twoPeople([aNote('a')])
      const store = openBoardStore(amina)
      for (const one of mine) apply(amina, one)
      for (const one of yours) apply(kyaw, one)
      meet()
      expect(inOrder(store.board(entry))).toEqual(inOrder(readBoard(entry, amina)))
      expect(store.leftOut()).toBe(readBoard(entry, amina).leftOut)
      expect([...store.notes().keys()].toSorted()).toEqual(
        store
          .board(entry)
          .notes.map((note) => note.id)
          .toSorted(),
      )
      store.close()
    }),
    { numRuns: 500 },
  )
})

const inOrder = ({ notes, links, ...rest }: ReturnType<typeof readBoard>) => ({
  ...rest,
  notes: notes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  links: links.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

test('a change to one note leaves every other note the same object, and wakes only its own listeners', () => {
  const { amina, kyaw, meet } = twoPeople([aNote('a'), aNote('b')])
  const store = openBoardStore(amina)
  const woken: string[] = []
  store.subscribe(() => woken.push('board'))
  store.subscribeNote('a', () => woken.push('a'))
  const stop = store.subscribeNote('b', () => woken.push('b'))
  const before = { a: store.note('a'), b: store.note('b'), notes: store.notes(), board: store.board(entry) }
  writeText(kyaw, 'a', 'new')
  meet()
  expect(woken).toEqual(['a', 'board'])
  expect(store.note('a')?.text).toBe('new')
  expect(store.note('b')).toBe(before.b)
  expect(store.notes()).not.toBe(before.notes)
  expect(store.board(entry)).not.toBe(before.board)
  expect(store.board(entry)).toBe(store.board({ ...entry }))
  stop()
  deleteNotes(amina, ['b'])
  expect(woken).toEqual(['a', 'board', 'board'])
  expect(store.note('b')).toBeUndefined()
})

test('a closed store hears nothing more', () => {
  const { amina } = twoPeople([aNote('a')])
  const store = openBoardStore(amina)
  const woken: string[] = []
  store.subscribe(() => woken.push('board'))
  store.close()
  deleteNotes(amina, ['a'])
  expect(woken).toEqual([])
})
