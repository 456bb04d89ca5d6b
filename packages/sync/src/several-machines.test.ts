import { describe, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { aPerson, type PersonOptions } from './testing/a-person.ts'
import { notesOf } from './testing/a-room.ts'
import { aClock, rest } from './testing/manual-clock.ts'
import { aRandom } from './testing/random.ts'
import { severalMachines } from './testing/several-machines.ts'

const board = 'w/board/b'

/** Two machines, on which people join one board. */
function twoMachines(seed = 1) {
  const clock = aClock()
  const machines = severalMachines(clock, aRandom(seed))
  const [north, south] = [machines.start(0), machines.start(1)]
  const joined = (at: typeof north) => (person: PersonOptions) => {
    const one = aPerson(at.rooms, person)
    onTestFinished(() => one.awareness.destroy())
    return one
  }
  const settle = async (rounds = 6, ms = 100) => {
    for (let round = 0; round < rounds; round += 1) {
      await rest()
      clock.advance(ms)
    }
    await rest()
  }
  const contentsAt = ({ rooms }: typeof north) => rooms.read(board, (doc) => doc.getMap('notes').toJSON())
  return {
    ...machines,
    clock,
    settle,
    north,
    south,
    contentsAt,
    joinNorth: joined(north),
    joinSouth: joined(south),
  }
}

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
    const owners = await inner.list('client-id', `${board}\n7`)
    expect(owners.map(({ value }) => value)).toEqual(['ana'])
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

describe('P63 presence', () => {
  /** The others, as somebody sees them: their names and where their cursors are. */
  const seenBy = (person: ReturnType<typeof aPerson>) =>
    [...person.awareness.getStates()]
      .flatMap(([client, { user, cursor }]) =>
        user && client !== person.doc.clientID ? [`${user.name} ${cursor}`] : [],
      )
      .sort()
  const point = (person: ReturnType<typeof aPerson>, cursor: number) =>
    person.awareness.setLocalState({ user: { name: 'The boss' }, cursor })

  test('of people on other machines is shown as their machine knows them', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    await settle()
    point(ana, 1)
    point(ben, 2)
    await settle()
    expect([seenBy(ana), seenBy(ben)]).toEqual([['BEN 2'], ['ANA 1']])
    const late = joinSouth({ participant: 'late' })
    point(late, 3)
    await settle()
    expect(seenBy(late)).toEqual(['ANA 1', 'BEN 2'])
    expect(seenBy(ana)).toEqual(['BEN 2', 'LATE 3'])
    ana.disconnect()
    await settle()
    expect(seenBy(ben)).toEqual(['LATE 3'])
  })

  test('is known to a machine that opens the document later', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const ana = joinNorth({ participant: 'ana' })
    point(ana, 1)
    await settle()
    const ben = joinSouth({ participant: 'ben' })
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
  })

  test('is not shown where the app says so, on any machine', async () => {
    const { joinNorth, joinSouth, settle, north } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    point(ana, 1)
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
    const { presence } = ana.session
    ana.session.presence = null
    north.rooms.reconsider('w/')
    await settle()
    expect(seenBy(ben)).toEqual([])
    ana.session.presence = presence
    north.rooms.reconsider('w/')
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
  })

  test('under one id belongs to one person on all machines', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana', client: 7 }), joinSouth({ participant: 'ben' })]
    point(ana, 1)
    await settle()
    const thief = joinSouth({ participant: 'mallory', client: 7 })
    for (let cursor = 0; cursor < 20; cursor += 1) point(thief, 666)
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
    thief.disconnect()
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
  })

  test('moves with a person whose old line breaks later than the new one is made', async () => {
    const { joinNorth, joinSouth, settle, clock } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana', client: 7 }), joinSouth({ participant: 'ben' })]
    const old = joinNorth({ participant: 'witness' })
    point(ana, 1)
    await settle()
    const moved = joinSouth({ participant: 'ana', client: 7 })
    for (let cursor = 0; cursor < 5; cursor += 1) point(moved, cursor)
    await settle()
    ana.disconnect()
    await settle()
    expect([seenBy(ben), seenBy(old)]).toEqual([['ANA 4'], ['ANA 4']])
    clock.advance(16_000)
    await settle()
    expect([seenBy(ben), seenBy(old)]).toEqual([['ANA 4'], ['ANA 4']])
  })

  test('of a machine that has gone silent is taken away, and what was lost is made up for', async () => {
    const { joinNorth, joinSouth, settle, weather } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    point(ana, 1)
    await settle()
    weather.lost = 1
    point(ana, 5)
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
    weather.lost = 0
    await settle(2, 20_000)
    expect(seenBy(ben)).toEqual(['ANA 5'])
    weather.lost = 1
    await settle(4, 20_000)
    expect(seenBy(ben)).toEqual([])
  })
})

describe('P64 orders', () => {
  test('to disconnect reach the connections that are meant, and no others', async () => {
    const { joinNorth, joinSouth, settle, north } = twoMachines()
    const all = [
      joinNorth({ participant: 'ana' }),
      joinSouth({ participant: 'ana' }),
      joinSouth({ participant: 'ben' }),
      joinSouth({ participant: 'ana', document: 'w/threads' }),
      joinSouth({ participant: 'ana', document: 'ww/board/b' }),
    ]
    await settle()
    expect(north.rooms.disconnect({ path: 'w/board/', participants: ['ana'] }, 4401, 'expired')).toBe(1)
    await settle()
    expect(all.map(({ line }) => line.closed?.code)).toEqual([4401, 4401, undefined, undefined, undefined])
    north.rooms.disconnect([{ path: 'w/threads' }, { participants: ['ben'] }], 1012, 'again')
    await settle()
    expect(all.map(({ line }) => line.closed?.code)).toEqual([4401, 4401, 1012, 1012, undefined])
  })

  test('to wipe close the document everywhere, and nothing of it comes back', async () => {
    const { joinNorth, joinSouth, settle, north, south, inner } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    ana.notes.set('n', 1)
    await settle()
    await north.rooms.wipe('w/')
    await settle()
    expect([ana.line.closed?.code, ben.line.closed?.code]).toEqual([4410, 4410])
    expect([north.rooms.stats().rooms, south.rooms.stats().rooms]).toEqual([0, 0])
    expect(await inner.load(board)).toMatchObject({ seq: 0 })
    expect(await inner.list('client-id', 'w/')).toEqual([])
  })

  test('to wipe that are lost: who writes on is told, and what they wrote is deleted too', async () => {
    const { joinNorth, joinSouth, settle, north, inner, weather } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    ana.notes.set('n', 1)
    await settle()
    weather.lost = 1
    await north.rooms.wipe('w/')
    ben.notes.set('m', 2)
    await settle()
    expect(ben.line.closed).not.toBeNull()
    expect(await inner.load(board)).toMatchObject({ seq: 0, tail: [] })
  })

  test('to purge: no machine has a byte of it afterwards', async () => {
    const { joinNorth, joinSouth, settle, north } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    ana.notes.set('n', 'a secret')
    await settle()
    ana.notes.delete('n')
    await settle()
    await north.rooms.purge(board)
    await settle()
    const late = joinSouth({ participant: 'late' })
    await settle()
    expect(late.line.received.some((frame) => Buffer.from(frame).includes('secret'))).toBe(false)
    expect(ben.line.closed).toBeNull()
    ben.notes.set('m', 1)
    await settle()
    expect([notesOf(ana), notesOf(late)]).toEqual([{ m: 1 }, { m: 1 }])
  })
})

test('P64 what a machine of another version says and nobody understands does no harm', async () => {
  const { joinNorth, joinSouth, settle, wire } = twoMachines()
  const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
  await settle()
  const stranger = wire.node()
  const words = [
    '',
    '{',
    '"x"',
    'null',
    '{"do":"dance"}',
    '{"do":"disconnect"}',
    '\u0001\u0001x\u0001\u0001',
    '\u0063',
  ]
  for (const said of words) {
    stranger.publish('rooms', new TextEncoder().encode(said))
    stranger.publish(`document/${board}`, new TextEncoder().encode(said))
  }
  await settle()
  ana.notes.set('n', 1)
  await settle()
  expect(notesOf(ben)).toEqual({ n: 1 })
  expect([ana.line.closed, ben.line.closed]).toEqual([null, null])
})

describe('P65 a document that was set back', () => {
  test('has everybody start afresh, on all machines', async () => {
    const { joinNorth, joinSouth, settle, inner, north } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    ana.notes.set('n', 1)
    await settle()
    await inner.newGeneration(board)
    await north.rooms.purge(board).catch(() => {})
    await settle()
    expect(ben.line.closed?.code).toBe(4409)
    expect(ana.line.closed?.code ?? 4409).toBe(4409)
    const newcomer = joinSouth({ participant: 'newcomer' })
    await settle()
    expect(notesOf(newcomer)).toEqual({ n: 1 })
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
