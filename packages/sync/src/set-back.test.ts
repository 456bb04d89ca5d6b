import { openMemoryStore } from '@vispera/storage'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { aRoom } from './testing/a-room.ts'

const clientsOf = (doc: Y.Doc) => [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]

test('after a document was set back the server writes under another id: numbers of the old one are out there', async () => {
  const store = openMemoryStore()
  const write = async (key: string) => {
    const { rooms } = aRoom({ store })
    await rooms.transact('board', (doc) => doc.getMap('notes').set(key, 1))
    const clients = await rooms.read('board', clientsOf)
    await rooms.close()
    return new Set(clients)
  }
  const first = await write('one')
  expect(await write('two')).toEqual(first)
  await store.newGeneration('board')
  const second = await write('three')
  expect(second.size).toBe(2)
  for (const client of first) expect(second.has(client)).toBe(true)
  expect(await write('four')).toEqual(second)
})
