import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding'

export interface Id {
  readonly client: number
  readonly clock: number
}
/** Writes one struct the way Yjs does. */
export type Struct = (encoder: Encoder) => void

/** Where an item claims to stand: between two others, or in a root, or in a type, under a key or not. */
export interface Claim {
  readonly origin?: Id
  readonly rightOrigin?: Id
  readonly root?: string
  readonly parent?: Id
  readonly key?: string
}

/** An update in the first format of Yjs, made by hand: it may say what no client would. */
export function craftUpdate(
  parts: readonly (Id & { readonly structs: readonly Struct[] })[],
  deletions: readonly (Id & { readonly length: number })[] = [],
): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, parts.length)
  for (const { client, clock, structs } of parts) {
    writeVarUint(encoder, structs.length)
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    for (const struct of structs) struct(encoder)
  }
  writeVarUint(encoder, deletions.length)
  for (const { client, clock, length } of deletions) {
    for (const number of [client, 1, clock, length]) writeVarUint(encoder, number)
  }
  return toUint8Array(encoder)
}

export const collected =
  (length: number): Struct =>
  (encoder) => {
    writeUint8(encoder, 0)
    writeVarUint(encoder, length)
  }

export const skipped =
  (length: number): Struct =>
  (encoder) => {
    writeUint8(encoder, 10)
    writeVarUint(encoder, length)
  }

export const text = (claim: Claim, words: string) =>
  item(4, claim, (encoder) => writeVarString(encoder, words))

/** A value that any JSON could be, given as the bytes of lib0. */
export const value = (claim: Claim, bytes: Uint8Array) =>
  item(8, claim, (encoder) => {
    writeVarUint(encoder, 1)
    for (const byte of bytes) writeUint8(encoder, byte)
  })

export const word = (claim: Claim, words: string) =>
  item(8, claim, (encoder) => {
    writeVarUint(encoder, 1)
    writeUint8(encoder, 119)
    writeVarString(encoder, words)
  })

/** A nested type: 0 an array, 1 a map, 2 a text. */
export const nested = (claim: Claim, type: number) => item(7, claim, (encoder) => writeVarUint(encoder, type))

export const binary = (claim: Claim, bytes: number) =>
  item(3, claim, (encoder) => {
    writeVarUint(encoder, bytes)
    for (let left = bytes; left > 0; left -= 1) writeUint8(encoder, 0)
  })

function item(content: number, claim: Claim, write: Struct): Struct {
  const { origin, rightOrigin, root, parent, key } = claim
  const info = content | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key === undefined ? 0 : 32)
  return (encoder) => {
    writeUint8(encoder, info)
    for (const id of [origin, rightOrigin]) if (id) writeId(encoder, id)
    if (!origin && !rightOrigin) {
      writeVarUint(encoder, root === undefined ? 0 : 1)
      if (root !== undefined) writeVarString(encoder, root)
      else writeId(encoder, parent ?? { client: 0, clock: 0 })
      if (key !== undefined) writeVarString(encoder, key)
    }
    write(encoder)
  }
}

function writeId(encoder: Encoder, { client, clock }: Id) {
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
}
