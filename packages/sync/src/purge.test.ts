import { expect, test } from 'vitest'
import { aRoom, notesOf } from './testing/a-room.ts'

const words = 'meet at the old mill'

async function everythingStored({ store }: ReturnType<typeof aRoom>, document: string): Promise<string> {
  const { snapshot, tail } = await store.load(document)
  return Buffer.concat([snapshot ?? new Uint8Array(), ...tail]).toString('latin1')
}

test('P7 what was deleted is gone from storage after a purge, and nobody is sent it any more', async () => {
  const room = aRoom()
  const ana = room.join()
  await room.settle()
  ana.notes.set('n1', words)
  ana.notes.set('n2', 'high tide')
  await room.settle()
  ana.notes.delete('n1')
  await room.settle()
  expect(await everythingStored(room, 'w/board/b')).toContain(words)
  await room.rooms.purge('w/board/b')
  expect(await everythingStored(room, 'w/board/b')).not.toContain(words)
  const heard: string[] = []
  const ben = room.join({ participant: 'ben' })
  ben.doc.on('update', (update: Uint8Array) => heard.push(Buffer.from(update).toString('latin1')))
  await room.settle()
  expect(notesOf(ben)).toEqual({ n2: 'high tide' })
  expect(heard.join()).not.toContain(words)
})

test('P7 people who write while a document is purged lose nothing', async () => {
  const room = aRoom()
  const ana = room.join()
  await room.settle()
  for (let index = 0; index < 30; index += 1) {
    ana.notes.set(`n${index}`, index)
    ana.notes.delete(`n${index - 1}`)
    void room.rooms.purge('w/board/b')
    if (index % 5 === 0) await room.settle(1)
  }
  await room.settle()
  await room.rooms.purge('w/board/b')
  expect(notesOf(ana)).toEqual({ n29: 29 })
  await room.rooms.close()
  const again = aRoom({ store: room.store })
  const ben = again.join({ participant: 'ben' })
  await again.settle()
  expect(notesOf(ben)).toEqual({ n29: 29 })
})

test('P7 a document that nobody ever wrote can be purged', async () => {
  const { rooms, store } = aRoom()
  await rooms.purge('w/board/b')
  expect((await store.load('w/board/b')).seq).toBe(0)
})
