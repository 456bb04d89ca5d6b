import { createDecoder, hasContent, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { putVarUint, varUintLength } from './var-uint.ts'

// The numbers of y-protocols and y-websocket. Ours is far from theirs and from those of Hocuspocus.
const sync = 0
const presence = 1
const queryPresence = 3
const acknowledge = 100
const opened = 101

const step1 = 0
const step2 = 1
const update = 2

/** What a client may send; one message per frame (PROTOCOL.md, P10). */
export type Frame =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly states: Uint8Array }
  | { readonly kind: 'query-presence' }

/** Reads a frame; `null` when it is none that a client may send. The parts are views of `bytes`. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = createDecoder(bytes)
    switch (readVarUint(decoder)) {
      case sync:
        switch (readVarUint(decoder)) {
          case step1:
            return { kind: 'step1', vector: readVarUint8Array(decoder) }
          case step2:
            return { kind: 'step2', update: readVarUint8Array(decoder) }
          case update:
            return { kind: 'update', update: readVarUint8Array(decoder) }
          default:
            return null
        }
      case presence:
        return { kind: 'presence', states: readVarUint8Array(decoder) }
      case queryPresence:
        return { kind: 'query-presence' }
      default:
        return null
    }
  } catch {
    return null // lib0 throws on bytes that end too early
  }
}

const syncKinds = ['step1', 'step2', 'update'] as const

/** The kind of a sync frame of our own making; `undefined` for any other. */
export const syncKindOf = (bytes: Uint8Array) => (bytes[0] === sync ? syncKinds[bytes[1] ?? 3] : undefined)

export const step1Frame = (vector: Uint8Array) => frame([sync, step1], vector)
export const step2Frame = (bytes: Uint8Array) => frame([sync, step2], bytes)
export const updateFrame = (bytes: Uint8Array) => frame([sync, update], bytes)
export const presenceFrame = (states: Uint8Array) => frame([presence], states)

/** The first `count` sync frames of this connection are durable (PROTOCOL.md, P40). */
export const acknowledgeFrame = (count: number) => frame([acknowledge, count])

/** A channel is open (PROTOCOL.md, P74). `isAnswered`: the SyncStep2 follows without being asked for. */
export const openedFrame = (generation: number, reached: number, isAnswered: boolean) =>
  frame([opened, generation, reached, isAnswered ? 1 : 0])

/** An update and the number reached with it, behind the message, where y-websocket does not look. */
export const numberedUpdateFrame = (bytes: Uint8Array, reached: number) =>
  frame([sync, update], bytes, reached)

/** Nobody's presence: says only that the connection lives. y-websocket reconnects after 30 s of silence. */
export const keepaliveFrame = presenceFrame(Uint8Array.of(0))

/** The count of an acknowledgement; `null` for any other frame. */
export function readAcknowledgement(bytes: Uint8Array): number | null {
  const decoder = createDecoder(bytes)
  return readVarUint(decoder) === acknowledge ? readVarUint(decoder) : null
}

/** What a server says under `vispera.2`, as far as more than y-websocket has to know of it. */
export type Told =
  | { readonly kind: 'acknowledged'; readonly count: number }
  | {
      readonly kind: 'opened'
      readonly generation: number
      readonly reached: number
      readonly isAnswered: boolean
    }
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  /** With the number reached once it is applied, where the frame says it. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly reached: number | null }
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'other' }

/** Reads a frame of a server of ours. */
export function readTold(bytes: Uint8Array): Told {
  const decoder = createDecoder(bytes)
  switch (readVarUint(decoder)) {
    case acknowledge:
      return { kind: 'acknowledged', count: readVarUint(decoder) }
    case opened:
      return {
        kind: 'opened',
        generation: readVarUint(decoder),
        reached: readVarUint(decoder),
        isAnswered: readVarUint(decoder) === 1,
      }
    case sync: {
      const kind = readVarUint(decoder)
      const content = readVarUint8Array(decoder)
      if (kind === step1) return { kind: 'step1', vector: content }
      if (kind === step2) return { kind: 'step2', update: content }
      return { kind: 'update', update: content, reached: hasContent(decoder) ? readVarUint(decoder) : null }
    }
    default:
      return { kind: 'other' }
  }
}

/** An update that holds nothing. */
export const emptyUpdate = Uint8Array.of(0, 0)

export const isEmptyUpdate = (bytes: Uint8Array) => bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0

/** Numbers, then bytes with their length before them, then a number. Frames are many: each is one allocation. */
function frame(numbers: readonly number[], bytes?: Uint8Array, after?: number): Uint8Array {
  let length = bytes ? varUintLength(bytes.length) + bytes.length : 0
  for (const number of numbers) length += varUintLength(number)
  if (after !== undefined) length += varUintLength(after)
  const made = new Uint8Array(length)
  let at = 0
  for (const number of numbers) at = putVarUint(made, at, number)
  if (bytes) {
    at = putVarUint(made, at, bytes.length)
    made.set(bytes, at)
    at += bytes.length
  }
  if (after !== undefined) putVarUint(made, at, after)
  return made
}
