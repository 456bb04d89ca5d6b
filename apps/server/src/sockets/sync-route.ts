import { upgradeWebSocket } from '@hono/node-server'
import { closeCodes, negotiate, type Protocol } from '@vispera/sync'
import type { WSEvents } from 'hono/ws'
import { WebSocket } from 'ws'
import { ApiError } from '../contract/errors.ts'
import { type LeadWatch, openLeadWatch } from '../facilitation/attention/lead-watch.ts'
import { isOwnOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'
import { type Admission, admit } from './admission.ts'
import { connectionOver } from './connection.ts'
import { watchSeat } from './heartbeat.ts'

const prefix = '/sync/'

/**
 * Sockets. A page of another origin and a client without a known subprotocol are refused before the upgrade;
 * everything else is answered with a close code, which clients can read and plain HTTP statuses are not.
 */
export function syncRoute(app: Api, services: Services): void {
  describeSync(app)
  const watch = openLeadWatch(services.stages, services.attendance)
  app.get('/sync/*', async (c, next) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      throw new ApiError('bad-request', 'This address is for WebSockets.')
    }
    if (!isOwnOrigin(services.config, c.req.raw.headers)) {
      throw new ApiError('forbidden', 'Pages of another origin may not connect here.')
    }
    const { protocol, token } = negotiate(c.req.header('sec-websocket-protocol'))
    if (!protocol) throw new ApiError('bad-request', 'Offer the subprotocols y-websocket and token.<token>.')
    const document = new URL(c.req.url).pathname.slice(prefix.length)
    const admission = await admit(services, document, token)
    return upgradeWebSocket(() => eventsOf(services, watch, admission, protocol))(c, next)
  })
}

function eventsOf(services: Services, watch: LeadWatch, admission: Admission, protocol: Protocol): WSEvents {
  return {
    onOpen(_, { raw }) {
      if (!(raw instanceof WebSocket)) return
      // Without this listener a single broken frame would end the process.
      raw.on('error', () => raw.terminate())
      if (admission.kind === 'refused') raw.close(admission.code, admission.reason)
      // The seat may have been ended while the socket was being opened.
      else if (admission.seat.expiresAt === 0) raw.close(closeCodes.expired, 'this session is not known')
      else {
        const { workshop } = admission.seat
        seatSocket(services, raw, admission, protocol, () => watch.look(workshop))
      }
    },
  }
}

function seatSocket(
  { rooms, seats, attendance }: Services,
  socket: WebSocket,
  { document, seat, session }: Extract<Admission, { kind: 'admitted' }>,
  protocol: Protocol,
  attendanceChanged: () => void,
): void {
  socket.binaryType = 'arraybuffer'
  const leave = attendance.enter(seat)
  attendanceChanged()
  const unwatch = watchSeat(socket, () => seats.touch(seat))
  const member = rooms.join(document, connectionOver(socket, protocol), session)
  socket.on('message', (data, isBinary) => {
    if (isBinary && data instanceof ArrayBuffer) member.receive(new Uint8Array(data))
    else socket.close(4400, 'only binary messages')
  })
  socket.once('close', () => {
    unwatch()
    member.leave()
    leave()
    attendanceChanged()
  })
}

function describeSync(app: Api): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/sync/{document}',
    tags: ['sockets'],
    summary: 'Open a document through a WebSocket',
    description: [
      'Upgrade with `Sec-WebSocket-Protocol: y-websocket, token.<token>`; the document is a name from the answer',
      'of join, slashes and all. The server selects `y-websocket` and speaks the y-websocket 3 protocol, or',
      '`vispera.1`, which adds acknowledgements. Close codes: 4400 broken frame, 4401 no session, 4403 not open to',
      'this role, 4404 no such board, 4410 deleted, 4503 try again, 4507 full, 4529 slow down.',
    ].join(' '),
    parameters: [{ name: 'document', in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      101: { description: 'The socket is open' },
      400: { description: 'Not a WebSocket request, or no known subprotocol' },
      403: { description: 'A page of another origin' },
    },
  })
}
