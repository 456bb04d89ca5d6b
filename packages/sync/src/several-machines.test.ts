import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { notesOf } from './testing/a-room.ts'
import { rest } from './testing/manual-clock.ts'
import { twoMachines } from './testing/two-machines.ts'

const board = 'w/board/b'

describe('P60 what is committed on one machine', () => {
  test('reaches everybody on the others, in order and once', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    await settle()
    const seen: unknown[] = []
    ben.notes.observe(() => seen.push(ben.notes.get('n')))
    for (let value = 1; value <= 20; value += 1) {
      ana.notes.set('n', value)
      await settle(1)
    }
    ben.notes.set('m', 1)
    await settle()
    expect(seen).toEqual([...Array.from({ length: 20 }, (_, index) => index + 1), 20])
    expect(notesOf(ana)).toEqual({ n: 20, m: 1 })
    expect(ben.line.received.length).toBeLessThan(80)
  })

  test('reaches them also when both write at the same moment and commits are slow', async () => {
    const { joinNorth, joinSouth, settle, north, south, incidents } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    await settle()
    for (let round = 0; round < 10; round += 1) {
      north.hold()
      south.hold()
      ana.notes.set(`a${round}`, round)
      ben.notes.set(`b${round}`, round)
      await rest()
      south.release()
      await rest()
      ben.notes.set(`c${round}`, round)
      await rest()
      north.release()
      await settle(2)
    }
    expect(Object.keys(notesOf(ana))).toHaveLength(30)
    expect(notesOf(ana)).toEqual(notesOf(ben))
    expect(incidents).toEqual([])
  })

  test('is fetched from the log when messages are lost, at the next one that comes', async () => {
    const { joinNorth, joinSouth, settle, weather } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    await settle()
    weather.lost = 1
    ana.notes.set('lost', 1)
    await settle(2)
    expect(notesOf(ben)).toEqual({})
    weather.lost = 0
    ana.notes.set('next', 2)
    await settle(2)
    expect(notesOf(ben)).toEqual({ lost: 1, next: 2 })
  })

  test('is fetched within seconds while the bus is down, and at once when it is back', async () => {
    const { joinNorth, joinSouth, settle, wire, clock } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    await settle()
    wire.setDown(true)
    ana.notes.set('n', 1)
    await settle(1)
    expect(notesOf(ben)).toEqual({})
    clock.advance(2100)
    await settle(2)
    expect(notesOf(ben)).toEqual({ n: 1 })
    ana.notes.set('n', 2)
    await rest()
    wire.setDown(false)
    await settle(1)
    expect(notesOf(ben)).toEqual({ n: 2 })
  })

  test('is served to whoever joins another machine, with the bus down as well', async () => {
    const { joinNorth, joinSouth, settle, wire } = twoMachines()
    joinSouth({ participant: 'ben' })
    await settle()
    wire.setDown(true)
    const ana = joinNorth({ participant: 'ana' })
    ana.notes.set('n', 1)
    await rest()
    const late = joinSouth({ participant: 'late' })
    await rest()
    expect(notesOf(late)).toEqual({ n: 1 })
  })

  test('is fetched however large it is, and although the log was compacted meanwhile', async () => {
    const { joinNorth, joinSouth, settle, weather, inner, clock } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    await settle()
    ana.notes.set('large', 'x'.repeat(600_000))
    await settle(2)
    expect(ben.notes.has('large')).toBe(true)
    weather.lost = 1
    ana.notes.set('n', 1)
    ana.notes.delete('large')
    await settle(2)
    const { seq } = await inner.load(board)
    await inner.compact(board, { seq, bytes: Y.encodeStateAsUpdate(ana.doc) })
    clock.advance(31_000)
    await settle(2)
    expect(notesOf(ben)).toEqual({ n: 1 })
  })
})

describe('P61 who writes under which client id', () => {
  test('holds on all machines: somebody who moves writes on, nobody else may', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const ana = joinNorth({ participant: 'ana', client: 7 })
    const ben = joinSouth({ participant: 'ben' })
    ana.notes.set('n', 1)
    await settle()
    ana.disconnect()
    const moved = joinSouth({ participant: 'ana', doc: ana.doc })
    moved.notes.set('n', 2)
    const thief = joinSouth({ participant: 'mallory' })
    await settle()
    thief.doc.clientID = 7
    thief.notes.set('n', 'mine')
    await settle()
    expect(thief.line.closed?.code).toBe(4400)
    expect(moved.line.closed).toBeNull()
    expect(notesOf(ben)).toEqual({ n: 2 })
  })

  test('holds for somebody who has seen more than the machine that they come to', async () => {
    const { joinNorth, joinSouth, settle, weather, inner } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana', client: 7 }), joinNorth({ participant: 'ben' })]
    joinSouth({ participant: 'witness' })
    await settle()
    weather.lost = 1
    ana.notes.set('n', 1)
    await settle()
    expect(notesOf(ben)).toEqual({ n: 1 })
    ben.disconnect()
    ben.notes.set('m', 2)
    const moved = joinSouth({ participant: 'ben', doc: ben.doc })
    await settle()
    moved.notes.set('n', 3)
    await settle()
    expect(moved.line.closed).toBeNull()
    expect(notesOf(moved)).toEqual({ n: 3, m: 2 })
    expect(await inner.get('client-id', `${board}\n7`)).toBe('ana')
  })

  test('is decided once when two take the same at the same moment', async () => {
    const { joinNorth, joinSouth, settle, north, south, contentsAt, clock } = twoMachines()
    const [ana, mallory] = [
      joinNorth({ participant: 'ana', client: 7 }),
      joinSouth({ participant: 'mallory', client: 7 }),
    ]
    const [witness, other] = [joinNorth({ participant: 'witness' }), joinSouth({ participant: 'other' })]
    await settle()
    north.hold()
    south.hold()
    ana.notes.set('n', 'ana')
    mallory.notes.set('n', 'mallory')
    await rest()
    north.release()
    south.release()
    await settle()
    expect(ana.line.closed).toBeNull()
    expect(mallory.line.closed?.code).toBe(4503)
    clock.advance(2000)
    mallory.connect()
    await settle()
    mallory.notes.set('n', 'mallory again')
    await settle()
    expect(mallory.line.closed?.code).toBe(4400)
    expect([notesOf(witness), notesOf(other)]).toEqual([{ n: 'ana' }, { n: 'ana' }])
    expect(await contentsAt(south)).toEqual(await contentsAt(north))
  })

  test('somebody who comes to two machines at once with a new id loses nothing, and disturbs nobody', async () => {
    const { joinNorth, joinSouth, settle, north, south, incidents } = twoMachines()
    const doc = new Y.Doc()
    doc.clientID = 7
    const ben = joinSouth({ participant: 'ben' })
    await settle()
    north.hold()
    south.hold()
    doc.getMap('notes').set('n', 1)
    const [here, there] = [joinNorth({ participant: 'ana', doc }), joinSouth({ participant: 'ana', doc })]
    ben.notes.set('m', 2)
    await settle()
    north.release()
    south.release()
    await settle()
    expect([here, there, ben].map(({ line }) => line.closed)).toEqual([null, null, null])
    expect(notesOf(ben)).toEqual({ n: 1, m: 2 })
    expect(notesOf(here)).toEqual({ n: 1, m: 2 })
    expect(incidents).toEqual([])
  })

  test('two tales under one id are settled by the order of the log', async () => {
    const { joinNorth, joinSouth, settle, north, south, contentsAt } = twoMachines()
    const [first, second] = [
      joinNorth({ participant: 'eve', client: 9 }),
      joinSouth({ participant: 'eve', client: 9 }),
    ]
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    first.notes.set('start', 1)
    await settle()
    north.hold()
    south.hold()
    // Both pretend to be the one machine on which eve writes next.
    first.notes.set('n', 'north')
    second.doc.clientID = 9
    second.notes.set('n', 'south')
    await rest()
    north.release()
    await rest()
    south.release()
    await settle()
    expect(notesOf(ben)).toEqual(notesOf(ana))
    expect(await contentsAt(south)).toEqual(notesOf(ana))
    expect(await contentsAt(north)).toEqual(notesOf(ana))
    ana.notes.set('later', 1)
    ben.notes.set('more', 2)
    await settle()
    expect(notesOf(ben)).toEqual(notesOf(ana))
  })

  test('the server writes under an id for each slot, and keeps those of stores from before', async () => {
    const { north, south, inner, settle } = twoMachines()
    await Promise.all([
      north.rooms.transact(board, (doc) => doc.getMap('notes').set('n', 1)),
      south.rooms.transact(board, (doc) => doc.getMap('notes').set('m', 1)),
    ])
    await settle()
    const owners = await inner.list('client-id', `${board}\n`)
    expect(owners.map(({ value }) => value).sort()).toEqual([1, null])
    const ids = await Promise.all([north, south].map(({ rooms }) => rooms.read(board, (doc) => doc.clientID)))
    expect(new Set(ids).size).toBe(2)
  })
})

describe('P62 commands of the server', () => {
  test('see what any machine committed before they were called', async () => {
    const { north, south, joinSouth, settle, weather } = twoMachines()
    joinSouth({ participant: 'ben' })
    await south.rooms.read(board, () => 0)
    await settle()
    weather.lost = 1
    const count = (doc: Y.Doc) => {
      const next = Number(doc.getMap('notes').get('count') ?? 0) + 1
      doc.getMap('notes').set('count', next)
      return next
    }
    const counted: number[] = []
    for (let round = 0; round < 5; round += 1) {
      counted.push(await north.rooms.transact(board, count), await south.rooms.transact(board, count))
    }
    expect(counted).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await north.rooms.transact(board, count)
    const look = (doc: Y.Doc) => doc.getMap('notes').get('count')
    expect(await south.rooms.read(board, look)).toBe(10)
    expect(await south.rooms.read(board, look, 'fresh')).toBe(11)
  })

  test('reject when the store does not answer, and nothing has happened', async () => {
    const { north, settle, inner } = twoMachines()
    await north.rooms.transact(board, (doc) => doc.getMap('notes').set('n', 1))
    const since = inner.since
    inner.since = () => Promise.reject(new Error('gone away'))
    north.store.since = inner.since
    await expect(north.rooms.transact(board, (doc) => doc.getMap('notes').set('n', 2))).rejects.toThrow(
      'gone away',
    )
    north.store.since = since
    await settle()
    expect(await north.rooms.read(board, (doc) => doc.getMap('notes').toJSON())).toEqual({ n: 1 })
  })
})
