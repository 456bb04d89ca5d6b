import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { updateFrame } from './frames.ts'
import { aRoom, notesOf } from './testing/a-room.ts'

const words = 'meet at the old mill'

describe('P17 an update is kept and told', () => {
  test('as it was sent', async () => {
    const { join, settle, store } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    const sent = updatesOf(ana.doc)
    ana.notes.set('n1', 'high tide')
    ana.notes.set('n1', 'low tide')
    await settle()
    expect(sent).toHaveLength(2)
    expect((await store.load('w/board/b')).tail.map((update) => new Uint8Array(update))).toEqual(sent)
    expect(notesOf(ben)).toEqual({ n1: 'low tide' })
  })

  test('without what went into a note that was deleted meanwhile', async () => {
    const room = aRoom()
    const [ana, ben] = [room.join(), room.join({ participant: 'ben' })]
    await room.settle()
    ana.notes.set('n1', new Y.Text('here'))
    await room.settle()
    ana.disconnect()
    const text = ana.notes.get('n1') as Y.Text
    text.insert(4, words)
    ben.notes.delete('n1')
    await room.settle()
    ana.connect()
    await room.settle()
    ana.notes.set('n2', 'after')
    await room.settle()
    expect(notesOf(ben)).toEqual({ n2: 'after' })
    expect(await everythingStored(room)).not.toContain(words)
    expect(textOf(ben.line.received)).not.toContain(words)
  })

  test('without what was taken back before it came', async () => {
    const room = aRoom()
    const [ana, ben] = [room.join(), room.join({ participant: 'ben' })]
    await room.settle()
    const written = new Y.Doc({ gc: false })
    const updates = updatesOf(written)
    written.getMap('notes').set('n1', words)
    written.getMap('notes').delete('n1')
    written.getMap('notes').set('n2', 'left')
    ana.say(updateFrame(Y.mergeUpdates(updates)))
    await room.settle()
    expect(notesOf(ben)).toEqual({ n2: 'left' })
    expect(await everythingStored(room)).not.toContain(words)
    expect(textOf(ben.line.received)).not.toContain(words)
  })

  test('without deletions that were known before, which whoever comes back tells again', async () => {
    const { join, settle, store } = aRoom()
    const ana = join()
    await settle()
    ana.doc.transact(() => {
      for (let index = 0; index < 300; index += 1) ana.notes.set(`n${index}`, index)
    })
    ana.doc.transact(() => {
      for (let index = 0; index < 300; index += 2) ana.notes.delete(`n${index}`)
    })
    await settle()
    ana.disconnect()
    ana.notes.set('n1', 'offline')
    ana.connect()
    await settle()
    const last = (await store.load('w/board/b')).tail.at(-1)
    expect(last?.length).toBeLessThan(60)
  })

  test('and nothing is tidied up behind the log', async () => {
    const { rooms, join, settle, store } = aRoom()
    const people = ['ana', 'ben'].map((participant) => join({ participant }))
    const [ana, ben] = people
    await settle()
    ana?.notes.set('n1', new Y.Text('hello world'))
    await settle()
    const text = (person = ana) => person?.notes.get('n1') as Y.Text
    // Both make the same letters bold without knowing of each other; one of the two marks is needless then.
    for (const person of people) person.disconnect()
    text(ana).format(0, 5, { bold: true })
    text(ben).format(0, 8, { bold: true })
    text(ben).format(2, 3, { bold: null })
    for (const person of people) person.connect()
    await settle()
    const { snapshot, tail } = await store.load('w/board/b')
    const log = Y.mergeUpdates([...(snapshot ? [snapshot] : []), ...tail])
    const live = await rooms.read('w/board/b', (doc) => Y.encodeSnapshot(Y.snapshot(doc)))
    const fromLog = new Y.Doc()
    fromLog.transact((transaction) => {
      Y.applyUpdate(fromLog, log)
      transaction.local = true
    })
    expect(live).toEqual(Y.encodeSnapshot(Y.snapshot(fromLog)))
  })

  test('in the order of client ids that merging relies on', async () => {
    const room = aRoom()
    const [ana, ben] = [room.join(), room.join({ participant: 'ben' })]
    await room.settle()
    const parts = [3, 5].map((client) => {
      const doc = new Y.Doc()
      doc.clientID = client
      doc.getMap('notes').set(`n${client}`, client)
      return Y.encodeStateAsUpdate(doc)
    })
    // Two clients, the lower one first; nothing deleted.
    const [lower, higher] = parts.map((part) => part.subarray(1, -1))
    ana.say(updateFrame(Uint8Array.of(2, ...(lower ?? []), ...(higher ?? []), 0)))
    await room.settle()
    expect(notesOf(ben)).toEqual({ n3: 3, n5: 5 })
    const [kept] = (await room.store.load('w/board/b')).tail
    expect(kept?.[2]).toBe(5)
  })
})

function updatesOf(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return updates
}

async function everythingStored({ store }: ReturnType<typeof aRoom>): Promise<string> {
  const { snapshot, tail } = await store.load('w/board/b')
  return textOf([snapshot ?? new Uint8Array(), ...tail])
}

const textOf = (parts: readonly Uint8Array[]) => Buffer.concat(parts).toString('latin1')
