import { type Decoder, readUint8, readVarInt, readVarUint } from 'lib0/decoding'

/** One struct of an update: how many clocks it takes, and what it builds on (client and clock; -1 for nothing). */
export interface Struct {
  length: number
  origin: readonly [client: number, clock: number] | null
  rightOrigin: Struct['origin']
  parent: Struct['origin']
}

// The bits of a struct's first byte: five for the kind of content, three for what precedes it.
const contentBits = 0b0001_1111
const hasParentKey = 0b0010_0000
const hasRightOrigin = 0b0100_0000
const hasOrigin = 0b1000_0000

/**
 * Reads the struct at the decoder's position in Yjs's first format without building anything of it. Throws on what
 * our documents never hold (the gate does not let it in), and what lib0 throws where the bytes end too early.
 */
export function readStruct(bytes: Decoder): Struct {
  const info = readUint8(bytes)
  const struct: Struct = { length: 0, origin: null, rightOrigin: null, parent: null }
  // Garbage collected, or left out: only a length.
  if (info === 0 || info === 10) {
    struct.length = readVarUint(bytes)
    return struct
  }
  if (info & hasOrigin) struct.origin = readId(bytes)
  if (info & hasRightOrigin) struct.rightOrigin = readId(bytes)
  if ((info & (hasOrigin | hasRightOrigin)) === 0) {
    if (readVarUint(bytes) === 1) skipString(bytes)
    else struct.parent = readId(bytes)
    if (info & hasParentKey) skipString(bytes)
  }
  struct.length = readContent(bytes, info & contentBits)
  return struct
}

const readId = (bytes: Decoder) => [readVarUint(bytes), readVarUint(bytes)] as const

/** Passes over an item's content and answers its length. */
function readContent(bytes: Decoder, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return readVarUint(bytes)
    case 4: // string
      return readStringLength(bytes)
    case 6: // format: a key and its value as JSON
      skipString(bytes)
      skipString(bytes)
      return 1
    case 7: // type: array, map or text
      if (readVarUint(bytes) > 2) throw new Error('an XML type')
      return 1
    case 8: {
      const count = readVarUint(bytes)
      for (let left = count; left > 0; left -= 1) skipValue(bytes)
      return count
    }
    default: // JSON of old, binary, embeds, subdocuments
      throw new Error(`content of kind ${kind}`)
  }
}

function skipValue(bytes: Decoder): void {
  const kind = readUint8(bytes)
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      readVarInt(bytes)
      return
    case 124: // float32
      bytes.pos += 4
      return
    case 123: // float64
      bytes.pos += 8
      return
    case 119:
      skipString(bytes)
      return
    case 118: // object
      for (let left = readVarUint(bytes); left > 0; left -= 1) {
        skipString(bytes)
        skipValue(bytes)
      }
      return
    case 117: // array
      for (let left = readVarUint(bytes); left > 0; left -= 1) skipValue(bytes)
      return
    default: // bigints and binary
      throw new Error(`a value of kind ${kind}`)
  }
}

function skipString(bytes: Decoder): void {
  const length = readVarUint(bytes)
  bytes.pos += length
}

/** The length in UTF-16 units of a string that is stored in UTF-8. */
function readStringLength(bytes: Decoder): number {
  const size = readVarUint(bytes)
  const end = bytes.pos + size
  let units = 0
  for (let at = bytes.pos; at < end; at += 1) {
    const byte = bytes.arr[at] ?? 0
    if (byte >= 0xf0) units += 2
    else if (byte < 0x80 || byte >= 0xc0) units += 1
  }
  bytes.pos = end
  return units
}
