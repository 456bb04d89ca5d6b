import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { onChannel } from './channel-frames.ts'
import { aRoom, notesOf } from './testing/a-room.ts'
import { aSocket, type SocketOptions } from './testing/a-socket.ts'

function aPlace() {
  const room = aRoom()
  return { ...room, connect: (options?: SocketOptions) => aSocket(room.rooms, room.clock, options) }
}

/** An update that writes one note. */
function noting(key: string, value: unknown): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('notes').set(key, value)
  return Y.encodeStateAsUpdate(doc)
}

describe('P70 one socket with many documents', () => {
  test('carries each of them as if it had a socket of its own', async () => {
    const { connect, join, settle } = aPlace()
    const ben = join({ document: 'w/board/b', participant: 'ben' })
    const socket = connect()
    socket.open(1, 'w/board/a')
    socket.open(2, 'w/board/b')
    await settle()
    socket.update(2, noting('n', 'low tide'))
    await settle()
    expect(notesOf(ben)).toEqual({ n: 'low tide' })
    expect(socket.kinds(1)).toEqual(['opened', 'step2'])
    expect(socket.kinds(2).slice(0, 2)).toEqual(['opened', 'step2'])
    expect(socket.told(2)).toContainEqual({ kind: 'acknowledged', count: 1 })
  })

  test('P71 keeps all of them alive with one word', async () => {
    const { connect, clock, settle } = aPlace()
    const socket = connect()
    for (const channel of [1, 2, 3, 4]) socket.open(channel, `w/board/${channel}`)
    await settle()
    clock.advance(20_000)
    expect(socket.line.alive).toBe(1)
    expect(socket.kinds(1)).not.toContain('other')
    clock.advance(20_000)
    expect(socket.line.alive).toBe(2)
  })

  test('P77 that closes counts what was sent before, on every channel', async () => {
    const { rooms, connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/a')
    socket.open(2, 'w/board/b')
    await settle()
    socket.update(1, noting('a', 1))
    socket.update(2, noting('b', 2))
    socket.leave()
    await settle()
    expect(await rooms.read('w/board/a', (doc) => doc.getMap('notes').toJSON())).toEqual({ a: 1 })
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({ b: 2 })
    expect(rooms.stats().connections).toBe(0)
  })
})

describe('P72 a channel that is opened', () => {
  test('P75 by a copy that has everything gets a few bytes, and is not asked for anything', async () => {
    const { connect, join, settle } = aPlace()
    const ben = join({ participant: 'ben' })
    for (let index = 0; index < 200; index += 1) ben.notes.set(`n${index}`, 'x'.repeat(100))
    await settle()
    const socket = connect()
    socket.open(1, 'w/board/b', { reached: null })
    await settle()
    const [opened] = socket.told(1)
    if (opened?.kind !== 'opened') throw new Error('not opened')
    ben.awareness.setLocalState(null)
    await settle()
    const again = connect()
    again.open(1, 'w/board/b', { generation: opened.generation, reached: opened.reached, vector: null })
    await settle()
    expect(again.told(1)).toMatchObject([{ ...opened, isAnswered: true }, { kind: 'step2' }])
    expect(again.line.bytes).toBeLessThan(20)
  })

  test('P75 by a copy that missed something gets just that, with the numbers as they grow', async () => {
    const { connect, join, settle } = aPlace()
    const ben = join({ participant: 'ben' })
    ben.notes.set('old', 'x'.repeat(5000))
    await settle()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(ben.doc))
    ben.notes.set('new', 1)
    await settle()
    const socket = connect()
    socket.open(1, 'w/board/b', { generation: 1, reached: 1, vector: null })
    await settle()
    expect(socket.line.bytes).toBeLessThan(200)
    ben.notes.set('newer', 2)
    await settle()
    expect(socket.told(1).filter(({ kind }) => kind === 'opened' || kind === 'update')).toMatchObject([
      { kind: 'opened', generation: 1, reached: 2, isAnswered: true },
      { kind: 'update', reached: 3 },
    ])
  })

  test('P75 after the log was compacted asks for its difference, and gets it', async () => {
    const { store, join, settle } = aPlace()
    const ben = join({ participant: 'ben' })
    ben.notes.set('a', 1)
    await settle()
    await store.compact('w/board/b', { seq: 1, bytes: Y.encodeStateAsUpdate(ben.doc) })
    ben.disconnect()
    await settle()
    const later = aRoom({ store })
    const socket = aSocket(later.rooms, later.clock)
    socket.open(1, 'w/board/b', { generation: 1, reached: 0, vector: null })
    await later.settle()
    expect(socket.told(1)).toEqual([{ kind: 'opened', generation: 1, reached: 1, isAnswered: false }])
    socket.ask(1)
    await later.settle()
    expect(socket.kinds(1)).toEqual(['opened', 'step2'])
  })

  test('P73 by a copy with something unsent is asked for it', async () => {
    const { connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/b', { hasUnsent: true })
    await settle()
    expect(socket.kinds(1)).toEqual(['opened', 'step2', 'step1'])
  })

  test('P80 by a copy of another generation is closed with 4409, and nothing of it is taken', async () => {
    const { store, rooms, connect, settle } = aPlace()
    const before = connect()
    before.open(1, 'w/board/b')
    await settle()
    before.update(1, noting('old', 1))
    await settle()
    before.leave()
    await rooms.close()
    await store.newGeneration('w/board/b')
    const later = aRoom({ store })
    const socket = aSocket(later.rooms, later.clock)
    socket.open(1, 'w/board/b', { generation: 1, reached: 1, vector: null, hasUnsent: true })
    socket.open(2, 'w/board/c')
    await later.settle()
    expect(socket.line.closedChannels.get(1)).toMatchObject({ code: 4409 })
    expect(socket.kinds(1)).toEqual([])
    expect([socket.kinds(2), socket.line.closed]).toEqual([['opened', 'step2'], null])
  })

  test('P81 by a copy that reached a number which was never given is of a document that is gone', async () => {
    const { connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/b', { generation: 1, reached: 57, vector: null })
    await settle()
    expect(socket.line.closedChannels.get(1)).toMatchObject({ code: 4409 })
  })
})

describe('P76 a channel that is closed', () => {
  test.each([4403, 4404, 4409, 4410, 4503, 4507, 4529, 4400])(
    'with %i by the room leaves the others alone',
    async (code) => {
      const { rooms, connect, settle } = aPlace()
      const socket = connect()
      socket.open(1, 'w/board/a')
      socket.open(2, 'w/board/b')
      await settle()
      rooms.disconnect({ path: 'w/board/a' }, code, 'away with you')
      expect([...socket.line.closedChannels]).toEqual([
        [1, { kind: 'closed', channel: 1, code, reason: 'away with you' }],
      ])
      socket.update(1, noting('late', 1))
      socket.update(2, noting('n', 1))
      await settle()
      expect(socket.line.closed).toBeNull()
      expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').size)).toBe(1)
      expect(await rooms.read('w/board/a', (doc) => doc.getMap('notes').size)).toBe(0)
    },
  )

  test.each([4401, 1012])('with %i closes the socket: it concerns the whole session', async (code) => {
    const { rooms, connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/a')
    socket.open(2, 'w/board/b')
    await settle()
    rooms.disconnect({ path: 'w/board/a' }, code, 'over')
    expect(socket.line.closed).toEqual({ code, reason: 'over' })
    expect(rooms.stats().connections).toBe(0)
  })

  test.each([
    [4403, null],
    [4404, null],
    [4401, 4401],
    [4410, 4410],
  ])('refused with %i at the door closes the socket with %s', async (code, closed) => {
    const { connect, settle } = aPlace()
    const socket = connect({ refuse: (document) => (document === 'w/no' ? { code, reason: 'no' } : null) })
    socket.open(1, 'w/board/b')
    socket.open(2, 'w/no')
    await settle()
    expect(socket.line.closed?.code ?? null).toBe(closed)
    if (closed === null) expect(socket.line.closedChannels.get(2)).toMatchObject({ code, reason: 'no' })
  })

  test('because the socket cannot follow closes the socket', async () => {
    const { connect, join, settle } = aPlace()
    const ben = join({ participant: 'ben' })
    const socket = connect()
    socket.open(1, 'w/board/b')
    socket.open(2, 'w/board/c')
    await settle()
    socket.line.bufferedAmount = 9_000_000
    ben.notes.set('n', 1)
    await settle()
    expect(socket.line.closed?.code).toBe(4503)
  })

  test('while a large document is under way to somebody leaves that alone', async () => {
    const { rooms, connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/a')
    socket.open(2, 'w/board/b')
    await settle()
    socket.line.bufferedAmount = 3_000_000
    rooms.disconnect({ path: 'w/board/a' }, 4403, 'not yours any more')
    expect([socket.line.closed, socket.line.closedChannels.get(1)?.code]).toEqual([null, 4403])
  })

  test('by the client is left, and its number is not given again', async () => {
    const { rooms, connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/b')
    await settle()
    socket.close(1)
    await settle()
    expect(rooms.stats().connections).toBe(0)
    socket.open(2, 'w/board/b')
    await settle()
    expect(socket.kinds(2)).toEqual(['opened', 'step2'])
  })

  test('by the client before it was let in never opens', async () => {
    const { rooms, connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/b')
    socket.close(1)
    await settle()
    expect([rooms.stats().connections, socket.kinds(1)]).toEqual([0, []])
  })
})

describe('P78 what no honest client says on a socket', () => {
  const hostile: [string, (socket: ReturnType<typeof aSocket>) => void, number][] = [
    ['a frame on a channel that was never opened', (socket) => socket.update(9, noting('x', 1)), 4400],
    ['a channel number used twice', (socket) => socket.open(1, 'w/board/c'), 4400],
    ['a channel number that goes back', (socket) => socket.open(0, 'w/board/c'), 4400],
    ['a word that is none', (socket) => socket.say(Uint8Array.of(0, 9)), 4400],
    ['nothing', (socket) => socket.say(Uint8Array.of()), 4400],
    ['a frame that ends too early', (socket) => socket.say(Uint8Array.of(0, 0, 2, 50, 65)), 4400],
    [
      'a frame before its channel is open',
      (socket) => {
        socket.open(2, 'w/board/c')
        socket.update(2, noting('x', 1))
      },
      4400,
    ],
    [
      'documents opened without end',
      (socket) => {
        for (let channel = 2; channel < 400; channel += 1) {
          socket.open(channel, 'w/board/c')
          socket.close(channel)
        }
      },
      4529,
    ],
  ]
  test.each(hostile)('%s closes it, and nobody else notices', async (_, misbehave, code) => {
    const { rooms, connect, join, settle } = aPlace()
    const ben = join({ participant: 'ben' })
    const socket = connect({ participant: 'mallory' })
    socket.open(1, 'w/board/b')
    await settle()
    misbehave(socket)
    await settle()
    expect(socket.line.closed?.code).toBe(code)
    expect([notesOf(ben), ben.line.closed, rooms.stats().connections]).toEqual([{}, null, 1])
  })

  test('a hundred and twenty documents at once are enough', async () => {
    const { rooms, connect, settle } = aPlace()
    const socket = connect()
    for (let channel = 1; channel <= 120; channel += 1) socket.open(channel, `w/board/${channel % 3}`)
    await settle()
    expect([rooms.stats().connections, socket.line.closedChannels.size]).toEqual([120, 0])
  })

  test('a bad frame of one document closes that document, as on a socket of its own', async () => {
    const { connect, settle } = aPlace()
    const socket = connect()
    socket.open(1, 'w/board/a')
    socket.open(2, 'w/board/b')
    await settle()
    socket.say(onChannel(1, Uint8Array.of(77)))
    await settle()
    expect(socket.line.closedChannels.get(1)).toMatchObject({ code: 4400 })
    expect(socket.line.closed).toBeNull()
  })

  test('somebody who opens nothing is sent away after ten seconds', async () => {
    const { connect, clock } = aPlace()
    const socket = connect()
    clock.advance(10_000)
    expect(socket.line.closed?.code).toBe(4401)
  })

  test('somebody who was never let in may not fill memory', async () => {
    const { connect } = aPlace()
    const socket = connect({ refuse: () => ({ code: 4403, reason: 'no' }) })
    for (let channel = 1; channel < 10; channel += 1) socket.open(channel, 'x'.repeat(50_000))
    expect(socket.line.closed?.code).toBe(4529)
  })
})
