import { describe, expect, test } from 'vitest'
import { notesOf } from './testing/a-room.ts'
import { twoMachines } from './testing/two-machines.ts'

const board = 'w/board/b'

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

  test('to wipe that are lost: who writes on is told, and what they wrote does not get in', async () => {
    const { joinNorth, joinSouth, settle, north, inner, weather } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    ana.notes.set('n', 1)
    await settle()
    weather.lost = 1
    await north.rooms.wipe('w/')
    ben.notes.set('m', 2)
    await settle()
    expect(ben.line.closed?.code).toBe(4410)
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

  test('behind the back of machines that run takes nothing that was made on what it was', async () => {
    const { joinNorth, joinSouth, settle, inner } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    ana.notes.set('n', 1)
    await settle()
    const backup = await inner.load(board)
    ana.notes.set('m', 2)
    await settle()
    await inner.deleteDocuments(board)
    await inner.append({ updates: backup.tail.map((update) => ({ document: board, update })) })
    ana.notes.set('m', 3)
    ben.notes.set('o', 4)
    await settle()
    expect([ana.line.closed?.code, ben.line.closed?.code]).toEqual([4409, 4409])
    expect((await inner.load(board)).seq).toBe(backup.seq)
    const newcomer = joinSouth({ participant: 'newcomer' })
    await settle()
    expect(notesOf(newcomer)).toEqual({ n: 1 })
  })
})
