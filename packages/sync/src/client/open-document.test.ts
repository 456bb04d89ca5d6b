import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '../close-codes.ts'
import { openRooms } from '../rooms.ts'
import { aServer } from '../testing/a-server.ts'
import { eventually } from '../testing/eventually.ts'
import { aRandom } from '../testing/random.ts'
import { aTroubledStore } from '../testing/troubled-store.ts'
import { type OpenDocumentOptions, openDocument } from './open-document.ts'

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
  const open = (token: string, doc = new Y.Doc(), more: Partial<OpenDocumentOptions> = {}) => {
    const where = { url: server.url, document: 'w/board/b', token, doc }
    const opened = openDocument({ ...where, random: () => 0, ...more })
    cleanups.push(opened.close)
    return { ...opened, notes: doc.getMap('notes') }
  }
  const isOnline = (opened: ReturnType<typeof open>) =>
    eventually(() =>
      expect(opened.status()).toMatchObject({ connection: 'online', synced: true, pending: 0 }),
    )
  return { rooms, server, open, isOnline, ...troubled }
}

describe('P41 a document opened by our own client', () => {
  test('says that it is connecting, then online and synced', async () => {
    const { open, isOnline } = await aPlace()
    const ana = open('ana')
    expect(ana.status()).toEqual({
      connection: 'connecting',
      closed: null,
      synced: false,
      lastChange: 0,
      acknowledgedThrough: 0,
      pending: 0,
    })
    await isOnline(ana)
    expect(ana.status()).toBe(ana.status())
  })

  test('is saved when the change is on disk, not before', async () => {
    const { open, isOnline, hold, release } = await aPlace()
    const [ana, ben] = [open('ana'), open('ben')]
    await isOnline(ana)
    await isOnline(ben)
    hold()
    ana.notes.set('a', 1)
    ana.notes.set('b', 2)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(ana.status()).toMatchObject({ pending: 2, lastChange: 2, acknowledgedThrough: 0 })
    release()
    await eventually(() => expect(ana.status()).toMatchObject({ pending: 0, acknowledgedThrough: 2 }))
    await eventually(() => expect(ben.notes.toJSON()).toEqual({ a: 1, b: 2 }))
    expect(ben.status().lastChange).toBe(0)
  })

  test('gives every local change a number before it is sent', async () => {
    const { open, isOnline } = await aPlace()
    const ana = open('ana')
    const seen: [number, string[]][] = []
    const stop = ana.onLocalChange((change, transaction) => {
      seen.push([change, [...(transaction.changed.get(ana.notes as never) ?? [])].map(String)])
    })
    ana.notes.set('a', 1)
    await isOnline(ana)
    ana.doc.transact(() => {
      ana.notes.set('b', 2)
      ana.notes.set('c', 3)
    })
    stop()
    ana.notes.set('d', 4)
    expect(seen).toEqual([
      [1, ['a']],
      [2, ['b', 'c']],
    ])
    expect(ana.status().lastChange).toBe(3)
  })

  test('counts what is written offline, and is saved after the reconnect', async () => {
    const { rooms, server, open, isOnline, hold, release } = await aPlace()
    const ana = open('ana')
    await isOnline(ana)
    server.cut()
    await eventually(() => expect(ana.status().connection).toBe('offline'))
    ana.notes.set('a', 1)
    ana.notes.delete('a')
    ana.notes.set('b', 2)
    expect(ana.status().pending).toBe(3)
    hold()
    await eventually(() => expect(ana.status().connection).toBe('online'))
    ana.notes.set('c', 3)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(ana.status().pending).toBe(4)
    release()
    await eventually(() => expect(ana.status()).toMatchObject({ pending: 0, acknowledgedThrough: 4 }))
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({ b: 2, c: 3 })
  })

  test('counts changes of an earlier visit that never arrived', async () => {
    const { open, hold, release } = await aPlace()
    const kept = new Y.Doc()
    kept.getMap('notes').set('earlier', 1)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(kept), 'from this device')
    hold()
    const ana = open('ana', doc)
    await eventually(() => expect(ana.status()).toMatchObject({ synced: true, pending: 1 }))
    release()
    await eventually(() => expect(ana.status().pending).toBe(0))
  })

  test('says why it was refused, and comes back with another token', async () => {
    const { rooms, open, isOnline } = await aPlace()
    const ana = open('ana')
    await isOnline(ana)
    rooms.disconnect({}, closeCodes.expired, 'this session has expired')
    await eventually(() =>
      expect(ana.status()).toMatchObject({
        connection: 'refused',
        closed: { code: 4401, reason: 'this session has expired' },
      }),
    )
    ana.notes.set('meanwhile', 1)
    expect(ana.status().pending).toBe(1)
    ana.reconnect('ana')
    await isOnline(ana)
    expect(ana.status().closed).toBeNull()
  })

  test('says that storage is full as long as it is, and saves by itself afterwards', async () => {
    const { rooms, trouble, open, isOnline } = await aPlace()
    const [ana, ben] = [open('ana'), open('ben')]
    await isOnline(ana)
    await isOnline(ben)
    trouble.appends = 'full'
    ana.notes.set('a', 1)
    await eventually(() => expect(ana.status().closed?.code).toBe(4507))
    expect(ana.status().pending).toBe(1)
    expect(ben.status()).toMatchObject({ connection: 'online', closed: null })
    trouble.appends = null
    await eventually(() => expect(ana.status()).toMatchObject({ pending: 0, closed: null }), 15_000)
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({ a: 1 })
  })

  test('of a reader never counts what cannot be saved as saved', async () => {
    const { open, isOnline } = await aPlace()
    const olga = open('olga.read')
    await isOnline(olga)
    olga.notes.set('mine', 1)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(olga.status().pending).toBe(1)
  })

  test.each([
    ['starts afresh where nothing is acknowledged for ten seconds', false, 2],
    ['waits where it is known that the server holds its writing back', true, 1],
  ])('%s', async (_, isHeldBack, connections) => {
    const { open, isOnline, hold } = await aPlace()
    const opened = vi.fn()
    class Counted extends WebSocket {
      override send(bytes: Uint8Array<ArrayBuffer>) {
        if (bytes[0] === 0 && bytes[1] === 0) opened()
        super.send(bytes)
      }
    }
    const ana = open('ana', new Y.Doc(), { isHeldBack: () => isHeldBack, WebSocket: Counted })
    await isOnline(ana)
    hold()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    ana.notes.set('a', 1)
    vi.advanceTimersByTime(19_000)
    expect(opened).toHaveBeenCalledTimes(connections)
  })

  test('P42 calls nothing saved that a restart would lose, whatever breaks when', async () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const random = aRandom(seed)
      const { store, server, open, hold, release } = await aPlace()
      const ana = open('ana')
      let highest = 0
      for (let step = 0; step < 60; step += 1) {
        const luck = random()
        if (luck < 0.6) ana.notes.set(`k${ana.status().lastChange + 1}`, true)
        else if (luck < 0.7) server.cut()
        else if (luck < 0.8) hold()
        else if (luck < 0.9) release()
        else await new Promise((resolve) => setTimeout(resolve, 30))
        await new Promise((resolve) => setImmediate(resolve))
        const { acknowledgedThrough } = ana.status()
        expect(acknowledgedThrough).toBeGreaterThanOrEqual(highest)
        highest = acknowledgedThrough
        const onDisk = new Y.Doc()
        for (const update of (await store.load('w/board/b')).tail) Y.applyUpdate(onDisk, update)
        for (let change = 1; change <= highest; change += 1) {
          expect(onDisk.getMap('notes').has(`k${change}`), `change ${change}, seed ${seed}`).toBe(true)
        }
      }
      release()
      await eventually(() => expect(ana.status().pending).toBe(0))
      ana.close()
    }
  })
})
