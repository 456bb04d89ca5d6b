import { closeCodes, type Door, type Member, openChannels, type Protocol, systemClock } from '@vispera/sync'
import type { WebSocket } from 'ws'
import type { LeadWatch } from '../facilitation/attention/lead-watch.ts'
import type { Seat } from '../join/seats.ts'
import type { Services } from '../services.ts'
import { type Admission, admit } from './admission.ts'
import { connectionOver } from './connection.ts'
import { watchSeat } from './heartbeat.ts'

/** A socket of its own for one document. */
export function serveDocument(
  services: Services,
  watch: LeadWatch,
  socket: WebSocket,
  admission: Admission,
  protocol: Protocol,
): void {
  // Without this listener a single broken frame would end the process.
  socket.on('error', () => socket.terminate())
  const door = doorOf(admission)
  if (door.kind === 'refused') {
    socket.close(door.code, door.reason)
    return
  }
  const stand = sit(services, watch, socket, door.seat)
  const connection = connectionOver(socket, protocol)
  listen(socket, services.rooms.join(door.document, connection, door.session), stand)
}

/** One socket for all documents of a seat: each is admitted as if it came alone. */
export function serveChannels(
  services: Services,
  watch: LeadWatch,
  socket: WebSocket,
  token: string | null,
): void {
  socket.on('error', () => socket.terminate())
  let stand: (() => void) | null = null
  async function open(document: string): Promise<Door> {
    const door = doorOf(await admit(services, document, token))
    if (door.kind === 'refused') return door
    return {
      kind: 'open',
      join(connection, opening) {
        // However many documents: one seat, and it is here once.
        stand ??= sit(services, watch, socket, door.seat)
        return services.rooms.join(document, connection, door.session, opening)
      },
    }
  }
  const channels = openChannels({
    socket: connectionOver(socket, 'vispera.2'),
    clock: systemClock,
    admit: (document) => open(document).catch(() => unreadable),
    onClosed: (code) => services.meters?.closed(code),
  })
  listen(socket, channels, () => stand?.())
}

const unreadable: Door = {
  kind: 'refused',
  code: closeCodes.unavailable,
  reason: 'this workshop cannot be read',
}

/** The seat may have been ended while the socket was being opened. */
const doorOf = (admission: Admission): Admission =>
  admission.kind === 'admitted' && admission.seat.expiresAt === 0
    ? { kind: 'refused', code: closeCodes.expired, reason: 'this session is not known' }
    : admission

/** Somebody is here, as long as their socket answers; the answer takes them away. */
function sit({ seats, attendance }: Services, watch: LeadWatch, socket: WebSocket, seat: Seat): () => void {
  const leave = attendance.enter(seat)
  watch.look(seat.workshop)
  const unwatch = watchSeat(socket, () => seats.touch(seat))
  return () => {
    unwatch()
    leave()
    watch.look(seat.workshop)
  }
}

function listen(socket: WebSocket, member: Member, stand: () => void): void {
  socket.on('message', (data, isBinary) => {
    if (isBinary && data instanceof Uint8Array) member.receive(data)
    else socket.close(closeCodes.badFrame, 'only binary messages')
  })
  socket.once('close', () => {
    member.leave()
    stand()
  })
}
