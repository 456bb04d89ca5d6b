import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openRooms } from './rooms.ts'
import { aRoom } from './testing/a-room.ts'
import { aRandom } from './testing/random.ts'
import { randomEdit } from './testing/random-edit.ts'

test.each(['before there is a snapshot', 'with a snapshot and a tail'])(
  'P12 after a restart, whoever comes back is sent what they lack and no more, %s',
  async (when) => {
    const { rooms, join, settle, store, clock } = aRoom()
    const [ana, ben] = [join({ participant: 'ana' }), join({ participant: 'ben' })]
    const random = aRandom(7)
    for (let edit = 0; edit < 100; edit += 1) randomEdit(ana.doc, random)
    await settle()
    if (when.startsWith('with')) {
      await rooms.purge('w/board/b')
      for (let edit = 0; edit < 100; edit += 1) randomEdit(ana.doc, random)
      await settle()
    }
    ben.disconnect()
    ana.notes.set('last', new Y.Map([['kind', 'idea']]))
    await settle()
    await rooms.close()

    const again = openRooms({ store, clock, rules: () => ({ roots: { notes: 'map', order: 'array' } }) })
    const answerTo = async (doc: Y.Doc) => {
      const frames: Uint8Array[] = []
      const connection = {
        protocol: 'y-websocket' as const,
        bufferedAmount: 0,
        send: (bytes: Uint8Array) => void frames.push(bytes),
        close() {},
      }
      const member = again.join('w/board/b', connection, {
        participant: 'ben',
        access: 'read',
        presence: null,
      })
      const vector = Y.encodeStateVector(doc)
      member.receive(Uint8Array.of(0, 0, vector.length, ...vector))
      await settle()
      member.leave()
      const step2 = frames.find((frame) => frame[0] === 0 && frame[1] === 1) ?? new Uint8Array()
      return { step2, structs: Y.decodeUpdate(step2.subarray(step2.length < 131 ? 3 : 4)).structs }
    }
    expect((await answerTo(ana.doc)).structs).toEqual([])
    const { structs } = await answerTo(ben.doc)
    expect(structs.map(({ id }) => id.client)).toEqual([ana.doc.clientID, ana.doc.clientID])
    await again.close()
  },
)
