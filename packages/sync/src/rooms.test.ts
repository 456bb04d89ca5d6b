import { openMemoryStore } from '@vispera/storage'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Incident, openRooms, type Rooms, type RoomsOptions } from './rooms.ts'
import { aPerson, type Person, type PersonOptions } from './testing/a-person.ts'
import { aClock, rest } from './testing/manual-clock.ts'
import { aTroubledStore } from './testing/troubled-store.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

function aRoom(options: Partial<RoomsOptions> = {}) {
  const troubled = aTroubledStore()
  const clock = aClock()
  const incidents: Incident[] = []
  const rooms: Rooms = openRooms({
    store: troubled.store,
    clock,
    rules: () => ({ roots: { notes: 'map', links: 'map', order: 'array' } }),
    onIncident: (incident) => incidents.push(incident),
    ...options,
  })
  const join = (person: PersonOptions = {}) => {
    const joined = aPerson(rooms, person)
    cleanups.push(() => joined.awareness.destroy())
    return joined
  }
  /** Lets commits and windows pass. */
  const settle = async () => {
    for (let round = 0; round < 6; round += 1) {
      await rest()
      clock.advance(100)
    }
    await rest()
  }
  return { rooms, clock, incidents, join, settle, ...troubled }
}

const notesOf = (person: Person) => person.notes.toJSON()

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

describe('P1 durable before relayed', () => {
  test('nobody but the author sees an update before it is committed', async () => {
    const { join, settle, hold, release } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    hold()
    ana.notes.set('n', 1)
    await settle()
    const late = join({ participant: 'late' })
    await settle()
    expect([notesOf(ben), notesOf(late)]).toEqual([{}, {}])
    release()
    await settle()
    expect([notesOf(ben), notesOf(late)]).toEqual([{ n: 1 }, { n: 1 }])
  })

  test('a look sees committed state only', async () => {
    const { rooms, join, settle, hold, release } = aRoom()
    const ana = join()
    await settle()
    hold()
    ana.notes.set('n', 1)
    await rest()
    const look = rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())
    let seen: unknown = 'nothing yet'
    void look.then((value) => {
      seen = value
    })
    await rest()
    expect(seen).toBe('nothing yet')
    release()
    expect(await look).toEqual({ n: 1 })
  })

  test('updates of one author arrive in order, however commits are grouped', async () => {
    const { join, settle, hold, release } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    const seen: unknown[] = []
    ben.notes.observe(() => seen.push(ben.notes.get('n')))
    for (let value = 1; value <= 30; value += 1) {
      if (value % 7 === 0) hold()
      ana.notes.set('n', value)
      await rest()
      if (value % 7 === 3) release()
    }
    release()
    await settle()
    expect(seen.at(-1)).toBe(30)
    expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(seen)
  })
})

describe('P40 acknowledgements', () => {
  test('count the frames that are on disk, and only those', async () => {
    const { join, settle, hold, release } = aRoom()
    const ana = join({ protocol: 'vispera.1' })
    await settle()
    const before = ana.line.acknowledged
    hold()
    ana.notes.set('a', 1)
    ana.notes.set('b', 2)
    await settle()
    expect(ana.line.acknowledged).toBe(before)
    release()
    await settle()
    expect(ana.line.acknowledged).toBe(before + 2)
  })

  test('are never sent to a plain y-websocket client', async () => {
    const { join, settle } = aRoom()
    const ana = join()
    ana.notes.set('a', 1)
    await settle()
    expect(ana.line.received.some((frame) => frame[0] === 100)).toBe(false)
  })

  test('wait for the answer to a reconnect when something before it is missing', async () => {
    const { join, settle, hold, release } = aRoom()
    const ana = join({ protocol: 'vispera.1' })
    await settle()
    ana.disconnect()
    ana.notes.set('a', 1)
    hold()
    ana.connect()
    ana.line.acknowledged = 0
    ana.notes.set('b', 2) // builds on `a`, which the server lacks
    await settle()
    expect(ana.line.acknowledged).toBe(0)
    release()
    await settle()
    expect(ana.line.acknowledged).toBe(2)
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

describe('P2 when a commit fails', () => {
  test.each([
    ['full', 4507],
    ['read-only', 4507],
    ['failed', 4503],
  ] as const)(
    'with %s the author is told, nobody sees the update, nothing else is lost',
    async (reason, code) => {
      const { rooms, trouble, join, settle, incidents, clock } = aRoom()
      const [ana, ben] = [join(), join({ participant: 'ben' })]
      ana.notes.set('before', 1)
      await settle()
      trouble.appends = reason
      ana.notes.set('lost', 2)
      await settle()
      expect(ana.line.closed?.code).toBe(code)
      expect(ben.line.closed).toBeNull()
      expect(notesOf(ben)).toEqual({ before: 1 })
      expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({ before: 1 })
      expect(incidents.map(({ kind }) => kind)).toEqual(['append-failed'])

      trouble.appends = null
      clock.advance(2000)
      ben.notes.set('after', 3)
      ana.connect()
      await settle()
      expect(notesOf(ben)).toEqual({ before: 1, lost: 2, after: 3 })
      expect(notesOf(ana)).toEqual(notesOf(ben))
    },
  )

  test('a commit that failed after reaching the disk has happened', async () => {
    const { trouble, join, settle, clock } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    trouble.failsAfterwards = true
    ana.notes.set('n', 1)
    await settle()
    expect(ana.line.closed?.code).toBe(4503)
    expect(notesOf(ben)).toEqual({ n: 1 })
    trouble.failsAfterwards = false
    clock.advance(2000)
    ana.connect()
    ana.notes.set('m', 2)
    await settle()
    expect(notesOf(ben)).toEqual({ n: 1, m: 2 })
  })

  test("a change of the server's own rejects and leaves nothing", async () => {
    const { rooms, trouble, join, settle } = aRoom()
    const ben = join({ participant: 'ben' })
    await settle()
    trouble.appends = 'full'
    const change = rooms.transact('w/board/b', (doc) => doc.getMap('notes').set('n', 1))
    await expect(change).rejects.toMatchObject({ reason: 'full' })
    trouble.appends = null
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({})
    await rooms.transact('w/board/b', (doc) => doc.getMap('notes').set('n', 2))
    await settle()
    expect(notesOf(ben)).toEqual({ n: 2 })
  })
})

describe('P3 a document that cannot be loaded', () => {
  test.each(['damaged', 'unreadable', 'failed'] as const)(
    '%s: is refused with 4503, never served empty, never written',
    async (reason) => {
      const inner = openMemoryStore()
      const good = aRoom({ store: inner })
      good.join().notes.set('n', 1)
      await good.settle()
      await good.rooms.close()
      const before = await inner.load('w/board/b')

      const troubled = aTroubledStore(inner)
      troubled.trouble.loads = reason
      const bad = aRoom({ store: troubled.store })
      const ana = bad.join({ participant: 'ana', client: 77 })
      ana.notes.set('m', 2)
      await bad.settle()
      expect(ana.line.closed?.code).toBe(4503)
      expect(ana.line.closed?.reason).toContain(`storage says ${reason}`)
      expect(ana.line.received).toEqual([])
      await expect(
        bad.rooms.transact('w/board/b', (doc) => doc.getMap('notes').set('x', 1)),
      ).rejects.toThrow()
      await expect(bad.rooms.read('w/board/b', () => 0)).rejects.toThrow()
      expect(await inner.load('w/board/b')).toEqual(before)

      troubled.trouble.loads = null
      ana.connect()
      await bad.settle()
      expect(notesOf(ana)).toEqual({ n: 1, m: 2 })
    },
  )

  test('a store that does not answer is a load that failed', async () => {
    const never = { ...openMemoryStore(), load: () => new Promise<never>(() => {}) }
    const { join, clock, settle } = aRoom({ store: never })
    const ana = join()
    await rest()
    clock.advance(10_001)
    await settle()
    expect(ana.line.closed?.code).toBe(4503)
  })

  test('bytes that are no document are refused as well', async () => {
    const store = openMemoryStore()
    await store.append({ updates: [{ document: 'w/board/b', update: Uint8Array.of(1, 2, 3) }] })
    const { join, settle } = aRoom({ store })
    const ana = join()
    await settle()
    expect(ana.line.closed?.code).toBe(4503)
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
    expect(await store.load('w/board/b')).toEqual({ snapshot: null, tail: [], seq: 0 })
    expect(await store.list('client-id', 'w/')).toEqual([])
    expect((await store.load('x/board/b')).seq).toBeGreaterThan(0)
  })

  test('lets the app close connections by session and document', async () => {
    const { rooms, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    expect(rooms.disconnect((session) => session.participant === 'ben', 4401, 'expired')).toBe(1)
    expect([ana.line.closed, ben.line.closed?.code]).toEqual([null, 4401])
  })
})
