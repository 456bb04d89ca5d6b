import { openMemoryStore } from '@vispera/storage'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { openRooms } from './rooms.ts'
import { aPerson } from './testing/a-person.ts'
import { aClock, rest } from './testing/manual-clock.ts'
import { aRandom } from './testing/random.ts'
import { randomEdit } from './testing/random-edit.ts'
import { aTroubledStore } from './testing/troubled-store.ts'

const seeds = Array.from({ length: 25 }, (_, index) => index + 1)
const contents = (doc: Y.Doc) => ({
  notes: doc.getMap('notes').toJSON(),
  order: doc.getArray('order').toJSON(),
})

/**
 * Five people write while their lines break and heal, commits are slow, fail or succeed unnoticed, the
 * server changes things itself, and now and then restarts. In the end all of them, the server and a
 * newcomer see the same board, and nobody was ever refused.
 */
test.each(seeds)('P4 five people converge through partitions and restarts (seed %i)', async (seed) => {
  const random = aRandom(seed)
  const inner = openMemoryStore()
  const clock = aClock()
  const start = () => {
    const troubled = aTroubledStore(inner)
    const rooms = openRooms({
      store: troubled.store,
      clock,
      random,
      idleMs: 500,
      rules: () => ({ roots: { notes: 'map', order: 'array' } }),
      onIncident: ({ kind, reason }) => kind === 'update-refused' && refused.push(reason),
    })
    return { ...troubled, rooms }
  }
  const refused: string[] = []
  let place = start()
  const current = new Proxy(place.rooms, { get: (_, name) => Reflect.get(place.rooms, name) })
  const people = ['ana', 'ben', 'carla', 'dina', 'eli'].map((participant) =>
    aPerson(current, { participant }),
  )
  const pass = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      await rest()
      clock.advance(30)
    }
  }
  const isOff = (person: (typeof people)[number]) => person.line.closed !== null

  for (let step = 0; step < 150; step += 1) {
    const person = people[Math.floor(random() * people.length)]
    if (!person) continue
    for (let edits = Math.floor(random() * 4); edits > 0; edits -= 1) randomEdit(person.doc, random)
    const luck = random()
    if (luck < 0.08) person.disconnect()
    else if (luck < 0.3 && isOff(person)) person.connect()
    else if (luck < 0.36) place.hold()
    else if (luck < 0.5) place.release()
    else if (luck < 0.53) place.trouble.appends = 'full'
    else if (luck < 0.55) place.trouble.failsAfterwards = true
    else if (luck < 0.62) [place.trouble.appends, place.trouble.failsAfterwards] = [null, false]
    else if (luck < 0.66)
      void place.rooms.transact('w/board/b', (doc) => randomEdit(doc, random)).catch(() => {})
    else if (luck < 0.68) {
      place.release()
      ;[place.trouble.appends, place.trouble.failsAfterwards] = [null, false]
      await place.rooms.close()
      place = start()
    } else if (luck < 0.8) await pass(1)
  }

  place.release()
  ;[place.trouble.appends, place.trouble.failsAfterwards] = [null, false]
  await pass(60)
  for (const person of people) if (isOff(person)) person.connect()
  await pass(20)
  const newcomer = aPerson(current, { participant: 'newcomer' })
  await pass(5)

  expect(refused).toEqual([])
  const expected = await place.rooms.read('w/board/b', contents)
  for (const person of [...people, newcomer]) {
    expect(contents(person.doc)).toEqual(expected)
    expect(person.doc.store.pendingStructs).toBeNull()
    person.awareness.destroy()
  }
  await place.rooms.close()
  const again = openRooms({ store: inner, clock, rules: () => ({ roots: { notes: 'map', order: 'array' } }) })
  expect(await again.read('w/board/b', contents)).toEqual(expected)
})
