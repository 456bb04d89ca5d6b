import type { Connection, Protocol } from '@vispera/sync'
import type { WebSocket } from 'ws'
import { createRawSender } from './raw-frames.ts'

/** A `ws` socket as sync sees it. */
export function connectionOver(socket: WebSocket, protocol: Protocol): Connection {
  const send = createRawSender(socket)
  return {
    protocol,
    get bufferedAmount() {
      return socket.bufferedAmount
    },
    send(bytes) {
      // A socket that is closing takes nothing more; its close event tells the room.
      if (socket.readyState === socket.OPEN) send(bytes)
    },
    close(code, reason) {
      if (socket.readyState === socket.OPEN) socket.close(code, reason.slice(0, 100))
    },
  }
}
