import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openRooms } from '../rooms.ts'
import { aServer } from '../testing/a-server.ts'
import { eventually } from '../testing/eventually.ts'
import { aTroubledStore } from '../testing/troubled-store.ts'
import { openDocument, toBeSent } from './open-document.ts'
import { openWire } from './wire.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

async function aPlace() {
  const troubled = aTroubledStore()
  const rooms = openRooms({ store: troubled.store, rules: () => ({ roots: { notes: 'map' } }) })
  const server = await aServer(rooms)
  cleanups.push(async () => {
    troubled.release()
    await rooms.close()
    await server.close()
  })
  const heard = { bytes: 0, sockets: 0 }
  class Counted extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      heard.sockets += 1
      this.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        heard.bytes += data.byteLength
      })
    }
    override send(bytes: Uint8Array<ArrayBuffer>) {
      heard.bytes += bytes.byteLength
      super.send(bytes)
    }
  }
  /** Somebody with several documents. */
  const connect = (token: string) => {
    const wire = openWire({ url: server.url, token, WebSocket: Counted, random: () => 0 })
    cleanups.push(wire.close)
    const open = (document: string, doc = new Y.Doc(), generation = 0) => {
      const opened = openDocument({ wire, document, doc, generation, random: () => 0 })
      cleanups.push(opened.close)
      return { ...opened, notes: doc.getMap('notes') }
    }
    return { wire, open }
  }
  const isOnline = (...all: { status(): unknown }[]) =>
    eventually(() => {
      for (const one of all)
        expect(one.status()).toMatchObject({ connection: 'online', synced: true, pending: 0 })
    })
  return { rooms, server, connect, isOnline, heard, ...troubled }
}

const names = [
  'w/stage',
  'w/threads',
  'w/draft/ana',
  'w/lead',
  'w/board/a',
  'w/board/b',
  'w/board/c',
  'w/board/d',
]

describe('P70 a wire', () => {
  test('carries eight documents on one socket', async () => {
    const { server, connect, isOnline, heard } = await aPlace()
    const [ana, ben] = [connect('ana'), connect('ben')]
    const hers = names.map((name) => ana.open(name))
    const his = names.map((name) => ben.open(name))
    await isOnline(...hers, ...his)
    for (const [index, document] of hers.entries()) document.notes.set('n', index)
    await eventually(() =>
      expect(his.map(({ notes }) => notes.get('n'))).toEqual(names.map((_, index) => index)),
    )
    expect([server.sockets(), heard.sockets]).toEqual([2, 2])
  })

  test('P75 is back after a break for less than 2 kB where nothing has changed', async () => {
    const { server, connect, isOnline, heard } = await aPlace()
    const ana = connect('ana')
    const writers = connect('writers')
    const filling = names.map((name) => writers.open(name))
    await isOnline(...filling)
    for (const { doc, notes } of filling) {
      doc.transact(() => {
        for (let index = 0; index < 300; index += 1) notes.set(`n${index}`, 'words '.repeat(10))
      })
    }
    await isOnline(...filling)
    for (const one of filling) one.close()
    const hers = names.map((name) => ana.open(name))
    await isOnline(...hers)
    for (const { notes } of hers) notes.set('mine', 1)
    await isOnline(...hers)
    await new Promise((resolve) => setTimeout(resolve, 60))
    heard.bytes = heard.sockets = 0
    server.cut()
    await eventually(() => expect(hers.some(({ status }) => status().connection === 'offline')).toBe(true))
    await isOnline(...hers)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(heard.sockets).toBe(1)
    expect(heard.bytes).toBeLessThan(2000)
  })

  test('P73 brings what was written during a break, and hears what others wrote', async () => {
    const { server, connect, isOnline } = await aPlace()
    const [ana, ben] = [connect('ana').open('w/board/a'), connect('ben').open('w/board/a')]
    await isOnline(ana, ben)
    server.cut()
    await eventually(() => expect(ana.status().connection).toBe('offline'))
    ana.notes.set('hers', 1)
    ben.notes.set('his', 2)
    await isOnline(ana, ben)
    const both = { hers: 1, his: 2 }
    await eventually(() => expect([ana.notes.toJSON(), ben.notes.toJSON()]).toEqual([both, both]))
  })

  test('P73 loses nothing that is written between the question and the answer of a reconnect', async () => {
    const { rooms, server, connect, isOnline } = await aPlace()
    const wire = connect('ana')
    const doc = new Y.Doc()
    const ana = wire.open('w/board/a', doc)
    await isOnline(ana)
    for (let round = 1; round <= 20; round += 1) {
      server.cut()
      await eventually(() => expect(ana.status().connection).toBe('offline'))
      // Now and then just when the channel has been asked for and is not open yet.
      while (ana.status().connection !== 'online') {
        ana.notes.set(`n${round}`, Math.random())
        await new Promise((resolve) => setImmediate(resolve))
      }
      await isOnline(ana)
      const stored = await rooms.read('w/board/a', (here) => here.getMap('notes').toJSON())
      expect(stored).toEqual(ana.notes.toJSON())
    }
  })

  test('P76 leaves the others open where one document is closed for good', async () => {
    const { rooms, connect, isOnline, heard } = await aPlace()
    const ana = connect('ana')
    const [one, two] = [ana.open('w/board/a'), ana.open('w/board/b')]
    await isOnline(one, two)
    rooms.disconnect({ path: 'w/board/a' }, 4403, 'not yours any more')
    await eventually(() =>
      expect(one.status()).toMatchObject({ connection: 'refused', closed: { code: 4403 } }),
    )
    two.notes.set('n', 1)
    await isOnline(two)
    one.reconnect()
    await isOnline(one, two)
    expect(heard.sockets).toBe(1)
  })

  test('is renewed once for all documents by another token', async () => {
    const { rooms, connect, isOnline, heard } = await aPlace()
    const ana = connect('ana')
    const all = names.map((name) => ana.open(name))
    await isOnline(...all)
    rooms.disconnect({ participants: ['ana'] }, 4401, 'expired')
    await eventually(() =>
      expect(all.map(({ status }) => status().connection)).toEqual(names.map(() => 'refused')),
    )
    for (const one of all) one.reconnect('ana.write')
    await isOnline(...all)
    expect(heard.sockets).toBe(2)
  })

  test('sends what another tab wrote and never got to send, and calls it saved only then', async () => {
    const { rooms, server, connect, isOnline } = await aPlace()
    const doc = new Y.Doc()
    const ana = connect('ana').open('w/board/a', doc)
    await isOnline(ana)
    const other = new Y.Doc()
    other.getMap('notes').set('theirs', 1)
    const numbered = vi.fn()
    ana.onLocalChange(numbered)
    server.cut()
    await eventually(() => expect(ana.status().connection).toBe('offline'))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), toBeSent)
    expect(ana.status().pending).toBe(1)
    await isOnline(ana)
    other.getMap('notes').set('theirs', 2)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), toBeSent)
    await isOnline(ana)
    expect(await rooms.read('w/board/a', (here) => here.getMap('notes').toJSON())).toEqual({ theirs: 2 })
    expect(numbered).not.toHaveBeenCalled()
  })

  test('P80 tells a document that was set back, and lets it be opened afresh', async () => {
    const { store, rooms, server, connect, isOnline } = await aPlace()
    const ana = connect('ana')
    const told = vi.fn()
    const doc = new Y.Doc()
    const old = openDocument({ wire: ana.wire, document: 'w/board/a', doc, onGeneration: told })
    cleanups.push(old.close)
    await isOnline(old)
    doc.getMap('notes').set('old', 1)
    await isOnline(old)
    expect(told.mock.calls).toEqual([[1]])
    const generation = await store.newGeneration('w/board/a')
    rooms.disconnect({}, 1012, 'restored')
    await rooms.close()
    await server.close()
    const restored = openRooms({ store, rules: () => ({ roots: { notes: 'map' } }) })
    const again = await aServer(restored, server.port)
    cleanups.push(restored.close, again.close)
    await eventually(() =>
      expect(old.status()).toMatchObject({ connection: 'refused', closed: { code: 4409 } }),
    )
    const fresh = ana.open('w/board/a')
    await isOnline(fresh)
    expect(generation).not.toBe(1)
  })
})
