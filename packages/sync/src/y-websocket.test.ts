import { openMemoryStore } from '@vispera/storage'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openRooms } from './rooms.ts'
import { aServer } from './testing/a-server.ts'
import { eventually } from './testing/eventually.ts'

// The provider as it comes from npm, over real sockets: what others' scripts and clients will be.

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

async function aPlace() {
  const rooms = openRooms({
    store: openMemoryStore(),
    rules: () => ({ roots: { notes: 'map', title: 'text' } }),
  })
  const server = await aServer(rooms)
  cleanups.push(async () => {
    await rooms.close()
    await server.close()
  })
  const join = (token: string, doc = new Y.Doc()) => {
    const provider = new WebsocketProvider(server.url, 'w/board/b', doc, {
      protocols: ['y-websocket', `token.${token}`],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    cleanups.push(() => {
      provider.destroy()
      provider.awareness.destroy()
    })
    return { provider, doc, notes: doc.getMap('notes'), title: doc.getText('title') }
  }
  return { rooms, server, join }
}

describe('P10 an unmodified y-websocket provider', () => {
  test('joins, edits, sees others and their presence', async () => {
    const { join } = await aPlace()
    const [ana, ben] = [join('ana'), join('ben')]
    ana.notes.set('n1', new Y.Map([['text', new Y.Text('low tide')]]))
    ben.title.insert(0, 'Harbour')
    ana.provider.awareness.setLocalState({ cursor: [1, 2], user: { name: 'nobody' } })
    await eventually(() => {
      expect(ben.notes.toJSON()).toEqual({ n1: { text: 'low tide' } })
      expect(ana.title.toString()).toBe('Harbour')
      expect(ben.provider.awareness.getStates().get(ana.doc.clientID)).toEqual({
        cursor: [1, 2],
        user: { participant: 'ana', name: 'ana' },
      })
    })
    expect([ana.provider.synced, ana.provider.ws?.protocol]).toEqual([true, 'y-websocket'])
  })

  test('reconnects after the line was cut and brings what was written meanwhile', async () => {
    const { server, join } = await aPlace()
    const [ana, ben] = [join('ana'), join('ben')]
    await eventually(() => expect([ana.provider.synced, ben.provider.synced]).toEqual([true, true]))
    server.cut()
    await eventually(() => expect(ana.provider.wsconnected).toBe(false))
    ana.notes.set('offline', true)
    ana.title.insert(0, 'while away')
    ben.notes.set('also', true)
    await eventually(() => {
      for (const { notes, title } of [ana, ben]) {
        expect(notes.toJSON()).toEqual({ offline: true, also: true })
        expect(title.toString()).toBe('while away')
      }
    })
  })

  test('of an observer goes on receiving, and its edits reach nobody', async () => {
    const { rooms, join } = await aPlace()
    const [ana, ben, olga] = [join('ana'), join('ben'), join('olga.read')]
    await eventually(() => expect(olga.provider.synced).toBe(true))
    olga.notes.set('mine', 1)
    ana.notes.set('n', 1)
    await eventually(() => {
      expect(ben.notes.toJSON()).toEqual({ n: 1 })
      expect(olga.notes.get('n')).toBe(1)
    })
    expect(await rooms.read('w/board/b', (doc) => doc.getMap('notes').toJSON())).toEqual({ n: 1 })
    expect(olga.provider.wsconnected).toBe(true)
  })

  test('stops for good when it is refused, and comes back when the server restarts', async () => {
    const { rooms, join } = await aPlace()
    const [ana, ben] = [join('ana'), join('ben')]
    await eventually(() => expect([ana.provider.synced, ben.provider.synced]).toEqual([true, true]))
    const closed = new Promise((resolve) => ana.provider.once('closed', resolve))
    rooms.disconnect({ participants: ['ana'] }, 4401, 'expired')
    rooms.disconnect({ participants: ['ben'] }, 1012, 'restarting')
    expect(await closed).toEqual({ code: 4401, reason: 'expired' })
    await eventually(() => expect(ben.provider.synced).toBe(true))
    expect(ana.provider.shouldConnect).toBe(false)
  })

  test('loads a large board in one go', async () => {
    const { rooms, join } = await aPlace()
    await rooms.transact('w/board/b', (doc) => {
      const notes = doc.getMap('notes')
      for (let index = 0; index < 2000; index += 1) {
        notes.set(
          `n${index}`,
          new Y.Map<unknown>([
            ['kind', 'idea'],
            ['text', new Y.Text(`note ${index}`)],
          ]),
        )
      }
    })
    const ana = join('ana')
    await eventually(() => expect(ana.notes.size).toBe(2000))
  })
})
