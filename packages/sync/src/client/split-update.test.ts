import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aRandom } from '../testing/random.ts'
import { randomEdit } from '../testing/random-edit.ts'
import { splitUpdate } from './split-update.ts'

/** Four people who edit one document and hear of each other now and then; every update, in one order that works. */
function aHistory(random: () => number, rounds: number) {
  const log: Uint8Array[] = []
  const people = Array.from({ length: 4 }, () => new Y.Doc())
  const room = new Y.Doc()
  room.on('update', (update: Uint8Array) => log.push(update))
  for (let round = 0; round < rounds; round += 1) {
    for (const doc of people) {
      for (let edits = Math.floor(random() * 6); edits > 0; edits -= 1) randomEdit(doc, random)
      if (random() < 0.5) Y.applyUpdate(room, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room)))
      if (random() < 0.5) Y.applyUpdate(doc, Y.encodeStateAsUpdate(room, Y.encodeStateVector(doc)))
    }
  }
  for (const doc of people) Y.applyUpdate(room, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room)))
  return { room, log }
}

const piecesOf = (update: Uint8Array, most: number) =>
  [...splitUpdate(update, most)].filter((piece) => piece !== null)

function docWith(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap('notes')
  doc.getArray('order')
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const isWaiting = ({ store }: Y.Doc) => store.pendingStructs !== null || store.pendingDs !== null

const contents = (doc: Y.Doc) => ({
  notes: doc.getMap('notes').toJSON(),
  order: doc.getArray('order').toJSON(),
})

function expectSame(a: Y.Doc, b: Y.Doc) {
  expect(contents(a)).toEqual(contents(b))
  expect(Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))).toBe(true)
}

describe('an update in pieces', () => {
  test('says the same as the whole, whatever is known already, and no piece waits for a later one', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = aRandom(seed)
      const { room, log } = aHistory(random, 12)
      const most = 1 + Math.floor(random() * 40)
      const known = log.slice(0, Math.floor(random() * log.length * 2))
      // As a room answers, as stored, and as somebody would send who has not heard what we know.
      const wholes = [Y.encodeStateAsUpdate(room), Y.mergeUpdates(log)]
      if (known.length < log.length) wholes.push(Y.mergeUpdates(log.slice(known.length)))
      for (const whole of wholes) {
        const doc = docWith(known)
        for (const piece of piecesOf(whole, most)) {
          Y.applyUpdate(doc, piece)
          expect(isWaiting(doc), `seed ${seed}`).toBe(false)
        }
        expectSame(doc, docWith([...known, whole]))
        expectSame(doc, room)
      }
    }
  })

  test('of something that builds on what is missing waits for it as the whole does', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = aRandom(seed)
      const { room, log } = aHistory(random, 8)
      const [some, others] = [log.filter(() => random() < 0.6), log]
      if (some.length === 0) continue
      const whole = Y.mergeUpdates(some)
      const doc = docWith(piecesOf(whole, 1 + Math.floor(random() * 20)))
      expect(contents(doc)).toEqual(contents(docWith([whole])))
      for (const update of others) Y.applyUpdate(doc, update)
      expectSame(doc, room)
    }
  })

  test('is never much larger than was asked for, however people built on each other', () => {
    const { room, log } = aHistory(aRandom(7), 60)
    for (const whole of [Y.encodeStateAsUpdate(room), Y.mergeUpdates(log)]) {
      for (const piece of piecesOf(whole, 50)) {
        expect(Y.decodeUpdate(piece).structs.length).toBeLessThanOrEqual(50)
      }
    }
  })

  test('brings nothing back even for a moment that the whole deletes', () => {
    const { log } = aHistory(aRandom(3), 30)
    const whole = Y.mergeUpdates(log)
    const final = new Set(docWith([whole]).getMap('notes').keys())
    const doc = docWith([])
    for (const piece of piecesOf(whole, 10)) {
      Y.applyUpdate(doc, piece)
      for (const id of doc.getMap('notes').keys()) expect(final).toContain(id)
    }
  })

  test('holds the odd things too: nothing at all, emoji, nested values, a deletion alone', () => {
    const doc = new Y.Doc()
    expect(piecesOf(Y.encodeStateAsUpdate(doc), 10)).toEqual([])
    const notes = doc.getMap<unknown>('notes')
    const text = new Y.Text('🌊🌊 ကြီး é')
    text.format(0, 2, { bold: true })
    notes.set('text', text)
    notes.set('value', { a: [1, -2.5, 1e300, null, undefined, true, { b: 'ü' }] })
    doc.getArray('order').push(['a', 'b', 3])
    const whole = Y.encodeStateAsUpdate(doc)
    expectSame(docWith(piecesOf(whole, 1)), doc)
    const before = Y.encodeStateVector(doc)
    notes.delete('value')
    const deletion = Y.encodeStateAsUpdate(doc, before)
    expect(piecesOf(deletion, 5)).toHaveLength(1)
    expectSame(docWith([whole, ...piecesOf(deletion, 5)]), doc)
  })

  test('gives out nothing of bytes that make no sense', () => {
    expect(() => piecesOf(Uint8Array.of(1, 200, 1), 10)).toThrow()
    const doc = new Y.Doc()
    doc.getMap('notes').set('bytes', Uint8Array.of(1, 2))
    expect(() => piecesOf(Y.encodeStateAsUpdate(doc), 10)).toThrow()
  })
})
