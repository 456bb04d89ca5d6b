import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface Traffic {
  readonly received: number
  readonly sent: number
}

/** Counts bytes over all connections of a server, WebSockets included; costs nothing until somebody asks. */
export function openTraffic() {
  const open = new Set<Socket>()
  let [received, sent] = [0, 0]

  return {
    watch(server: Server) {
      server.on('connection', (socket: Socket) => {
        open.add(socket)
        socket.once('close', () => {
          open.delete(socket)
          received += socket.bytesRead
          sent += socket.bytesWritten
        })
      })
    },
    total(): Traffic {
      const totals = { received, sent }
      for (const { bytesRead, bytesWritten } of open) {
        totals.received += bytesRead
        totals.sent += bytesWritten
      }
      return totals
    },
  }
}
