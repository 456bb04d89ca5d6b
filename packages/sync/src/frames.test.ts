import { expect, test } from 'vitest'
import { emptyUpdate, readAcknowledgement, readFrame, step1Frame, step2Frame, updateFrame } from './frames.ts'
import { aRoom, notesOf } from './testing/a-room.ts'
import { rest } from './testing/manual-clock.ts'
import { aRandom } from './testing/random.ts'

test('P11 every frame that a client may send is read as what it is', () => {
  const vector = Uint8Array.of(0)
  expect(readFrame(step1Frame(vector))).toEqual({ kind: 'step1', vector })
  expect(readFrame(step2Frame(emptyUpdate))).toEqual({ kind: 'step2', update: emptyUpdate })
  expect(readFrame(updateFrame(emptyUpdate))).toEqual({ kind: 'update', update: emptyUpdate })
  expect(readFrame(Uint8Array.of(3))).toEqual({ kind: 'query-presence' })
  expect(readFrame(Uint8Array.of(100, 5))).toBeNull()
  expect(readAcknowledgement(Uint8Array.of(100, 5))).toBe(5)
})

test('P50 two thousand mutated frames of all kinds change nothing and disturb nobody', async () => {
  const random = aRandom(7)
  const { rooms, join, settle } = aRoom()
  const [ana, ben] = [join(), join({ participant: 'ben' })]
  await settle()
  ana.notes.set('kept', 'words')
  ana.awareness.setLocalState({ cursor: [1, 2] })
  await settle()
  const recorded = [...ana.line.received, ...ben.line.received]
  for (let round = 0; round < 200; round += 1) {
    const mallory = join({ participant: `mallory${round}` })
    await rest()
    for (let frame = 0; frame < 10 && !mallory.line.closed; frame += 1) {
      const original = recorded[Math.floor(random() * recorded.length)] ?? Uint8Array.of()
      const bytes = Uint8Array.from(original)
      for (let times = 0; times < 3; times += 1) bytes[Math.floor(random() * bytes.length)] = random() * 256
      mallory.say(bytes.subarray(0, random() < 0.3 ? Math.floor(random() * bytes.length) : bytes.length))
    }
    mallory.disconnect()
  }
  await settle()
  expect(notesOf(ben)).toEqual(notesOf(ana))
  expect(ben.notes.get('kept')).toBe('words')
  expect(ben.awareness.getStates().get(ana.doc.clientID)).toMatchObject({ cursor: [1, 2] })
  expect([ana.line.closed, ben.line.closed]).toEqual([null, null])
  expect(rooms.stats()).toMatchObject({ connections: 2, waiting: 0 })
})
