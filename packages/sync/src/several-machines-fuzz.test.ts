import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { openRooms } from './rooms.ts'
import { aPerson } from './testing/a-person.ts'
import { aClock, rest } from './testing/manual-clock.ts'
import { aRandom } from './testing/random.ts'
import { randomEdit } from './testing/random-edit.ts'
import { severalMachines } from './testing/several-machines.ts'

const board = 'w/board/b'
const seeds = Array.from({ length: 50 }, (_, index) => index + 1)
const contents = (doc: Y.Doc) => ({
  notes: doc.getMap('notes').toJSON(),
  order: doc.getArray('order').toJSON(),
  done: doc.getMap('done').toJSON(),
})

/**
 * Two or three machines over one log. Their messages are lost, doubled and late, the bus goes down, commits are
 * slow, fail or succeed unnoticed, the store cannot be read, machines restart, people move from one to another,
 * and every machine changes things itself. In the end everybody everywhere sees the same board, nobody was ever
 * refused, and nothing that anybody was told is durable is missing.
 */
test.each(seeds)('P60 people on several machines converge (seed %i)', async (seed) => {
  const random = aRandom(seed)
  const clock = aClock()
  const pick = (size: number) => Math.floor(random() * size)
  const { inner, wire, weather, incidents, start } = severalMachines(clock, random)
  Object.assign(weather, { lost: random() * 0.3, twice: random() * 0.2, late: random() * 0.3 })
  const places = Array.from({ length: 2 + pick(2) }, (_, slot) => start(slot))
  const placeOf = (index: number) => {
    const place = places[index % places.length]
    if (!place) throw new Error('there is no such machine')
    return place
  }
  const people = ['ana', 'ben', 'carla', 'dina', 'eli'].map((participant, index) => {
    const at = { machine: index }
    const current = new Proxy(placeOf(0).rooms, {
      get: (_, name) => Reflect.get(placeOf(at.machine).rooms, name),
    })
    return { ...aPerson(current, { participant, protocol: 'vispera.1' }), at }
  })
  const pass = async (rounds: number, ms = 30) => {
    for (let round = 0; round < rounds; round += 1) {
      await rest()
      clock.advance(ms)
    }
    await rest()
  }
  const heal = (place: (typeof places)[number]) => {
    place.release()
    Object.assign(place.trouble, { appends: null, loads: null, failsAfterwards: false })
  }
  const done: string[] = []

  for (let step = 0; step < 120; step += 1) {
    const person = people[pick(people.length)]
    const index = pick(places.length)
    const place = placeOf(index)
    if (!person) continue
    for (let edits = pick(4); edits > 0; edits -= 1) randomEdit(person.doc, random)
    const luck = random()
    if (luck < 0.06) person.disconnect()
    else if (luck < 0.25 && person.line.closed) {
      person.at.machine = pick(places.length)
      person.connect()
    } else if (luck < 0.3) place.hold()
    else if (luck < 0.42) place.release()
    else if (luck < 0.44) place.trouble.appends = 'full'
    else if (luck < 0.46) place.trouble.failsAfterwards = true
    else if (luck < 0.48) place.trouble.loads = 'failed'
    else if (luck < 0.56) heal(place)
    else if (luck < 0.58) wire.setDown(true)
    else if (luck < 0.62) wire.setDown(false)
    else if (luck < 0.66) {
      const change = place.rooms.transact(board, (doc) => {
        doc.getMap('done').set(`${step}`, index)
        randomEdit(doc, random)
      })
      change.then(
        () => done.push(`${step}`),
        () => {},
      )
    } else if (luck < 0.67) {
      heal(place)
      await place.rooms.close()
      places[index] = start(index)
    } else if (luck < 0.68) void place.rooms.purge(board).catch(() => {})
    else if (luck < 0.85) await pass(1)
  }

  wire.setDown(false)
  Object.assign(weather, { lost: 0, twice: 0, late: 0 })
  for (const place of places) heal(place)
  await pass(40)
  for (const person of people) if (person.line.closed) person.connect()
  await pass(10)
  // Whatever was lost is found by the next look into the log.
  await pass(3, 31_000)
  for (const person of people) if (person.line.closed) person.connect()
  await pass(10)
  const newcomers = places.map(({ rooms }) => aPerson(rooms, { participant: 'newcomer' }))
  await pass(5)

  expect(incidents.filter(({ kind }) => kind === 'update-refused' || kind === 'room-failed')).toEqual([])
  const expected = await placeOf(0).rooms.read(board, contents, 'fresh')
  for (const person of [...people, ...newcomers]) {
    expect(contents(person.doc)).toEqual(expected)
    expect(person.doc.store.pendingStructs).toBeNull()
    person.awareness.destroy()
  }
  expect(Object.keys(expected.done)).toEqual(expect.arrayContaining(done))
  for (const { rooms } of places) {
    expect(await rooms.read(board, contents)).toEqual(expected)
    await rooms.close()
  }
  const again = openRooms({
    store: inner,
    clock,
    rules: () => ({ roots: { notes: 'map', order: 'array', done: 'map' } }),
  })
  expect(await again.read(board, contents)).toEqual(expected)
})
