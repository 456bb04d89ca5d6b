import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openDocument } from '../../packages/sync/src/client/index.ts'
import type { Joined } from './a-workshop.ts'

// Every provider of y-websocket listens for the end of the process, and a crowd has many.
process.setMaxListeners(0)

// `ws` stands in for the browser's class; it has all that is used of it.
export const socketClass = WebSocket as unknown as typeof globalThis.WebSocket
const syncAddress = (url: string) => `${url.replace('http', 'ws')}/sync`

/** Joins a board the way others' scripts do: with y-websocket's provider as it comes. */
export function openPlain(url: string, { board, token }: Joined) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(syncAddress(url), board, doc, {
    protocols: ['y-websocket', `token.${token}`],
    WebSocketPolyfill: socketClass,
    disableBc: true,
  })
  const synced = new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
  const close = () => {
    provider.destroy()
    provider.awareness.destroy()
  }
  return { doc, provider, synced, close }
}

/** Joins a board with our own client, which knows what is saved. */
export function openCounted(url: string, { board, token }: Joined, WebSocket = socketClass) {
  return openDocument({
    url: syncAddress(url),
    document: board,
    token,
    doc: new Y.Doc(),
    WebSocket,
  })
}

/** Puts a note on the board, as far as faults care about notes. */
export function writeNote(doc: Y.Doc, id: string, words: string) {
  const note = new Y.Map<unknown>([
    ['kind', 'vision'],
    ['text', new Y.Text(words)],
    ['place', { x: 0, y: 0 }],
  ])
  doc.getMap('notes').set(id, note)
}

/** Note id to text. */
export function textsOf(doc: Y.Doc): Map<string, string> {
  const notes = doc.getMap<Y.Map<unknown>>('notes')
  return new Map([...notes].map(([id, note]) => [id, String(note.get('text'))]))
}
