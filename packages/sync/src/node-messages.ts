import { createDecoder, type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import type { Ownership } from './owners.ts'
import type { ShownState } from './presence.ts'

// What the machines of one store tell each other about one document (PROTOCOL.md, P60 and on).
const batchKind = 0
const presenceKind = 1
const whoKind = 2

/** Larger batches are only announced: whoever wants them finds them in the log. */
const mostBatchBytes = 256_000

/** Committed updates with consecutive numbers. */
export interface Batch {
  readonly generation: number
  readonly first: number
  readonly updates: readonly Uint8Array[]
  /** Who has written under a client id for the first time. */
  readonly claimed: readonly Ownership[]
  /** The updates were too large to travel; they are in the log. */
  readonly isCutOff?: boolean
}

export type NodeMessage =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | {
      readonly kind: 'presence'
      readonly node: string
      /** These are all that the machine has. */
      readonly isWhole: boolean
      readonly states: readonly ShownState[]
    }
  /** Asks the others for all the presence that they have. */
  | { readonly kind: 'who' }

export function encodeMessage(message: NodeMessage): Uint8Array {
  const encoder = createEncoder()
  if (message.kind === 'batch') writeBatch(encoder, message.batch)
  else if (message.kind === 'presence') {
    writeVarUint(encoder, presenceKind)
    writeVarString(encoder, message.node)
    writeVarUint(encoder, message.isWhole ? 1 : 0)
    writeVarUint(encoder, message.states.length)
    for (const { participant, client, clock, encoded } of message.states) {
      writeVarString(encoder, participant)
      writeVarUint(encoder, client)
      writeVarUint(encoder, clock)
      writeVarUint8Array(encoder, encoded ?? nothing)
    }
  } else writeVarUint(encoder, whoKind)
  return toUint8Array(encoder)
}

/** Reads a message; throws when it is none, as from a machine of another version. */
export function readMessage(bytes: Uint8Array): NodeMessage {
  const decoder = createDecoder(bytes)
  switch (readVarUint(decoder)) {
    case batchKind:
      return { kind: 'batch', batch: readBatch(decoder) }
    case presenceKind: {
      const node = readVarString(decoder)
      const isWhole = readVarUint(decoder) === 1
      return { kind: 'presence', node, isWhole, states: many(decoder, readState) }
    }
    case whoKind:
      return { kind: 'who' }
    default:
      throw new Error('not a message between machines')
  }
}

function writeBatch(encoder: Encoder, { generation, first, updates, claimed }: Batch) {
  const isCutOff = updates.reduce((sum, update) => sum + update.length, 0) > mostBatchBytes
  for (const number of [batchKind, generation, first, isCutOff ? 1 : 0, updates.length]) {
    writeVarUint(encoder, number)
  }
  for (const update of updates) writeVarUint8Array(encoder, isCutOff ? new Uint8Array(0) : update)
  writeVarUint(encoder, claimed.length)
  for (const { client, owner } of claimed) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, typeof owner === 'string' ? 0 : 1)
    if (typeof owner === 'string') writeVarString(encoder, owner)
    else writeVarUint(encoder, owner.slot)
  }
}

function readBatch(decoder: Decoder): Batch {
  const [generation, first] = [readVarUint(decoder), readVarUint(decoder)]
  const isCutOff = readVarUint(decoder) === 1
  // Copies: they are kept, and the rest of what came over the wire is not.
  const updates = many(decoder, (from) => readVarUint8Array(from).slice())
  const claimed = many(decoder, (from): Ownership => {
    const client = readVarUint(from)
    return { client, owner: readVarUint(from) === 0 ? readVarString(from) : { slot: readVarUint(from) } }
  })
  return { generation, first, updates, claimed, isCutOff }
}

function readState(decoder: Decoder): ShownState {
  const [participant, client, clock] = [readVarString(decoder), readVarUint(decoder), readVarUint(decoder)]
  const encoded = readVarUint8Array(decoder)
  return { participant, client, clock, encoded: encoded.length === 0 ? null : encoded.slice() }
}

const nothing = new Uint8Array(0)

function many<T>(decoder: Decoder, read: (decoder: Decoder) => T): T[] {
  return Array.from({ length: readVarUint(decoder) }, () => read(decoder))
}
