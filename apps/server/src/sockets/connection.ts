import type { Connection, Protocol } from '@vispera/sync'
import type { WebSocket } from 'ws'

/** A `ws` socket as sync sees it. */
export function connectionOver(socket: WebSocket, protocol: Protocol): Connection {
  return {
    protocol,
    get bufferedAmount() {
      return socket.bufferedAmount
    },
    send(bytes) {
      // A socket that is closing takes nothing more; its close event tells the room.
      if (socket.readyState === socket.OPEN) socket.send(bytes, { binary: true, compress: false }, ignore)
    },
    close(code, reason) {
      if (socket.readyState === socket.OPEN) socket.close(code, reason.slice(0, 100))
    },
  }
}

const ignore = () => {}
