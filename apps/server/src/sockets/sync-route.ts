import { upgradeWebSocket } from '@hono/node-server'
import { negotiate } from '@vispera/sync'
import type { WSEvents } from 'hono/ws'
import { WebSocket } from 'ws'
import { ApiError } from '../contract/errors.ts'
import { openLeadWatch } from '../facilitation/attention/lead-watch.ts'
import { isOwnOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'
import { admit } from './admission.ts'
import { serveChannels, serveDocument } from './seat-socket.ts'

const prefix = '/sync/'

/**
 * Sockets. A page of another origin and a client without a known subprotocol are refused before the upgrade;
 * everything else is answered with a close code, which clients can read and plain HTTP statuses are not.
 */
export function syncRoute(app: Api, services: Services): void {
  describeSync(app)
  const watch = openLeadWatch(services.stages, services.attendance)
  services.attendance.onElsewhere(watch.look)
  app.get('/sync/*', async (c, next) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      throw new ApiError('bad-request', 'This address is for WebSockets.')
    }
    if (!isOwnOrigin(services.config, c.req.raw.headers)) {
      throw new ApiError('forbidden', 'Pages of another origin may not connect here.')
    }
    const { protocol, token } = negotiate(c.req.header('sec-websocket-protocol'))
    if (!protocol) throw new ApiError('bad-request', 'Offer the subprotocols y-websocket and token.<token>.')
    if (protocol === 'vispera.2') {
      const serve = (socket: WebSocket) => serveChannels(services, watch, socket, token)
      return upgradeWebSocket(() => onOpen(serve))(c, next)
    }
    const document = new URL(c.req.url).pathname.slice(prefix.length)
    const admission = await admit(services, document, token)
    const serve = (socket: WebSocket) => serveDocument(services, watch, socket, admission, protocol)
    return upgradeWebSocket(() => onOpen(serve))(c, next)
  })
}

const onOpen = (serve: (socket: WebSocket) => void): WSEvents => ({
  onOpen(_, { raw }) {
    if (!(raw instanceof WebSocket)) return
    serve(raw)
    onlyOurs(raw)
  },
})

/**
 * Everything is heard by listeners of ours. The adapter adds its own after `onOpen`, which do nothing then but
 * hold the whole request, with its URLs and headers, for as long as the socket lives.
 */
function onlyOurs(socket: WebSocket) {
  const events = ['message', 'close', 'error']
  const ours = new Map(events.map((event) => [event, new Set(socket.listeners(event))]))
  process.nextTick(() => {
    for (const event of events)
      for (const listener of socket.listeners(event))
        if (!ours.get(event)?.has(listener)) socket.off(event, listener as () => void)
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
      '`vispera.1`, which adds acknowledgements, or, at `/sync`, `vispera.2`: all documents on one socket. Close',
      'codes: 4400 broken frame, 4401 no session, 4403 not open to this role, 4404 no such board, 4409 set back,',
      '4410 deleted, 4503 try again, 4507 full, 4529 slow down.',
    ].join(' '),
    parameters: [{ name: 'document', in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      101: { description: 'The socket is open' },
      400: { description: 'Not a WebSocket request, or no known subprotocol' },
      403: { description: 'A page of another origin' },
    },
  })
}
