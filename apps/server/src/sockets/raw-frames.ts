import type { Socket } from 'node:net'
import { createLastFew } from '@vispera/sync'
import type { WebSocket } from 'ws'

/** FIN and the opcode of a binary message. */
const finalBinary = 0x82
/** Beyond this size a second copy costs more than a second write. */
const worthKeeping = 16_384
const framed = createLastFew<Buffer>(8)
let held: Socket[] = []

/**
 * Writes binary messages straight to the socket under a WebSocket. What a server sends is not masked, so a message
 * is the same bytes for everybody: it is framed once, however many it goes to; and what one socket is sent in one
 * breath leaves in one system call. `ws` itself does both again for every message and every socket. Compression
 * must be off: then `ws` queues nothing of its own that could be overtaken.
 */
export function createRawSender(socket: WebSocket): (message: Uint8Array) => unknown {
  // Not in the types of `ws`: the net.Socket it reads from and writes to.
  const { _socket: wire } = socket as unknown as { readonly _socket: Socket | null }
  return (message) => {
    if (!wire || wire.destroyed) return false
    if (wire.writableCorked === 0) hold(wire)
    if (message.length < worthKeeping) return wire.write(frameOf(message))
    wire.write(headOf(message.length))
    return wire.write(message)
  }
}

/** Nothing leaves before this breath is over. */
function hold(wire: Socket) {
  wire.cork()
  if (held.length === 0) process.nextTick(letGo)
  held.push(wire)
}

function letGo() {
  const wires = held
  held = []
  for (const wire of wires) wire.uncork()
}

const frameOf = (message: Uint8Array) => framed(message, 0, frame)

function frame(message: Uint8Array): Buffer {
  const head = headOf(message.length)
  const made = Buffer.allocUnsafe(head.length + message.length)
  made.set(head)
  made.set(message, head.length)
  return made
}

function headOf(length: number): Buffer {
  if (length < 126) return Buffer.of(finalBinary, length)
  const isShort = length < 65_536
  const head = Buffer.alloc(isShort ? 4 : 10)
  head[0] = finalBinary
  head[1] = isShort ? 126 : 127
  if (isShort) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
