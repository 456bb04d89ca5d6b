import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { updateFrame } from '../frames.ts'
import { aRoom } from '../testing/a-room.ts'
import { forged, item } from '../testing/forged.ts'

/** What becomes of three new items in a list of which the last says that it stands between `left` and `right`. */
async function between(left: [number, number], right: [number, number]) {
  const { rooms, join, settle, store } = aRoom()
  const ana = join({ client: 1 })
  const order = ana.doc.getArray('order')
  await settle()
  order.push(['a', 'b'])
  await settle()
  const before = (await store.load('w/board/b')).seq
  let closed: number | null = null
  const connection = {
    protocol: 'y-websocket' as const,
    bufferedAmount: 0,
    send() {},
    close(code: number) {
      closed = code
    },
  }
  const session = { participant: 'mallory', access: 'write' as const, presence: null }
  const member = rooms.join('w/board/b', connection, session)
  await settle()
  const structs = [
    item({ origin: [1, 0], right: [1, 1] }),
    item({ origin: [9, 0], right: [1, 1] }),
    item({ origin: left, right }),
  ]
  member.receive(updateFrame(forged(9, 0, structs)))
  await settle()
  order.push(['c'])
  await settle()
  const newcomer = join({ participant: 'newcomer' })
  await settle()
  const written = (await store.load('w/board/b')).seq - before - 1
  return { closed, written, ana: order.toJSON(), newcomer: newcomer.doc.getArray('order').toJSON() }
}

describe('P35 what says that it stands between two others that are new themselves', () => {
  test.each<[string, [number, number], [number, number]]>([
    ['that are the same', [9, 1], [9, 1]],
    ['of which the right one comes first', [9, 1], [9, 0]],
    ['of which the right one comes first, and was there before', [9, 1], [1, 0]],
  ])('%s, is refused and changes nothing', async (_, left, right) => {
    const refused = { closed: 4400, written: 0, ana: ['a', 'b', 'c'], newcomer: ['a', 'b', 'c'] }
    expect(await between(left, right)).toEqual(refused)
  })

  test('in their order, is taken', async () => {
    const list = ['a', 1, 1, 1, 'b', 'c']
    expect(await between([9, 0], [9, 1])).toEqual({ closed: null, written: 1, ana: list, newcomer: list })
  })
})

test('P31 thousands of things put before the same one, offline and all at once, are let in', async () => {
  const { join, settle } = aRoom()
  const ana = join({ client: 1 })
  await settle()
  ana.doc.getArray('order').push(['first', 'last'])
  await settle()
  ana.disconnect()
  const order = ana.doc.getArray('order')
  for (let count = 0; count < 5000; count += 1) {
    // Something else in between, so that Yjs cannot make one of all.
    ana.notes.set(`n${count}`, count)
    order.insert(order.length - 1, [count])
  }
  ana.connect()
  await settle()
  expect(ana.line.closed).toBeNull()
  const newcomer = join({ participant: 'newcomer' })
  await settle()
  expect(newcomer.doc.getArray('order').toJSON()).toEqual(order.toJSON())
  expect(Y.encodeStateVector(newcomer.doc).length).toBeGreaterThan(1)
})
