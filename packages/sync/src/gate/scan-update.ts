import { createDecoder, type Decoder, hasContent, readUint8, readVarInt, readVarUint } from 'lib0/decoding'
import { refuse } from './refusal.ts'

export interface ScanLimits {
  readonly maxStructs: number
  readonly maxStringBytes: number
  readonly maxDepth: number
}

/**
 * Walks over an update in Yjs's first format without building anything, so that a frame made to hurt
 * (a million structs, nesting without end, a length that lies) costs no more than its own bytes. What
 * passes is well-formed, of bounded size and depth, and holds only text, JSON-like values, maps,
 * arrays and texts. Answers for every client id where its structs begin and end.
 */
export function scanUpdate(update: Uint8Array, limits: ScanLimits): Map<number, Extent> {
  const decoder = createDecoder(update)
  const extents = new Map<number, Extent>()
  let structs = 0
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    const count = readVarUint(decoder)
    structs += count
    if (structs > limits.maxStructs) refuse('too-large')
    if (count === 0) refuse('malformed')
    const client = readVarUint(decoder)
    // Yjs keeps only the last list of a client and would leave a hole.
    if (extents.has(client)) refuse('malformed')
    const begin = readVarUint(decoder)
    let end = begin
    for (let left = count; left > 0; left -= 1) end += scanStruct(decoder, limits)
    extents.set(client, { begin, end })
  }
  scanDeletions(decoder, limits)
  if (hasContent(decoder)) refuse('malformed')
  return extents
}

/** From the first clock of a client id to the one after the last. */
export interface Extent {
  readonly begin: number
  readonly end: number
}

// The bits of a struct's first byte: five for the kind of content, three for what precedes it.
const contentBits = 0b0001_1111
const hasParentKey = 0b0010_0000
const hasRightOrigin = 0b0100_0000
const hasOrigin = 0b1000_0000

/** Answers how many clocks the struct takes up. */
function scanStruct(decoder: Decoder, limits: ScanLimits): number {
  const info = readUint8(decoder)
  if (info === 0) return scanLength(decoder) // garbage collected
  const origins = info & (hasOrigin | hasRightOrigin)
  if (info & hasOrigin) skipId(decoder)
  if (info & hasRightOrigin) skipId(decoder)
  if (origins === 0) {
    if (readVarUint(decoder) === 1) scanKey(decoder, limits)
    else skipId(decoder)
    if (info & hasParentKey) scanKey(decoder, limits)
  }
  return scanContent(decoder, info & contentBits, limits)
}

function scanContent(decoder: Decoder, kind: number, limits: ScanLimits): number {
  switch (kind) {
    case 1: // deleted
      return scanLength(decoder)
    case 4: // string
      return scanText(decoder, limits)
    case 6: // format: a key and its value as JSON
      scanKey(decoder, limits)
      scanString(decoder, { ...limits, maxStringBytes: 256 }, 1)
      return 1
    case 7: // type: array, map, text; the XML types are refused
      if (readVarUint(decoder) > 2) refuse('forbidden-content')
      return 1
    case 8: // values
      return scanValues(decoder, limits)
    default: // JSON of old, binary, embeds, subdocuments, skips
      return refuse('forbidden-content')
  }
}

function scanValues(decoder: Decoder, limits: ScanLimits): number {
  const count = readVarUint(decoder)
  if (count === 0) refuse('malformed')
  for (let left = count; left > 0; left -= 1) scanValue(decoder, limits, limits.maxDepth)
  return count
}

function scanValue(decoder: Decoder, limits: ScanLimits, depth: number) {
  if (depth === 0) refuse('too-deep')
  switch (readUint8(decoder)) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      readVarInt(decoder)
      return
    case 124: // float32
      return skip(decoder, 4)
    case 123: // float64
      return skip(decoder, 8)
    case 119:
      scanString(decoder, limits, 0)
      return
    case 118: // object
      for (let left = readVarUint(decoder); left > 0; left -= 1) {
        scanKey(decoder, limits)
        scanValue(decoder, limits, depth - 1)
      }
      return
    case 117: // array
      for (let left = readVarUint(decoder); left > 0; left -= 1) scanValue(decoder, limits, depth - 1)
      return
    default: // bigints and binary, which JSON does not know
      refuse('forbidden-content')
  }
}

function scanDeletions(decoder: Decoder, limits: ScanLimits) {
  let ranges = 0
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    readVarUint(decoder) // client
    const count = readVarUint(decoder)
    ranges += count
    if (ranges > limits.maxStructs) refuse('too-large')
    for (let left = count; left > 0; left -= 1) {
      readVarUint(decoder) // clock
      scanLength(decoder)
    }
  }
}

// Nothing has a length of zero. An absurd length would use up a client id for good.
const maxLength = 10_000_000

function scanLength(decoder: Decoder): number {
  const length = readVarUint(decoder)
  if (length === 0) refuse('malformed')
  if (length > maxLength) refuse('too-large')
  return length
}

/** Answers the length as JavaScript counts it: every letter is one, and two beyond the first 65,536. */
function scanText(decoder: Decoder, limits: ScanLimits): number {
  const bytes = scanString(decoder, limits, 1)
  let length = 0
  for (let at = decoder.pos - bytes; at < decoder.pos; at += 1) {
    const byte = decoder.arr[at] ?? 0
    if (byte < 0x80 || byte >= 0xc0) length += byte >= 0xf0 ? 2 : 1
  }
  return length
}

/** Answers its bytes. */
function scanString(decoder: Decoder, limits: ScanLimits, minBytes: number): number {
  const bytes = readVarUint(decoder)
  if (bytes < minBytes) refuse('malformed')
  if (bytes > limits.maxStringBytes) refuse('too-large')
  skip(decoder, bytes)
  return bytes
}

const maxKeyBytes = 1024
const protoKey = new TextEncoder().encode('__proto__')

function scanKey(decoder: Decoder, limits: ScanLimits) {
  const start = decoder.pos
  scanString(decoder, { ...limits, maxStringBytes: maxKeyBytes }, 0)
  const bytes = decoder.arr.subarray(decoder.pos - protoKey.length, decoder.pos)
  const isProto =
    decoder.pos - start === protoKey.length + 1 && bytes.every((byte, i) => byte === protoKey[i])
  if (isProto) refuse('forbidden-content')
}

function skipId(decoder: Decoder) {
  readVarUint(decoder)
  readVarUint(decoder)
}

function skip(decoder: Decoder, bytes: number) {
  if (decoder.pos + bytes > decoder.arr.length) refuse('malformed')
  decoder.pos += bytes
}
