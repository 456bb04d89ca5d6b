import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Check } from './rules.ts'
import { aPerson } from './testing/a-person.ts'
import { aRoom, notesOf } from './testing/a-room.ts'
import { aRandom } from './testing/random.ts'
import { randomEdit } from './testing/random-edit.ts'

/** Nothing under a key that begins with "locked" may change, nor anything inside it. */
const locks: Check = ({ doc, changed }) => {
  const notes = doc.getMap<unknown>('notes')
  return [...changed].flatMap(([type, keys]) => {
    const inside = type._item?.parent === notes ? type._item.parentSub : type._item?.parent
    const touched: unknown[] =
      (type as unknown) === notes
        ? [...keys]
        : [inside instanceof Y.AbstractType ? inside._item?.parentSub : inside]
    return touched.flatMap((key) =>
      typeof key === 'string' && key.startsWith('locked')
        ? [{ map: notes, key, reason: 'it is locked' }]
        : [],
    )
  })
}
const roots = { notes: 'map', order: 'array' } as const

const aNote = (text: string) =>
  new Y.Map<unknown>([
    ['kind', 'idea'],
    ['text', new Y.Text(text)],
    ['list', Y.Array.from([1, 2, 3])],
  ])
const textOf = (doc: Y.Doc, id: string) =>
  (doc.getMap('notes').get(id) as Y.Map<Y.Text>).get('text') as Y.Text

/** Letter by letter, however they were cut into pieces. */
const lettersOf = (doc: Y.Doc, id: string) =>
  (textOf(doc, id).toDelta() as { insert: string; attributes?: unknown }[]).flatMap(
    ({ insert, attributes }) => [...insert].map((letter) => [letter, attributes]),
  )

async function aLockedBoard(check: Check = locks) {
  const room = aRoom({ rules: () => ({ roots, check }) })
  await room.rooms.transact('w/board/b', (doc) => {
    doc.getMap('notes').set('locked', aNote('agreed'))
    textOf(doc, 'locked').format(0, 3, { bold: true })
    doc.getMap('notes').set('locked-value', 1)
    doc.getMap('notes').set('open', aNote('low'))
  })
  const [ana, ben] = [room.join(), room.join({ participant: 'ben' })]
  await room.settle()
  return { ...room, ana, ben }
}

describe('P39 what the rules take back', () => {
  test.each<[string, (notes: Y.Map<unknown>, doc: Y.Doc) => void]>([
    ['a note that was deleted', (notes) => notes.delete('locked')],
    ['a note that was replaced', (notes) => notes.set('locked', aNote('mine'))],
    ['words that were added', (_, doc) => textOf(doc, 'locked').insert(3, 'NOT ')],
    ['words that were deleted', (_, doc) => textOf(doc, 'locked').delete(1, 3)],
    ['words of two kinds', (_, doc) => textOf(doc, 'locked').applyDelta([{ delete: 2 }, { insert: 'x' }])],
    ['a field', (notes) => (notes.get('locked') as Y.Map<unknown>).set('kind', 'other')],
    ['a value, set twice', (notes) => [2, 3].map((value) => notes.set('locked-value', value))],
    ['a new note', (notes) => notes.set('locked-too', aNote('new'))],
  ])('comes back for everybody, its author too: %s', async (_, change) => {
    const { rooms, ana, ben, settle, incidents, join } = await aLockedBoard()
    const before = notesOf(ben)
    const words = lettersOf(ben.doc, 'locked')
    ana.doc.transact(() => change(ana.notes, ana.doc))
    await settle()
    const late = join({ participant: 'late' })
    await settle()
    for (const { doc } of [ana, ben, late]) {
      expect(doc.getMap('notes').toJSON()).toEqual(before)
      expect(lettersOf(doc, 'locked')).toEqual(words)
    }
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual(before)
    expect([ana.line.closed, ben.line.closed]).toEqual([null, null])
    expect(incidents).toMatchObject([
      { kind: 'change-taken-back', reason: 'it is locked', participant: 'ana' },
    ])
  })

  test('is never seen by anybody else, not even for a moment', async () => {
    const { ana, ben, settle } = await aLockedBoard()
    const seen: unknown[] = []
    ben.notes.observeDeep(() => seen.push(ben.notes.get('locked-value')))
    for (let value = 2; value < 9; value += 1) ana.notes.set('locked-value', value)
    await settle()
    expect(new Set(seen)).toEqual(new Set([1]))
  })

  test('leaves the rest of the same update, and what its author does next', async () => {
    const { ana, ben, settle } = await aLockedBoard()
    ana.doc.transact(() => {
      ana.notes.delete('locked')
      ana.notes.set('more', 1)
    })
    ana.notes.set('later', 2)
    textOf(ana.doc, 'open').insert(3, ' tide')
    await settle()
    expect(notesOf(ben)).toMatchObject({
      locked: { text: 'agreed' },
      more: 1,
      later: 2,
      open: { text: 'low tide' },
    })
    expect(notesOf(ana)).toEqual(notesOf(ben))
  })

  test('is nothing that the server does itself', async () => {
    const { rooms, ben, settle } = await aLockedBoard()
    await rooms.transact('w/board/b', (doc) => doc.getMap('notes').set('locked-value', 7))
    await settle()
    expect(notesOf(ben)).toMatchObject({ 'locked-value': 7 })
  })

  test('a check that throws takes nobody’s words and is reported', async () => {
    const { ana, ben, settle, incidents } = await aLockedBoard(() => {
      throw new Error('a mistake')
    })
    ana.notes.set('n', 1)
    await settle()
    expect(notesOf(ben)).toMatchObject({ n: 1 })
    expect(ana.line.closed).toBeNull()
    expect(incidents.map(({ kind }) => kind)).toEqual(['check-failed'])
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('everybody converges all the same (seed %i)', async (seed) => {
    const random = aRandom(seed)
    // Any change of anything is taken back one time in four.
    const fickle: Check = ({ changed }) =>
      [...changed].flatMap(([type, keys]) =>
        [...keys].flatMap((key) =>
          type instanceof Y.Map && key !== null && random() < 0.25
            ? [{ map: type, key, reason: 'a whim' }]
            : [],
        ),
      )
    const { rooms, settle } = aRoom({ rules: () => ({ roots, check: fickle }), random })
    const people = ['ana', 'ben', 'cleo'].map((participant) => aPerson(rooms, { participant }))
    for (let step = 0; step < 60; step += 1) {
      const person = people[Math.floor(random() * 3)]
      if (person) randomEdit(person.doc, random)
      const luck = random()
      if (luck < 0.1) person?.disconnect()
      else if (luck < 0.4 && person?.line.closed) person.connect()
      if (luck > 0.7) await settle(1)
    }
    for (const person of people) if (person.line.closed) person.connect()
    await settle(20)
    const expected = await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())
    for (const person of people) {
      expect(person.line.closed).toBeNull()
      expect(notesOf(person)).toEqual(expected)
      person.awareness.destroy()
    }
    await rooms.close()
  })
})
