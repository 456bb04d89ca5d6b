import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aRoom, notesOf } from './testing/a-room.ts'

describe('two people in a room', () => {
  test('P12 each sees what the other writes', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    ana.notes.set('n1', 'low tide')
    ben.notes.set('n2', 'high tide')
    await settle()
    expect(notesOf(ana)).toEqual({ n1: 'low tide', n2: 'high tide' })
    expect(notesOf(ben)).toEqual(notesOf(ana))
  })

  test('P12 somebody who comes later gets everything, from memory and from disk', async () => {
    const { rooms, store, join, settle } = aRoom()
    const ana = join()
    for (let index = 0; index < 20; index += 1) ana.notes.set(`n${index}`, index)
    await settle()
    const ben = join({ participant: 'ben' })
    await settle()
    expect(notesOf(ben)).toEqual(notesOf(ana))
    await rooms.close()
    const again = aRoom({ store })
    const carla = again.join({ participant: 'carla' })
    await again.settle()
    expect(notesOf(carla)).toEqual(notesOf(ana))
  })

  test('P16 what one wrote while offline arrives with the reconnect, under the old and a new client id', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    ana.disconnect()
    ana.notes.set('offline', 1)
    ana.notes.delete('nothing')
    await settle()
    expect(notesOf(ben)).toEqual({})
    ana.connect()
    await settle()
    expect(notesOf(ben)).toEqual({ offline: 1 })
    ana.disconnect()
    const reopened = new Y.Doc()
    Y.applyUpdate(reopened, Y.encodeStateAsUpdate(ana.doc))
    reopened.getMap('notes').set('later', 2)
    join({ doc: reopened })
    await settle()
    expect(notesOf(ben)).toEqual({ offline: 1, later: 2 })
  })

  test('P16 what is typed before the answer to the reconnect is not taken for a hole', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join({ protocol: 'vispera.1' }), join({ participant: 'ben' })]
    await settle()
    ana.disconnect()
    ana.notes.set('a', 1)
    ana.notes.set('b', 2)
    ana.connect()
    ana.notes.set('c', 3)
    await settle()
    expect(ana.line.closed).toBeNull()
    expect(notesOf(ben)).toEqual({ a: 1, b: 2, c: 3 })
  })

  test('P13 frames hold one message each, and only those that y-websocket knows', async () => {
    const { clock, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    ana.notes.set('n', 1)
    ben.awareness.setLocalState({ cursor: [1, 2] })
    await settle()
    clock.advance(40_000)
    await settle()
    const firstBytes = new Set(ana.line.received.map((frame) => frame[0]))
    expect([...firstBytes].sort()).toEqual([0, 1])
  })
})

describe('P30 a reader', () => {
  test("a reader's edits never reach anybody, and the reader goes on receiving", async () => {
    const { rooms, join, settle, incidents } = aRoom()
    const [ana, ben, olga] = [
      join(),
      join({ participant: 'ben' }),
      join({ participant: 'olga', access: 'read' }),
    ]
    await settle()
    olga.notes.set('mine', 1)
    ana.notes.set('n', 2)
    await settle()
    expect(notesOf(ben)).toEqual({ n: 2 })
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({ n: 2 })
    expect(notesOf(olga)).toEqual({ mine: 1, n: 2 })
    expect([olga.line.closed, incidents]).toEqual([null, []])
  })

  test('a reader who may write from now on loses nothing', async () => {
    const { clock, join, settle } = aRoom()
    const [ben, olga] = [join({ participant: 'ben' }), join({ participant: 'olga', access: 'read' })]
    await settle()
    olga.notes.set('early', 1)
    await settle()
    olga.session.access = 'write'
    olga.notes.set('later', 2)
    await settle()
    expect(notesOf(ben)).toEqual({ early: 1, later: 2 })
    olga.session.access = 'read'
    olga.notes.set('refused', 3)
    await settle()
    olga.session.access = 'write'
    clock.advance(20_000)
    await settle()
    expect(notesOf(ben)).toEqual({ early: 1, later: 2, refused: 3 })
    expect(olga.line.closed).toBeNull()
  })
})

describe("P5 the server's own changes", () => {
  test('reach everybody, under one client id that lasts', async () => {
    const { rooms, store, join, settle } = aRoom()
    const ana = join({ document: 'w/stage', access: 'read' })
    const answer = await rooms.transact('w/stage', (doc) => {
      doc.getMap('notes').set('title', 'Tide')
      return doc.clientID
    })
    await settle()
    expect(notesOf(ana)).toEqual({ title: 'Tide' })
    await rooms.close()
    const again = aRoom({ store })
    expect(await again.rooms.transact('w/stage', (doc) => doc.clientID)).toBe(answer)
  })

  test('that throw leave nothing half-done', async () => {
    const { rooms, join, settle } = aRoom()
    const ana = join()
    ana.notes.set('n', 1)
    await settle()
    const change = rooms.transact('w/board/b', (doc) => {
      doc.getMap('notes').set('half', true)
      throw new Error('second thoughts')
    })
    await expect(change).rejects.toThrow('second thoughts')
    await rooms.transact('w/board/b', (doc) => doc.getMap('notes').set('whole', true))
    await settle()
    expect(notesOf(ana)).toEqual({ n: 1, whole: true })
  })

  test('a look that changes something is undone and refused', async () => {
    const { rooms } = aRoom()
    const look = rooms.read('w/board/b', (doc) => doc.getMap('notes').set('n', 1))
    await expect(look).rejects.toThrow('must not change')
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({})
  })
})

describe('P6 a room', () => {
  test('nobody is in is compacted and let go, and comes back whole', async () => {
    const { rooms, clock, store, join, settle } = aRoom()
    const ana = join()
    ana.notes.set('n', 'words that were deleted')
    ana.notes.set('n', 'kept')
    await settle()
    ana.disconnect()
    clock.advance(30_000)
    await settle()
    expect(rooms.stats()).toMatchObject({ rooms: 0, live: 0, connections: 0 })
    const stored = await store.load('w/board/b')
    expect(stored.tail).toEqual([])
    expect(Buffer.from(stored.snapshot ?? []).includes('words that were deleted')).toBe(false)
    ana.connect()
    await settle()
    ana.notes.set('m', 'new')
    const ben = join({ participant: 'ben' })
    await settle()
    expect(notesOf(ben)).toEqual({ n: 'kept', m: 'new' })
  })

  test('is not let go under somebody who joins meanwhile', async () => {
    const { rooms, clock, join, settle } = aRoom()
    const ana = join()
    ana.notes.set('n', 1)
    await settle()
    ana.disconnect()
    clock.advance(30_000) // compaction starts
    const ben = join({ participant: 'ben' })
    ben.notes.set('m', 2)
    await settle()
    expect(notesOf(ben)).toEqual({ n: 1, m: 2 })
    expect(rooms.stats()).toMatchObject({ rooms: 1, connections: 1 })
  })

  test('with a long log is compacted while people write', async () => {
    const { store, join, settle } = aRoom()
    const ana = join()
    await settle()
    for (let index = 0; index < 600; index += 1) {
      ana.notes.set(`n${index % 20}`, 'x'.repeat(1000))
      if (index % 50 === 0) await settle()
    }
    await settle()
    const stored = await store.load('w/board/b')
    expect(stored.snapshot).not.toBeNull()
    const ben = join({ participant: 'ben' })
    await settle()
    expect(notesOf(ben)).toEqual(notesOf(ana))
  })

  test('closes politely: what was received is on disk, clients are told to come back', async () => {
    const { rooms, store, join, settle } = aRoom()
    const ana = join()
    await settle()
    ana.notes.set('n', 1)
    await rooms.close()
    expect(ana.line.closed?.code).toBe(1012)
    const again = aRoom({ store })
    expect(await again.rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({ n: 1 })
    ana.connect()
    expect(ana.line.closed?.code).toBe(1012)
  })

  test('that is wiped closes with 4410 and nothing of it is left', async () => {
    const { rooms, store, join, settle } = aRoom()
    const [ana, other] = [join(), join({ document: 'x/board/b' })]
    ana.notes.set('n', 1)
    other.notes.set('n', 1)
    await settle()
    await rooms.wipe('w')
    expect(ana.line.closed?.code).toBe(4410)
    expect(other.line.closed).toBeNull()
    expect(await store.load('w/board/b')).toEqual({ snapshot: null, tail: [], seq: 0, generation: 1 })
    expect(await store.list('client-id', 'w/')).toEqual([])
    expect((await store.load('x/board/b')).seq).toBeGreaterThan(0)
  })

  test('lets the app close connections by session and document', async () => {
    const { rooms, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    expect(rooms.disconnect({ participants: ['ben'] }, 4401, 'expired')).toBe(1)
    expect([ana.line.closed, ben.line.closed?.code]).toEqual([null, 4401])
  })
})
