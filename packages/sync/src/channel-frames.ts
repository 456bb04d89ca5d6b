import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import type { Opening } from './opening.ts'
import { putVarUint, varUintLength } from './var-uint.ts'

// Every frame of `vispera.2` begins with the number of its channel (PROTOCOL.md, P70 and on). Channel 0 speaks
// of the channels themselves.
const open = 0
const close = 1
const alive = 2

const hasReached = 1
const hasVector = 2
const hasUnsent = 4

/** What a client says on a `vispera.2` socket. */
export type ClientSays =
  | { readonly kind: 'open'; readonly channel: number; readonly document: string; readonly opening: Opening }
  | { readonly kind: 'close'; readonly channel: number }
  | { readonly kind: 'frame'; readonly channel: number; readonly bytes: Uint8Array }

/** What the server says. */
export type ServerSays =
  | { readonly kind: 'closed'; readonly channel: number; readonly code: number; readonly reason: string }
  | { readonly kind: 'alive' }
  | { readonly kind: 'frame'; readonly channel: number; readonly bytes: Uint8Array }

/** Reads what a client says; `null` when no client says so. */
export function readClient(bytes: Uint8Array): ClientSays | null {
  try {
    const decoder = createDecoder(bytes)
    const channel = readVarUint(decoder)
    if (channel > 0) return { kind: 'frame', channel, bytes: bytes.subarray(decoder.pos) }
    switch (readVarUint(decoder)) {
      case open: {
        const number = readVarUint(decoder)
        const document = readVarString(decoder)
        const generation = readVarUint(decoder)
        const flags = readVarUint(decoder)
        const opening = {
          generation,
          reached: flags & hasReached ? readVarUint(decoder) : null,
          vector: flags & hasVector ? readVarUint8Array(decoder) : null,
          hasUnsent: (flags & hasUnsent) > 0,
        }
        return { kind: 'open', channel: number, document, opening }
      }
      case close:
        return { kind: 'close', channel: readVarUint(decoder) }
      default:
        return null
    }
  } catch {
    return null // lib0 throws on bytes that end too early
  }
}

/** Reads what the server says. */
export function readServer(bytes: Uint8Array): ServerSays {
  const decoder = createDecoder(bytes)
  const channel = readVarUint(decoder)
  if (channel > 0) return { kind: 'frame', channel, bytes: bytes.subarray(decoder.pos) }
  if (readVarUint(decoder) !== close) return { kind: 'alive' }
  return {
    kind: 'closed',
    channel: readVarUint(decoder),
    code: readVarUint(decoder),
    reason: readVarString(decoder),
  }
}

export function openChannel(channel: number, document: string, opening: Opening): Uint8Array {
  const { generation, reached, vector } = opening
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeVarUint(encoder, open)
  writeVarUint(encoder, channel)
  writeVarString(encoder, document)
  writeVarUint(encoder, generation)
  const asks = opening.hasUnsent ? hasUnsent : 0
  writeVarUint(encoder, asks | (reached === null ? 0 : hasReached) | (vector ? hasVector : 0))
  if (reached !== null) writeVarUint(encoder, reached)
  if (vector) writeVarUint8Array(encoder, vector)
  return toUint8Array(encoder)
}

export const closeChannel = (channel: number) => numbers(0, close, channel)

export function closedChannel(channel: number, code: number, reason: string): Uint8Array {
  const encoder = createEncoder()
  for (const number of [0, close, channel, code]) writeVarUint(encoder, number)
  writeVarString(encoder, reason)
  return toUint8Array(encoder)
}

/** The socket lives, though nothing happens on its channels. */
export const aliveFrame = numbers(0, alive)

/** A frame of a document on its channel. */
export function onChannel(channel: number, frame: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(varUintLength(channel) + frame.length)
  made.set(frame, putVarUint(made, 0, channel))
  return made
}

function numbers(...values: readonly number[]): Uint8Array {
  const encoder = createEncoder()
  for (const value of values) writeVarUint(encoder, value)
  return toUint8Array(encoder)
}
