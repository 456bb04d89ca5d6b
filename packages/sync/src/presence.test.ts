import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import { presenceFrame, readFrame } from './frames.ts'
import type { Person } from './testing/a-person.ts'
import { aRoom } from './testing/a-room.ts'
import { rest } from './testing/manual-clock.ts'

/** What one person sees of another. */
const seenBy = (viewer: Person, { doc }: Person) => viewer.awareness.getStates().get(doc.clientID)

function forged(...states: [client: number, clock: number, state: unknown][]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, states.length)
  for (const [client, clock, state] of states) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
  }
  return presenceFrame(toUint8Array(encoder))
}

describe('P20 presence', () => {
  test('shows where everybody is, to those who were there and to those who come later', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    ana.awareness.setLocalState({ cursor: [3, 4] })
    await settle()
    const carla = join({ participant: 'carla' })
    await settle()
    const expected = { cursor: [3, 4], user: { participant: 'ana', name: 'ANA' } }
    expect([seenBy(ben, ana), seenBy(carla, ana)]).toEqual([expected, expected])
  })

  test('P21 carries the identity that the server knows, whatever the client says', async () => {
    const { join, settle } = aRoom()
    const [mallory, ben] = [join({ participant: 'mallory' }), join({ participant: 'ben' })]
    await settle()
    mallory.awareness.setLocalState({ user: { participant: 'ana', name: 'Ana', role: 'facilitator' } })
    await settle()
    expect(seenBy(ben, mallory)).toEqual({ user: { participant: 'mallory', name: 'MALLORY' } })
  })

  test('P22 cannot be set for somebody else, nor frozen by a clock from the future', async () => {
    const { join, settle } = aRoom()
    const [ana, ben, mallory] = [join(), join({ participant: 'ben' }), join({ participant: 'mallory' })]
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    mallory.say(forged([ana.doc.clientID, 2 ** 52, { cursor: [9, 9] }], [ana.doc.clientID, 2 ** 52, null]))
    await settle()
    ana.awareness.setLocalState({ cursor: [2, 2] })
    await settle()
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [2, 2] })
    expect(mallory.line.closed).toBeNull()
  })

  test('P22 cannot be set under the client id of an absent writer', async () => {
    const { join, settle } = aRoom()
    const [ana, ben, mallory] = [join(), join({ participant: 'ben' }), join({ participant: 'mallory' })]
    ana.notes.set('n', 1)
    await settle()
    ana.disconnect()
    await settle()
    mallory.say(forged([ana.doc.clientID, 2 ** 40, { cursor: [9, 9] }]))
    await settle()
    expect(seenBy(ben, ana)).toBeUndefined()
  })

  test('P23 what clients send back of others is neither believed nor passed on', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    const before = ana.line.received.length
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    const frames = ana.line.received.slice(before).filter((frame) => frame[0] === 1)
    expect(frames.length).toBe(1) // her own state; Ben has reflected it and nobody was told
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [1, 1] })
  })

  test('P24 ends with the connection, and is back at once after a reconnect', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    ana.disconnect()
    await settle()
    expect(seenBy(ben, ana)).toBeUndefined()
    ana.connect()
    await settle()
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [1, 1] })
  })

  test('P24 moves to the new connection when the old one is not known to be dead yet', async () => {
    const { rooms, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    const old = ana.line.closed
    expect(old).toBeNull()
    const member = rooms.join(
      'w/board/b',
      { ...ana.connection, send: () => {}, close: () => {} },
      ana.session,
    )
    member.receive(forged([ana.doc.clientID, 0, { cursor: [1, 1] }]))
    member.receive(forged([ana.doc.clientID, 50, { cursor: [7, 7] }]))
    await settle()
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [7, 7] })
    ana.disconnect()
    await settle()
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [7, 7] })
  })

  test('P25 of a session without any is dropped, and it still sees the others', async () => {
    const { join, settle } = aRoom()
    const [ana, screen] = [join(), join({ participant: 'screen', presence: null })]
    screen.awareness.setLocalState({ cursor: [5, 5] })
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    expect(seenBy(ana, screen)).toBeUndefined()
    expect(seenBy(screen, ana)).toMatchObject({ cursor: [1, 1] })
  })

  test('P25 of a session that loses its identity is gone at once, and back where it is then', async () => {
    const { rooms, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    const identity = ana.session.presence
    ana.session.presence = null
    rooms.reconsider('w/')
    await settle()
    expect(seenBy(ben, ana)).toBeUndefined()
    ana.awareness.setLocalState({ cursor: [2, 2] })
    ana.awareness.setLocalState({ cursor: [3, 3] })
    await settle()
    const late = join({ participant: 'late' })
    await settle()
    expect([seenBy(ben, ana), seenBy(late, ana)]).toEqual([undefined, undefined])
    ana.session.presence = identity
    rooms.reconsider('w/')
    await settle()
    expect([seenBy(ben, ana), seenBy(late, ana)]).toMatchObject([{ cursor: [3, 3] }, { cursor: [3, 3] }])
    ana.awareness.setLocalState({ cursor: [4, 4] })
    await settle()
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [4, 4] })
  })

  test('P25 of a session that becomes somebody else is shown as that at once', async () => {
    const { rooms, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    ana.session.presence = { participant: 'ana', name: 'FACILITATOR' }
    rooms.reconsider('w/')
    await settle()
    expect(seenBy(ben, ana)).toEqual({ cursor: [1, 1], user: { participant: 'ana', name: 'FACILITATOR' } })
    const before = ben.line.received.length
    rooms.reconsider('w/')
    await settle()
    expect(ben.line.received.length).toBe(before)
  })

  test('P25 that was never shown is not told of when it leaves, and comes late when it may', async () => {
    const { rooms, join, settle } = aRoom()
    const ben = join({ participant: 'ben' })
    const [ana, eve] = [join({ presence: null }), join({ participant: 'eve', presence: null })]
    await settle()
    const before = ben.line.received.length
    ana.awareness.setLocalState({ cursor: [1, 1] })
    eve.awareness.setLocalState({ cursor: [5, 5] })
    await settle()
    eve.disconnect()
    await settle()
    expect(ben.line.received.slice(before).filter((frame) => frame[0] === 1)).toEqual([])
    ana.session.presence = { participant: 'ana' }
    rooms.reconsider('w/board/b')
    await settle()
    expect(seenBy(ben, ana)).toEqual({ cursor: [1, 1], user: { participant: 'ana' } })
  })

  test('P26 of more than 4 kB, or that is no object, is ignored', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    ana.awareness.setLocalState({ cursor: [1, 1] })
    await settle()
    ana.say(forged([ana.doc.clientID, 90, { essay: 'x'.repeat(5000) }]))
    ana.say(
      forged(
        [ana.doc.clientID, 91, '"words"'],
        [ana.doc.clientID, 92, '{broken'],
        [ana.doc.clientID, 93, [1]],
      ),
    )
    await settle()
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [1, 1] })
    expect(ana.line.closed).toBeNull()
  })

  test('P27 of one window travels as one frame with the latest states', async () => {
    const { clock, join, settle } = aRoom()
    const people = ['ana', 'ben', 'carla'].map((participant) => join({ participant }))
    await settle()
    const [ana] = people
    if (!ana) return
    const before = ana.line.received.length
    for (let step = 0; step < 8; step += 1) {
      for (const person of people) person.awareness.setLocalState({ cursor: [step, step] })
    }
    clock.advance(16)
    const frames = ana.line.received.slice(before)
    expect(frames.length).toBe(2) // the very first at once, everything else together
    for (const person of people.slice(1)) expect(seenBy(ana, person)).toMatchObject({ cursor: [7, 7] })
  })

  test('P27 of a crowd goes with every third window, and updates with each', async () => {
    const { clock, join, settle } = aRoom()
    const people = Array.from({ length: 51 }, (_, index) => join({ participant: `p${index}` }))
    await settle()
    clock.advance(1000)
    const [ana, ben] = people
    if (!ana || !ben) return
    const before = ben.line.received.length
    const kinds = () => ben.line.received.slice(before).map(([kind]) => kind)
    for (let window = 0; window < 6; window += 1) {
      ana.awareness.setLocalState({ cursor: [window, window] })
      ana.notes.set('n', window)
      await rest()
      clock.advance(33)
    }
    expect(kinds().filter((kind) => kind === 0).length).toBeGreaterThanOrEqual(6)
    expect(kinds().filter((kind) => kind === 1).length).toBeLessThanOrEqual(3)
    clock.advance(100)
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [5, 5] })
  })

  test('P27 of many who move at once is told in turns, and leaves room on a slow line', async () => {
    const { clock, join, settle } = aRoom()
    const people = Array.from({ length: 120 }, (_, index) => join({ participant: `p${index}` }))
    await settle()
    clock.advance(2000)
    const last = people.at(-1)
    if (!last) return
    const before = last.line.received.length
    const movedMs = 2000
    for (let ms = 0; ms < movedMs; ms += 100) {
      for (const [index, { awareness }] of people.entries()) awareness.setLocalState({ cursor: [index, ms] })
      await rest()
      clock.advance(100)
    }
    const frames = last.line.received.slice(before).flatMap((bytes) => readFrame(bytes) ?? [])
    const told = frames.flatMap((frame) => (frame.kind === 'presence' ? [frame.states[0] ?? 0] : []))
    expect(Math.max(...told)).toBeLessThanOrEqual(99)
    // 120 people at ten moves a second would be 2,400.
    const sum = told.reduce((states, count) => states + count, 0)
    expect(sum).toBeGreaterThan(0.9 * 500 * (movedMs / 1000))
    expect(sum).toBeLessThan(1.1 * 500 * (movedMs / 1000))
    clock.advance(400)
    for (const [index, person] of people.entries())
      expect(seenBy(last, person)).toMatchObject({ cursor: [index, movedMs - 100] })
  })

  test('P27 beyond the rate of one person waits, and the newest state wins', async () => {
    const { clock, join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    for (let step = 0; step <= 500; step += 1) ana.awareness.setLocalState({ cursor: [step, step] })
    clock.advance(200)
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [500, 500] })
    expect(ana.line.closed).toBeNull()
  })

  test('P28 is the first thing that a slow reader does without, and is whole again afterwards', async () => {
    const { join, settle } = aRoom()
    const [ana, ben] = [join(), join({ participant: 'ben' })]
    await settle()
    ben.line.bufferedAmount = 300_000
    ana.awareness.setLocalState({ cursor: [1, 1] })
    ana.notes.set('n', 1)
    await settle()
    expect(seenBy(ben, ana)).not.toMatchObject({ cursor: [1, 1] })
    expect(ben.notes.toJSON()).toEqual({ n: 1 })
    ben.line.bufferedAmount = 0
    const carla = join({ participant: 'carla' })
    await settle()
    carla.awareness.setLocalState({ cursor: [2, 2] })
    await settle()
    expect(seenBy(ben, ana)).toMatchObject({ cursor: [1, 1] })
  })
})
