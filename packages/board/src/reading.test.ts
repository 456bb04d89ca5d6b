import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard, readThreads } from './board.ts'
import { linksOf, notesOf, settingsOf } from './board-doc.ts'
import { readCrossLink, readLink } from './link.ts'
import { readNote } from './note.ts'
import { readStage } from './workshop.ts'

/** What Yjs can carry in one value. */
const carried = fc.oneof(
  fc.jsonValue(),
  fc.uint8Array({ maxLength: 4 }),
  fc.string().map((text) => new Y.Text(text)),
  fc.constant(null).map(() => new Y.Map([['x', new Y.Map()]])),
  fc.constant(null).map(() => Y.Array.from([1, 'x'])),
)
const key = fc.oneof(
  fc.constantFrom(
    'kind',
    'text',
    'place',
    'color',
    'cluster',
    'sameAs',
    'state',
    'translations',
    '__proto__',
    'when',
  ),
  fc.string(),
)

test('no note that anybody can write makes reading throw, and what is read can be trusted', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(key, carried)), (id, entries) => {
      const doc = new Y.Doc()
      const map = new Y.Map<unknown>()
      notesOf(doc).set(id, map)
      for (const [name, value] of entries) map.set(name, value)
      const note = readNote(id, map)
      if (note) {
        expect(typeof note.text).toBe('string')
        expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
        expect(Object.values(note.fields).some((value) => value instanceof Y.AbstractType)).toBe(false)
        expect(Object.getPrototypeOf(note.fields)).toBe(Object.prototype)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a note with everything right except one common value is left out, not repaired', () => {
  const doc = new Y.Doc()
  const write = (id: string, more: [string, unknown][] = []) => {
    const map = new Y.Map<unknown>([['kind', 'step'], ['text', new Y.Text('x')], ['place', null], ...more])
    notesOf(doc).set(id, map)
  }
  write('good', [['anything', { of: 'its kind' }]])
  write('half-place', [['place', { x: 1 }]])
  write('two-places', [['place', { x: 1, y: 1, zone: 'a' }]])
  write('colour', [['color', 'pink']])
  write('constructor')
  write('a b')
  const board = readBoard({ id: 'b', kind: 'k', title: 't' }, doc)
  expect(board.notes.map((note) => note.id)).toEqual(['good'])
  expect(board.leftOut).toBe(5)
})

test('nothing at all makes reading a note or a link throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (id, value) => {
      expect(readNote(id as string, value)).toBe(null)
      readLink(id as string, value)
      readCrossLink(id as string, value)
    }),
    { numRuns: 2000 },
  )
})

test('a link keeps what it knows and drops what it does not', () => {
  const link = { kind: 'needs', from: 'a', to: 'b', why: 'we know', author: 'somebody' }
  expect(readLink('l', link)).toEqual({ id: 'l', kind: 'needs', from: 'a', to: 'b', why: 'we know' })
  expect(readLink('l', { ...link, from: 'a b' })).toBe(null)
  expect(readLink('__proto__', link)).toBe(null)
})

test('whole documents full of junk are read, and the junk is counted', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), carried)), (entries) => {
      const doc = new Y.Doc()
      for (const [name, value] of entries) {
        const root = [notesOf(doc) as Y.Map<unknown>, linksOf(doc), settingsOf(doc)][name.length % 3]
        root?.set(name, value)
      }
      const board = readBoard({ id: 'b', kind: 'k', title: 't' }, doc)
      expect(board.notes.length + board.links.length + board.leftOut).toBe(
        notesOf(doc).size + linksOf(doc).size,
      )
      expect(() => JSON.stringify(board)).not.toThrow()
      readThreads(doc)
      readStage(doc)
    }),
  )
})

test('a setting nested deeper than any stack does not stop the board from opening', () => {
  const doc = new Y.Doc()
  let at = settingsOf(doc)
  doc.transact(() => {
    for (let depth = 0; depth < 2_000; depth++) {
      const next = new Y.Map<unknown>()
      at.set('x', next)
      at = next
    }
  })
  expect(readBoard({ id: 'b', kind: 'k', title: 't' }, doc).settings).toEqual({})
})
