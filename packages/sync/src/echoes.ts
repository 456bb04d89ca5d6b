import { createDecoder, readVarUint } from 'lib0/decoding'
import { varUintLength } from './var-uint.ts'

/** An echo comes within some windows; older ones are read like anything else. */
const rememberedFrames = 8

/** States as they go into a frame, each by the client id whose it is. */
export type Parts = readonly { readonly client: number; readonly encoded: Uint8Array }[]

interface Told {
  readonly states: Buffer
  readonly count: number
  /** Where the state of each client begins and ends in `states`. */
  readonly places: ReadonlyMap<number, { readonly begin: number; readonly end: number }>
}

/**
 * Knows again what stock clients send back of the presence that they are told, for the price of a comparison: all
 * of a frame, or all but their own state in it, which is no news to them.
 */
export function createEchoes() {
  const told: Told[] = []

  /** `states` is what was told: the number of `parts`, then each of them. */
  function remember(states: Uint8Array, parts: Parts) {
    const places = new Map<number, { begin: number; end: number }>()
    let at = varUintLength(parts.length)
    for (const { client, encoded } of parts) {
      places.set(client, { begin: at, end: at + encoded.length })
      at += encoded.length
    }
    const { buffer, byteOffset, length } = states
    told.unshift({ states: Buffer.from(buffer, byteOffset, length), count: parts.length, places })
    if (told.length > rememberedFrames) told.pop()
  }

  /** `own`: the client id that the sender shows itself under, if it does. */
  const has = (bytes: Uint8Array, own: number | undefined) =>
    told.some((frame) => isWhole(frame, bytes) || (own !== undefined && isWithout(frame, bytes, own)))

  return { remember, has }
}

const isWhole = ({ states }: Told, bytes: Uint8Array) =>
  bytes.length === states.length && states.compare(bytes) === 0

function isWithout({ states, count, places }: Told, bytes: Uint8Array, own: number): boolean {
  const place = places.get(own)
  if (!place) return false
  const { begin, end } = place
  const [head, itsHead] = [varUintLength(count), varUintLength(count - 1)]
  if (bytes.length !== itsHead + states.length - head - (end - begin)) return false
  if (readVarUint(createDecoder(bytes)) !== count - 1) return false
  const split = itsHead + begin - head
  return (
    states.compare(bytes, itsHead, split, head, begin) === 0 &&
    states.compare(bytes, split, bytes.length, end, states.length) === 0
  )
}
