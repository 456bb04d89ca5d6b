import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { Doc } from 'yjs'
import type { TestServer } from './a-server.ts'

// Every provider listens for the end of the process; a test has many of them.
process.setMaxListeners(100)

/** Somebody at an unmodified y-websocket provider. */
export interface TestPerson {
  readonly doc: Doc
  readonly provider: WebsocketProvider
  /** Resolves with the close code when the server sends them away for good. */
  readonly sentAway: Promise<number>
  synced(): Promise<void>
  leave(): void
}

export function aPerson(server: TestServer, document: string, token: string): TestPerson {
  const doc = new Doc()
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, document, doc, {
    protocols: ['y-websocket', `token.${token}`],
    // The types of `ws` and of browsers differ in corners that the provider never turns.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const sentAway = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }: { code: number }) => resolve(code))
  })
  return {
    doc,
    provider,
    sentAway,
    synced: () =>
      provider.synced ? Promise.resolve() : new Promise((resolve) => provider.once('sync', () => resolve())),
    leave: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Resolves once `is` holds for the document, looking again after each of its changes. */
export function until({ doc }: TestPerson, is: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!is()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}

/** The close code with which the server answers a socket to this document. */
export function closeCodeOf(
  server: TestServer,
  document: string,
  token: string,
  headers = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `${server.url.replace('http', 'ws')}/sync/${document}`,
      ['y-websocket', `token.${token}`],
      { headers },
    )
    socket.once('close', (code) => resolve(code))
    socket.once('error', reject)
  })
}
