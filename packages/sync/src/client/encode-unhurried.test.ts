import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aRandom } from '../testing/random.ts'
import { randomEdit } from '../testing/random-edit.ts'
import { applyUnhurried } from './apply-unhurried.ts'
import { encodeUnhurried } from './encode-unhurried.ts'

/** A document that four people have edited. */
function anEditedDoc(random: () => number, edits: number) {
  const docs = Array.from({ length: 4 }, () => new Y.Doc())
  for (let n = 0; n < edits; n += 1) {
    const [from, to] = [docs[n % 4], docs[Math.floor(random() * 4)]] as [Y.Doc, Y.Doc]
    randomEdit(from, random)
    if (random() < 0.3) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  }
  const [first, ...others] = docs as [Y.Doc, ...Y.Doc[]]
  for (const doc of others) Y.applyUpdate(first, Y.encodeStateAsUpdate(doc))
  return first
}

async function copyOf(updates: readonly Uint8Array[]) {
  const doc = new Y.Doc()
  await applyUnhurried(doc, updates, null)
  return doc
}

function expectSame(a: Y.Doc, b: Y.Doc) {
  expect(a.getMap('notes').toJSON()).toEqual(b.getMap('notes').toJSON())
  expect(a.getArray('order').toJSON()).toEqual(b.getArray('order').toJSON())
  expect(Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))).toBe(true)
}

describe('a document written without hurry', () => {
  test('is the whole document', async () => {
    expectSame(await copyOf([await encodeUnhurried(new Y.Doc())]), new Y.Doc())
    for (let seed = 1; seed <= 20; seed += 1) {
      const doc = anEditedDoc(aRandom(seed), 80)
      const update = await encodeUnhurried(doc)
      expectSame(await copyOf([update]), doc)
      expect(Y.encodeStateVectorFromUpdate(update)).toEqual(Y.encodeStateVector(doc))
    }
  })

  test('says everything together with what changes meanwhile', async () => {
    let changes = 0
    for (let seed = 1; seed <= 6; seed += 1) {
      const random = aRandom(seed)
      const doc = anEditedDoc(random, 300)
      // Long enough to be written in many stretches.
      const notes = doc.getMap('notes')
      for (let n = 0; n < 4_000; n += 1) notes.set(`many-${n}`, new Y.Map([['text', new Y.Text(`${n}`)]]))
      const since: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => since.push(update))
      let isOver = false
      const writing = encodeUnhurried(doc).then((update) => {
        isOver = true
        return update
      })
      while (!isOver) {
        randomEdit(doc, random)
        await new Promise((resolve) => setImmediate(resolve))
      }
      const copy = await copyOf([await writing, ...since])
      changes += since.length
      expect(copy.store.pendingStructs).toBeNull()
      expectSame(copy, doc)
    }
    expect(changes).toBeGreaterThan(0)
  })
})
