import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { aRandom } from '../testing/random.ts'
import { randomEdit } from '../testing/random-edit.ts'
import { scanUpdate } from './scan-update.ts'

const limits = { maxStructs: 100_000, maxStringBytes: 100_000, maxDepth: 16 }

test('a walk over an update finds where every client begins and ends, as Yjs does by making every struct', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = aRandom(seed)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let step = 0; step < 150; step += 1) {
      if (step % 40 === 0) doc.clientID = Math.floor(random() * 2 ** 32)
      randomEdit(doc, random)
    }
    const text = doc.getText('title')
    text.insert(0, 'á 🌊 世 မြစ် half a pair: \ud800')
    text.format(0, 2, { bold: true })
    for (const update of [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)]) {
      const extents = [...scanUpdate(update, limits)]
      const { from, to } = Y.parseUpdateMeta(update)
      expect(new Map(extents.map(([client, { begin }]) => [client, begin]))).toEqual(from)
      expect(new Map(extents.map(([client, { end }]) => [client, end]))).toEqual(to)
    }
  }
})
