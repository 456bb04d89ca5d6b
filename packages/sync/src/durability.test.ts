import { openMemoryStore } from '@vispera/storage'
import { describe, expect, test } from 'vitest'
import { Doc } from 'yjs'
import { aRoom, notesOf } from './testing/a-room.ts'
import { rest } from './testing/manual-clock.ts'
import { aTroubledStore } from './testing/troubled-store.ts'

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
    const { rooms, join, clock, settle } = aRoom({ store: never })
    const ana = join()
    const look = expect(rooms.read('w/board/b', () => 0)).rejects.toMatchObject({ reason: 'unanswered' })
    await rest()
    clock.advance(10_001)
    await settle()
    expect(ana.line.closed?.code).toBe(4503)
    await look
  })

  test('bytes that are no document are refused as well', async () => {
    const store = openMemoryStore()
    await store.append({ updates: [{ document: 'w/board/b', update: Uint8Array.of(1, 2, 3) }] })
    const { rooms, join, settle } = aRoom({ store })
    const ana = join()
    await settle()
    expect(ana.line.closed?.code).toBe(4503)
    await expect(rooms.read('w/board/b', () => 0)).rejects.toMatchObject({ reason: 'damaged' })
  })

  test('updates that do not fit together are named as damage', async () => {
    const doc = new Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getMap('notes').set('a', 1)
    doc.getMap('notes').set('b', 2)
    const store = openMemoryStore()
    await store.append({ updates: [{ document: 'w/board/b', update: updates[1] as Uint8Array }] })
    const { rooms } = aRoom({ store })
    await expect(rooms.read('w/board/b', () => 0)).rejects.toMatchObject({ reason: 'damaged' })
    await expect(
      rooms.transact('w/board/b', (live) => live.getMap('notes').set('c', 3)),
    ).rejects.toMatchObject({ reason: 'damaged' })
  })

  test('stored updates that break while they are sent close this document and nothing else', async () => {
    const doc = new Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getMap('notes').set('a', 1)
    doc.getMap('notes').set('b', 2)
    // Its list of deletions promises five entries and holds none; its structs are whole.
    updates[1]?.fill(5, -1)
    const store = openMemoryStore()
    await store.append({ updates: updates.map((update) => ({ document: 'w/board/b', update })) })
    const { join, incidents, settle } = aRoom({ store })
    const ana = join()
    await settle()
    expect(ana.line.closed?.code).toBe(4503)
    expect(incidents.map(({ kind }) => kind)).toEqual(['load-failed'])
  })

  test('a server that stops says so to what comes too late', async () => {
    const { rooms } = aRoom({ store: openMemoryStore() })
    await rooms.close()
    await expect(rooms.read('w/board/b', () => 0)).rejects.toMatchObject({ reason: 'closed' })
  })
})
