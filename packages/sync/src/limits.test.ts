import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Protocol } from './connection.ts'
import { keepaliveFrame, updateFrame } from './frames.ts'
import type { Rules } from './rules.ts'
import { aRoom } from './testing/a-room.ts'
import { rest } from './testing/manual-clock.ts'

const under = (rules: Partial<Rules>) => ({ rules: () => ({ roots: { notes: 'map' as const }, ...rules }) })

describe('P50 a frame that no honest client sends', () => {
  test.each<[string, Uint8Array]>([
    ['of an unknown kind', Uint8Array.of(77, 1, 2)],
    ['with authentication of another protocol', Uint8Array.of(2, 0)],
    ['that ends too early', Uint8Array.of(0, 2, 50, 1)],
    ['that is empty', Uint8Array.of()],
    ['with a state vector that is none', Uint8Array.of(0, 0, 2, 200, 200)],
    ['with an update that is none', updateFrame(Uint8Array.of(9, 9, 9))],
    ['with presence that is none', Uint8Array.of(1, 3, 9, 9, 9)],
  ])('%s closes the connection with 4400 and a reason, and nobody else notices', async (_, frame) => {
    const { join, settle } = aRoom()
    const [mallory, ana, ben] = [join({ participant: 'mallory' }), join(), join({ participant: 'ben' })]
    await settle()
    const before = ben.line.received.length
    mallory.say(frame)
    await settle()
    expect(mallory.line.closed).toMatchObject({ code: 4400, reason: expect.stringMatching(/.+/) })
    expect(ben.line.received.slice(before).filter(([kind]) => kind === 0)).toEqual([])
    ana.notes.set('n', 1)
    await settle()
    expect(ben.notes.toJSON()).toEqual({ n: 1 })
  })

  test('P51 keeps its sender out after the fifth, for ten minutes', async () => {
    const { clock, join, settle } = aRoom()
    const mallory = join({ participant: 'mallory' })
    for (let time = 0; time < 5; time += 1) {
      await settle()
      mallory.say(Uint8Array.of(77))
      mallory.connect()
    }
    await settle()
    expect(mallory.line.closed).toMatchObject({ code: 4400, reason: expect.stringContaining('too often') })
    clock.advance(600_000)
    mallory.connect()
    await settle()
    expect(mallory.line.closed).toBeNull()
  })
})

describe('P28 a reader too slow to follow', () => {
  test('is closed with 4503 beyond 8 MB, and nobody else waits', async () => {
    const { join, settle } = aRoom()
    const [ana, ben, slow] = [join(), join({ participant: 'ben' }), join({ participant: 'slow' })]
    await settle()
    slow.line.bufferedAmount = 9_000_000
    ana.notes.set('n', 1)
    await settle()
    expect(slow.line.closed?.code).toBe(4503)
    expect(ben.notes.toJSON()).toEqual({ n: 1 })
  })

  test.each<[string, Protocol, number]>([
    ['in one piece', 'y-websocket', 20],
    ['in one piece with the number it reaches', 'vispera.2', 20],
    ['whole, where too much was missed to be told apart', 'y-websocket', 700],
  ])('that has 1 MB waiting is told afterwards what it missed, %s', async (_, protocol, missed) => {
    const { join, settle } = aRoom()
    const [ana, slow] = [join(), join({ participant: 'slow', protocol })]
    await settle()
    slow.line.bufferedAmount = 1_100_000
    const before = slow.line.received.length
    for (let index = 0; index < missed; index += 1) {
      ana.notes.set(`n${index % 10}`, index)
      if (index % 100 === 0) await settle()
    }
    await settle(40)
    expect(slow.line.received.slice(before).filter(([kind]) => kind === 0)).toEqual([])
    slow.line.bufferedAmount = 0
    await settle(8)
    expect(slow.notes.toJSON()).toEqual(ana.notes.toJSON())
    expect(slow.line.received.slice(before).filter(([kind]) => kind !== 1).length).toBeLessThanOrEqual(2)
    ana.notes.set('last', true)
    await settle()
    expect(slow.notes.get('last')).toBe(true)
    expect(slow.line.closed).toBeNull()
  })

  test('may take its time over a large document it has just opened', async () => {
    const { join, settle } = aRoom(under({ maxStringBytes: 900_000 }))
    const ana = join()
    await settle()
    for (let index = 0; index < 12; index += 1) {
      ana.notes.set(`n${index}`, 'x'.repeat(800_000))
      await settle()
    }
    const newcomer = join({ participant: 'new' })
    newcomer.line.isStuck = true
    await settle()
    ana.notes.set('n', 1)
    await settle()
    expect(newcomer.line.bufferedAmount).toBeGreaterThan(9_000_000)
    expect(newcomer.line.closed).toBeNull()
  })

  test('on whose connection nothing moves is closed after a while', async () => {
    const { clock, join, settle } = aRoom()
    const stuck = join()
    await settle()
    stuck.line.bufferedAmount = 300_000
    clock.advance(20_000)
    expect(stuck.line.closed).toBeNull()
    clock.advance(20_000)
    expect(stuck.line.closed?.code).toBe(4503)
  })
})

describe('P29 somebody who sends a great deal', () => {
  test('is slowed down, and loses nothing', async () => {
    const { clock, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    for (let index = 0; index < 1000; index += 1) ana.notes.set(`n${index}`, index)
    await rest()
    expect(ben.notes.size).toBeLessThan(400)
    clock.advance(1000)
    await settle(10)
    expect(ben.notes.size).toBe(1000)
    expect(ana.line.closed).toBeNull()
  })

  test('pays for large updates by their size', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    for (let index = 0; index < 8; index += 1) ana.notes.set(`n${index}`, 'x'.repeat(900_000))
    await rest()
    expect(ben.notes.size).toBeLessThan(8)
    await settle(10)
    expect(ben.notes.size).toBe(8)
  })

  test('and leaves at once loses nothing either', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    for (let index = 0; index < 1000; index += 1) ana.notes.set(`n${index}`, index)
    ana.disconnect()
    await settle(10)
    expect(ben.notes.size).toBe(1000)
  })

  test('without end is closed with 4529', async () => {
    const { join, settle } = aRoom()
    const mallory = join({ participant: 'mallory' })
    await settle()
    const frame = updateFrame(Uint8Array.of(0, 0))
    for (let index = 0; index < 6000; index += 1) mallory.say(frame)
    expect(mallory.line.closed?.code).toBe(4529)
  })

  test('who asks for the whole document again and again is closed with 4529', async () => {
    const { join, settle } = aRoom()
    const mallory = join({ participant: 'mallory' })
    await settle()
    for (let index = 0; index < 30; index += 1) mallory.say(Uint8Array.of(0, 0, 1, 0))
    expect(mallory.line.closed?.code).toBe(4529)
  })

  test('who keeps building on what it never sends is closed with 4400', async () => {
    const { join, settle } = aRoom()
    const mallory = join({ participant: 'mallory' })
    await settle()
    const doc = new Y.Doc()
    const sent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => sent.push(update))
    for (let index = 0; index < 60; index += 1) doc.getMap('notes').set(`n${index}`, index)
    for (const update of sent.slice(1)) mallory.say(updateFrame(update))
    await settle()
    expect(mallory.line.closed?.code).toBe(4400)
  })
})

test('P14 a quiet connection hears from the server every 20 seconds', async () => {
  const { clock, join, settle } = aRoom()
  const ana = join()
  await settle()
  const before = ana.line.received.length
  clock.advance(60_000)
  const keepalives = ana.line.received.slice(before)
  expect(keepalives).toEqual([keepaliveFrame, keepaliveFrame, keepaliveFrame])
  expect([...keepaliveFrame]).toEqual([1, 1, 0])
})

test('P38 a document that is full takes no more updates, and is still read', async () => {
  const { join, settle } = aRoom(under({ maxBytes: 5000 }))
  const [ana, ben] = [join(), join({ participant: 'ben' })]
  ana.notes.set('big', 'x'.repeat(6000))
  await settle()
  ana.notes.set('more', 1)
  await settle()
  expect(ana.line.closed?.code).toBe(4507)
  expect(ben.notes.size).toBe(1)
  const carla = join({ participant: 'carla', access: 'read' })
  await settle()
  expect(carla.notes.size).toBe(1)
})

test('P38 a document that is full takes no more of the server either', async () => {
  const { rooms } = aRoom(under({ maxBytes: 5000 }))
  const add = (id: string) =>
    rooms.transact('w/board/b', (doc) => doc.getMap('notes').set(id, 'x'.repeat(6000)))
  await add('big')
  await expect(add('more')).rejects.toMatchObject({ name: 'SyncError', reason: 'full' })
  expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').size)).toBe(1)
})

test('P27 updates of one window travel as one frame, the first at once', async () => {
  const { clock, join, settle } = aRoom()
  const [ana, ben] = [join(), join({ participant: 'ben' })]
  await settle()
  const before = ben.line.received.length
  const updates = () => ben.line.received.slice(before).filter(([kind]) => kind === 0).length
  for (let index = 0; index < 10; index += 1) {
    ana.notes.set(`n${index}`, index)
    await rest()
  }
  expect(updates()).toBe(1)
  clock.advance(16)
  expect(updates()).toBe(2)
  expect(ben.notes.size).toBe(10)
})
