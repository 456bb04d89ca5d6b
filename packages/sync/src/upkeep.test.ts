import { openMemoryStore } from '@vispera/storage'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Compactor, inlineCompactor } from './compactor.ts'
import { aPerson } from './testing/a-person.ts'
import { aRoom, notesOf } from './testing/a-room.ts'
import { aClock, rest } from './testing/manual-clock.ts'
import { aRandom } from './testing/random.ts'
import { severalMachines } from './testing/several-machines.ts'

const board = 'w/board/b'

/** Lets time pass, and does something every half minute. */
async function passHours(
  { clock, settle }: Pick<ReturnType<typeof aRoom>, 'clock' | 'settle'>,
  hours: number,
  meanwhile: (minute: number) => void = () => {},
) {
  for (let minute = 0; minute < hours * 60; minute += 0.5) {
    meanwhile(minute)
    await settle(1)
    clock.advance(30_000)
    await settle(1)
  }
}

describe('P8 every hour a document is compared with its log', () => {
  test('and nothing happens when they say the same', async () => {
    const compared: number[] = []
    const compactor: Compactor = {
      ...inlineCompactor,
      compare: (job) => {
        compared.push(job.versions.length)
        return inlineCompactor.compare(job)
      },
    }
    const room = aRoom({ compactor })
    const ana = room.join()
    ana.notes.set('n', 1)
    await room.settle()
    await passHours(room, 5)
    expect(compared.length).toBeGreaterThanOrEqual(4)
    expect(compared.length).toBeLessThanOrEqual(6)
    expect(room.incidents).toEqual([])
    expect(ana.line.closed).toBeNull()
  })

  test('a difference is reported, and everybody starts afresh from the log under a new generation', async () => {
    const inner = openMemoryStore()
    const room = aRoom({ store: inner })
    const ana = room.join({ protocol: 'vispera.1' })
    ana.notes.set('n', 1)
    await room.settle()
    // The live document goes astray, as after a mistake in Yjs or a broken bit.
    await room.rooms.read(board, (doc) => {
      const item = doc.getMap('notes')._map.get('n')
      if (item?.content instanceof Y.ContentAny) item.content.arr[0] = 666
    })
    await passHours(room, 1.3, (minute) => ana.notes.set('m', minute))
    expect(room.incidents.map(({ kind }) => kind)).toEqual(['scrub-failed'])
    expect(ana.line.closed?.code).toBe(4409)
    expect((await inner.load(board)).generation).not.toBe(1)
    const ben = room.join({ participant: 'ben' })
    await room.settle()
    expect(notesOf(ben)).toMatchObject({ n: 1 })
    expect(await room.rooms.read(board, (doc) => doc.getMap('notes').toJSON())).toEqual(notesOf(ben))
  })

  test('a difference on one machine has everybody start afresh on all', async () => {
    const clock = aClock()
    const { start } = severalMachines(clock, aRandom(3))
    const [north, south] = [start(0), start(1)]
    const [ana, ben] = [aPerson(north.rooms), aPerson(south.rooms, { participant: 'ben' })]
    const settle = async (rounds = 6) => {
      for (let round = 0; round < rounds; round += 1) {
        await rest()
        clock.advance(100)
      }
    }
    ana.notes.set('n', 1)
    await settle()
    await north.rooms.read(board, (doc) => {
      const item = doc.getMap('notes')._map.get('n')
      if (item?.content instanceof Y.ContentAny) item.content.arr[0] = 666
    })
    await passHours({ clock, settle }, 1.3, (minute) => ana.notes.set('m', minute))
    expect([ana.line.closed?.code, ben.line.closed?.code]).toEqual([4409, 4409])
    const late = aPerson(south.rooms, { participant: 'late' })
    await settle()
    expect(notesOf(late)).toMatchObject({ n: 1 })
    for (const { awareness } of [ana, ben, late]) awareness.destroy()
  })

  test('a log that cannot be read is reported, and those who are here go on', async () => {
    const room = aRoom()
    const ana = room.join()
    ana.notes.set('n', 1)
    await room.settle()
    room.trouble.loads = 'damaged'
    await passHours(room, 1.3)
    expect(room.incidents.map(({ kind }) => kind)).toEqual(['scrub-failed'])
    expect(ana.line.closed).toBeNull()
  })
})

describe('P9 compaction', () => {
  test('goes on beside the work: people write meanwhile, and a snapshot that fails is not tried at once', async () => {
    const jobs: (() => void)[] = []
    let fails = 0
    const compactor: Compactor = {
      ...inlineCompactor,
      compact: async (job) => {
        await new Promise<void>((resolve) => jobs.push(resolve))
        if (fails > 0) {
          fails -= 1
          throw new Error('the thread has ended')
        }
        return inlineCompactor.compact(job)
      },
    }
    const inner = openMemoryStore()
    const room = aRoom({ store: inner, compactor })
    const [ana, ben] = [room.join(), room.join({ participant: 'ben' })]
    await room.settle()
    const write = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        ana.notes.set(`n${index % 7}`, index)
        if (index % 100 === 99) await room.settle(3)
      }
      await room.settle()
    }
    fails = 1
    await write(700)
    expect(jobs).toHaveLength(1)
    jobs[0]?.()
    await write(100)
    expect(room.incidents.map(({ kind }) => kind)).toEqual(['compaction-failed'])
    expect(jobs).toHaveLength(1)
    room.clock.advance(31_000)
    await write(100)
    expect(jobs).toHaveLength(2)
    await write(100)
    jobs[1]?.()
    await room.settle()
    const stored = await inner.load(board)
    expect(stored.snapshot).not.toBeNull()
    expect(stored.tail.length).toBeGreaterThanOrEqual(100)
    const late = room.join({ participant: 'late' })
    await room.settle()
    expect(notesOf(late)).toEqual(notesOf(ana))
    expect(notesOf(ben)).toEqual(notesOf(ana))
  })

  test('a snapshot that does not say what the log says never replaces it', async () => {
    const inner = openMemoryStore()
    const compactor: Compactor = {
      ...inlineCompactor,
      compact: (job) => inlineCompactor.compact({ ...job, parts: job.parts.slice(0, -1) }),
    }
    const room = aRoom({ store: inner, compactor })
    const ana = room.join()
    for (const value of [1, 2, 3]) ana.notes.set('n', value)
    await room.settle()
    ana.disconnect()
    room.clock.advance(31_000)
    await room.settle()
    expect(room.incidents.map(({ kind }) => kind)).toEqual(['compaction-failed'])
    expect(await inner.load(board)).toMatchObject({ snapshot: null, tail: { length: 3 } })
  })
})

test('P6 a board on which nobody writes is kept as bytes only, and made alive again by the next word', async () => {
  const room = aRoom()
  const people = ['ana', 'ben', 'cleo'].map((participant) => room.join({ participant }))
  const [ana, ben] = people
  ana?.notes.set('n', 1)
  await room.settle()
  expect(room.rooms.stats()).toMatchObject({ rooms: 1, live: 1 })
  await passHours(room, 0.05)
  expect(room.rooms.stats()).toMatchObject({ rooms: 1, live: 0 })
  ana?.notes.set('n', 2)
  await room.settle()
  expect(ben && notesOf(ben)).toEqual({ n: 2 })
  for (const person of people) person.disconnect()
  await passHours(room, 0.05)
  expect(room.rooms.stats()).toMatchObject({ rooms: 0, live: 0, connections: 0 })
})

describe('P3 a store that goes away while people write', () => {
  test('nobody is told anything is saved, everybody is sent away, and nothing is written empty', async () => {
    const room = aRoom()
    const [ana, ben] = [room.join({ protocol: 'vispera.1' }), room.join({ participant: 'ben' })]
    ana.notes.set('n', 1)
    await room.settle()
    const acknowledged = ana.line.acknowledged
    room.trouble.appends = 'failed'
    room.trouble.loads = 'failed'
    ana.notes.set('m', 2)
    await room.settle()
    expect([ana.line.closed?.code, ben.line.closed?.code]).toEqual([4503, 4503])
    expect(ana.line.acknowledged).toBe(acknowledged)
    for (const person of [ana, ben]) person.connect()
    await room.settle()
    expect([ana.line.closed?.code, ben.line.closed?.code]).toEqual([4503, 4503])
    await expect(room.rooms.transact(board, (doc) => doc.getMap('notes').clear())).rejects.toThrow()
    expect(notesOf(ben)).toEqual({ n: 1 })

    Object.assign(room.trouble, { appends: null, loads: null })
    for (const person of [ana, ben]) person.connect()
    await room.settle()
    expect([notesOf(ana), notesOf(ben)]).toEqual([
      { n: 1, m: 2 },
      { n: 1, m: 2 },
    ])
  })
})
