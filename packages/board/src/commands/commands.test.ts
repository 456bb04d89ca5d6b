import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linksOf, notesOf, settingsOf } from '../board-doc.ts'
import { aNote, boardOf, noteOf, twoPeople } from '../testing/two-people.ts'
import { addNotes } from './add-notes.ts'
import { deleteNotes } from './delete-notes.ts'
import { editNotes } from './edit-notes.ts'
import { addCrossLink, addLinks, deleteLinks, editLink } from './links.ts'
import { moveNotes } from './move-notes.ts'
import { setSetting, writeSettingText } from './settings.ts'
import { makeTheme, putWithTheme, stackAsSame, takeOutOfTheme } from './themes.ts'
import { writeText } from './write-text.ts'

const aBoardDoc = (...notes: ReturnType<typeof aNote>[]) => twoPeople(notes).amina

test('a note comes back as it was added', () => {
  const doc = aBoardDoc()
  const [id] = addNotes(doc, [
    {
      kind: 'step',
      text: 'It rains',
      place: { zone: 'path', order: 'a0' },
      color: 'sky',
      fields: { felt: 'all', gate: 'any', state: 'archived' },
      textFields: ['felt'],
    },
  ])
  expect(boardOf(doc).notes).toEqual([
    {
      id,
      kind: 'step',
      text: 'It rains',
      place: { zone: 'path', order: 'a0' },
      color: 'sky',
      fields: { felt: 'all', gate: 'any' },
    },
  ])
  expect(
    notesOf(doc)
      .get(id ?? '')
      ?.get('felt'),
  ).toBeInstanceOf(Y.Text)
})

test('notes are added all or none', () => {
  const doc = aBoardDoc(aNote('a'))
  const refused =
    (...notes: unknown[]) =>
    () =>
      addNotes(doc, notes as ReturnType<typeof aNote>[])
  expect(refused(aNote('b'), aNote('a'))).toThrow('note-exists')
  expect(refused(aNote('b'), aNote('b'))).toThrow('note-exists')
  expect(refused(aNote('b'), { ...aNote('c'), color: 'pink' })).toThrow('bad-value')
  expect(refused(aNote('b'), aNote('constructor'))).toThrow('bad-value')
  expect(boardOf(doc).notes.map((note) => note.id)).toEqual(['a'])
})

test('a command is one transaction', () => {
  const doc = aBoardDoc(aNote('a'), aNote('b'))
  let updates = 0
  doc.on('update', () => updates++)
  moveNotes(doc, [
    { id: 'a', place: { x: 1, y: 2 } },
    { id: 'b', place: { x: 3, y: 4 } },
  ])
  makeTheme(doc, { kind: 'theme', title: 'Both', place: { x: 0, y: 0 }, ids: ['a', 'b'] })
  deleteNotes(doc, ['a', 'b'])
  expect(updates).toBe(3)
})

test('moving notes writes whole places, passes over those that are gone, and refuses half a place', () => {
  const doc = aBoardDoc(aNote('a', { cluster: { id: 't', order: 'a0' } }))
  moveNotes(doc, [
    { id: 'a', place: { row: 'inside', col: 'invited', order: 'a0' } },
    { id: 'gone', place: { x: 1, y: 1 } },
  ])
  expect(noteOf(doc, 'a')).toEqual({
    id: 'a',
    kind: 'vision-element',
    text: 'a',
    place: { row: 'inside', col: 'invited', order: 'a0' },
    fields: {},
  })
  expect(() => moveNotes(doc, [{ id: 'a', place: { x: 1.5, y: 0 } }])).toThrow('bad-value')
  expect(() => moveNotes(doc, [{ id: 'a', place: { x: 1 } as never }])).toThrow('bad-value')
})

test('editing sets and takes away values, and never makes a note unreadable', () => {
  const doc = aBoardDoc(
    aNote('a', { color: 'sun', fields: { gate: 'all', felt: 'x' }, textFields: ['felt'] }),
  )
  editNotes(doc, ['a'], {
    color: undefined,
    sensitivity: 'sensitive',
    fields: { gate: null, felt: 'xy', kind: 'no' },
  })
  expect(noteOf(doc, 'a')).toEqual({
    id: 'a',
    kind: 'vision-element',
    text: 'a',
    place: null,
    sensitivity: 'sensitive',
    fields: { felt: 'xy' },
  })
  expect(notesOf(doc).get('a')?.get('felt')).toBeInstanceOf(Y.Text)
  expect(() => editNotes(doc, ['a'], { color: 'pink' as never })).toThrow('bad-value')
  expect(() => editNotes(doc, ['a', 'gone'], { color: 'sun' })).toThrow('unknown-note')
})

test('deleting a note takes its links along and lets go of what stood with it', () => {
  const doc = aBoardDoc(
    aNote('t', { kind: 'theme' }),
    aNote('a', { cluster: { id: 't', order: 'a0' }, place: { x: 5, y: 5 } }),
    aNote('b', { sameAs: 't' }),
  )
  addLinks(doc, [
    { id: 'l1', kind: 'in-tension', from: 'a', to: 't' },
    { id: 'l2', kind: 'in-tension', from: 'a', to: 'b' },
  ])
  deleteNotes(doc, ['t', 'gone'])
  expect(boardOf(doc)).toMatchObject({
    notes: [{ id: 'a', place: { x: 5, y: 5 } }, { id: 'b' }],
    links: [{ id: 'l2' }],
  })
  expect(noteOf(doc, 'a')).not.toHaveProperty('cluster')
  expect(noteOf(doc, 'b')).not.toHaveProperty('sameAs')
})

test('the same link is never there twice, and a link has two ends that are there', () => {
  const doc = aBoardDoc(aNote('a'), aNote('b'))
  const link = { kind: 'needs', from: 'a', to: 'b' }
  const [id] = addLinks(doc, [{ id: 'l', ...link }, link])
  expect(addLinks(doc, [link])).toEqual([id])
  expect(addLinks(doc, [{ id: 'l', ...link }])).toEqual([id])
  expect(boardOf(doc).links).toEqual([{ id: 'l', ...link }])
  expect(() => addLinks(doc, [{ ...link, id: 'l', kind: 'came-from' }])).toThrow('bad-value')
  expect(() => addLinks(doc, [{ ...link, to: 'a' }])).toThrow('same-note')
  expect(() => addLinks(doc, [{ ...link, to: 'gone' }])).toThrow('unknown-note')
  editLink(doc, 'l', { why: 'we know' })
  expect(boardOf(doc).links).toEqual([{ id: 'l', ...link, why: 'we know' }])
  expect(() => editLink(doc, 'l', { timing: 'soon' as never })).toThrow('bad-value')
  deleteLinks(doc, ['l', 'gone'])
  expect(boardOf(doc).links).toEqual([])
  expect(() => editLink(doc, 'l', {})).toThrow('unknown-link')
})

test('a link across boards is there once', () => {
  const threads = new Y.Doc()
  const link = { kind: 'becomes', from: { board: 'v', note: 'a' }, to: { board: 'b', note: 'victory' } }
  const id = addCrossLink(threads, { ...link, lastKnown: { from: 'A roof' } })
  expect(addCrossLink(threads, link)).toBe(id)
  expect(linksOf(threads).size).toBe(1)
  expect(() => addCrossLink(threads, { ...link, to: link.from })).toThrow('same-note')
  expect(() => addCrossLink(threads, { ...link, kind: '' })).toThrow('bad-value')
})

test('notes put with a theme keep their own place, and stand there again when taken out', () => {
  const doc = aBoardDoc(aNote('a', { place: { x: 1, y: 1 } }), aNote('b'), aNote('c', { keepSeparate: true }))
  const theme = makeTheme(doc, {
    kind: 'theme',
    title: 'Roof',
    place: { x: 9, y: 9 },
    ids: ['a', 'c', 'gone'],
  })
  expect(noteOf(doc, 'a')).toMatchObject({ place: { x: 1, y: 1 }, cluster: { id: theme } })
  expect(noteOf(doc, 'c')).not.toHaveProperty('cluster')
  expect(putWithTheme(doc, theme, ['b', 'b', theme], undefined, 0)).toEqual(['b'])
  const orderOf = (id: string) => noteOf(doc, id)?.cluster?.order ?? ''
  expect(orderOf('b') < orderOf('a')).toBe(true)
  takeOutOfTheme(doc, ['a', 'gone'])
  expect(noteOf(doc, 'a')).toEqual({ ...aNote('a'), place: { x: 1, y: 1 }, fields: {} })
  expect(() => putWithTheme(doc, 'gone', ['a'])).toThrow('unknown-note')
})

test('a stack has one top, and stacks are not nested', () => {
  const doc = aBoardDoc(aNote('a'), aNote('b', { sameAs: 'a' }), aNote('c'))
  stackAsSame(doc, 'c', ['a'])
  expect(['a', 'b', 'c'].map((id) => noteOf(doc, id)?.sameAs)).toEqual(['c', 'c', undefined])
  stackAsSame(doc, 'b', ['c'])
  expect(['a', 'b', 'c'].map((id) => noteOf(doc, id)?.sameAs)).toEqual(['b', undefined, 'b'])
  expect(() => stackAsSame(doc, 'gone', ['a'])).toThrow('unknown-note')
})

test('words of the board itself are written together, values are set and taken away', () => {
  const doc = aBoardDoc()
  writeSettingText(doc, 'horizon', 'It is May')
  writeSettingText(doc, 'horizon', 'It is June')
  setSetting(doc, 'locked.victory', true)
  setSetting(doc, 'dismissed.x', true)
  setSetting(doc, 'dismissed.x', null)
  expect(boardOf(doc).settings).toEqual({ horizon: 'It is June', 'locked.victory': true })
  expect(settingsOf(doc).get('horizon')).toBeInstanceOf(Y.Text)
})

test('commands step over what another client wrote there that is no note', () => {
  const doc = aBoardDoc(aNote('a'))
  const raw = notesOf(doc) as unknown as Y.Map<unknown>
  raw.set('junk', 'not a note')
  raw.set('more', new Y.Text('nor this'))
  linksOf(doc).set('junk', 7)
  settingsOf(doc).set('deep', new Y.Map())
  moveNotes(doc, [{ id: 'junk', place: { x: 0, y: 0 } }])
  takeOutOfTheme(doc, ['junk', 'more'])
  stackAsSame(doc, 'a', ['junk'])
  deleteNotes(doc, ['b'])
  expect(() => writeText(doc, 'junk', 'x')).toThrow('unknown-note')
  expect(boardOf(doc)).toMatchObject({ notes: [{ id: 'a' }], links: [], settings: {}, leftOut: 3 })
})
