import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { openChannels } from '../channels.ts'
import { systemClock } from '../clock.ts'
import type { Protocol } from '../connection.ts'
import { negotiate } from '../negotiate.ts'
import type { Rooms } from '../rooms.ts'

/**
 * The smallest server around rooms: `/sync/<document>`, with tokens that say who one is,
 * `<participant>` or `<participant>.read`.
 */
export async function aServer(rooms: Rooms, port = 0) {
  const http = createServer((_, response) => response.end('ok'))
  const sockets = new WebSocketServer({
    server: http,
    maxPayload: 20_000_000,
    handleProtocols: (offered) => negotiate([...offered].join(',')).protocol ?? false,
  })
  sockets.on('connection', (socket, request) => {
    const document = new URL(request.url ?? '', 'http://here').pathname.replace('/sync/', '')
    const { protocol, token } = negotiate(request.headers['sec-websocket-protocol'])
    const [participant, access] = (token ?? '').split('.')
    if (!protocol || !participant) return socket.close(4401, 'who are you?')
    serve(rooms, socket, document, protocol, participant, access === 'read' ? 'read' : 'write')
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const address = http.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${address.port}/sync`,
    port: address.port,
    sockets: () => sockets.clients.size,
    /** Cuts every line without a word. */
    cut: () => {
      for (const socket of sockets.clients) socket.terminate()
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

function serve(
  rooms: Rooms,
  socket: WebSocket,
  document: string,
  protocol: Protocol,
  participant: string,
  access: 'read' | 'write',
) {
  const presence = { participant, name: participant }
  const connection = {
    protocol,
    get bufferedAmount() {
      return socket.bufferedAmount
    },
    send: (bytes: Uint8Array) => socket.send(bytes, () => {}),
    close: (code: number, reason: string) => socket.close(code, reason),
  }
  const session = { participant, access, presence }
  const member =
    protocol === 'vispera.2'
      ? openChannels({
          socket: connection,
          clock: systemClock,
          admit: async (name) => ({
            kind: 'open',
            join: (channel, opening) => rooms.join(name, channel, session, opening),
          }),
        })
      : rooms.join(document, connection, session)
  socket.on('message', (bytes: Buffer) => member.receive(bytes))
  socket.on('close', () => member.leave())
  socket.on('error', () => socket.terminate())
}
