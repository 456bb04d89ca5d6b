import { WebSocket } from 'ws'

export interface RawClient {
  send(bytes: Uint8Array): void
  /** Resolves once the socket is closed, with the code that the server gave. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  isOpen(): boolean
  close(): void
}

/** A socket that speaks whatever it is told to. Resolves when it is open. */
export function openRaw(
  url: string,
  { token, document }: { readonly token: string; readonly document: string },
): Promise<RawClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${document}`, [
    'y-websocket',
    `token.${token}`,
  ])
  socket.on('error', () => {}) // a reset; the close says the rest
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  const client: RawClient = {
    send: (bytes) => socket.send(bytes, () => {}),
    closed,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.close(),
  }
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(client))
    socket.once('close', () => reject(new Error('the socket was never open')))
  })
}
