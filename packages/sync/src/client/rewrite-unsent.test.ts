import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aRoom, notesOf } from '../testing/a-room.ts'
import { aRandom } from '../testing/random.ts'
import { randomEdit } from '../testing/random-edit.ts'
import { rewriteUnsent } from './rewrite-unsent.ts'

describe('P84 what was never sent, under another name', () => {
  test('arrives as an edit of whoever comes back, where the old one is refused', async () => {
    const { rooms, join, settle } = aRoom()
    const ana = join()
    ana.notes.set('note', new Y.Map([['text', new Y.Text('low')]]))
    await settle()
    ana.disconnect()
    const words = (doc: Y.Doc) => (doc.getMap('notes').get('note') as Y.Map<Y.Text>).get('text') as Y.Text
    words(ana.doc).insert(3, ' tide')
    ana.notes.set('own', 'never sent')
    const copy = Y.encodeStateAsUpdate(ana.doc)

    const thief = join({ participant: 'ben', doc: new Y.Doc() })
    Y.applyUpdate(thief.doc, copy)
    await settle()
    expect(thief.line.closed).toMatchObject({ code: 4400, reason: expect.stringContaining('foreign') })

    const back = join({ participant: 'ben' })
    await settle()
    words(back.doc).insert(0, 'very ')
    const rewritten = rewriteUnsent(copy, Y.encodeStateVector(back.doc))
    if (!rewritten) throw new Error('nothing unsent')
    Y.applyUpdate(back.doc, rewritten)
    await settle()
    expect(back.line.closed).toBeNull()
    const stored = await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())
    expect(stored).toEqual({ note: { text: 'very low tide' }, own: 'never sent' })
    expect(notesOf(back)).toEqual(stored)
  })

  test('says what the old copy says, wherever the sending broke off', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = aRandom(seed)
      const [old, server] = [new Y.Doc(), new Y.Doc()]
      const sent = Math.floor(random() * 40)
      for (let edit = 0; edit < 60; edit += 1) {
        if (edit === sent) Y.applyUpdate(server, Y.encodeStateAsUpdate(old))
        randomEdit(old, random)
      }
      const rewritten = rewriteUnsent(Y.encodeStateAsUpdate(old), Y.encodeStateVector(server))
      if (rewritten) Y.applyUpdate(server, rewritten)
      for (const name of ['notes', 'links'])
        expect(server.getMap(name).toJSON()).toEqual(old.getMap(name).toJSON())
      expect(server.getArray('order').toJSON()).toEqual(old.getArray('order').toJSON())
      expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null])
    }
  })

  test('is nothing where everything was sent', () => {
    const doc = new Y.Doc()
    doc.getMap('notes').set('n', 1)
    expect(rewriteUnsent(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc))).toBeNull()
  })
})
