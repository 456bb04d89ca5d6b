import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding'

/** An update written by hand: the structs of one client, and deletions. */
export function forged(
  client: number,
  clock: number,
  structs: ((encoder: ReturnType<typeof createEncoder>) => void)[],
) {
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint(encoder, structs.length)
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
  for (const struct of structs) struct(encoder)
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

/** A struct that says: so much was here and is deleted. */
export function collected(length: number) {
  return (encoder: ReturnType<typeof createEncoder>) => {
    writeUint8(encoder, 0)
    writeVarUint(encoder, length)
  }
}

interface ItemParts {
  readonly origin?: readonly [number, number]
  readonly right?: readonly [number, number]
  readonly root?: string
  readonly content?: (encoder: ReturnType<typeof createEncoder>) => void
}

/** One item with one value, in the list `order` unless its neighbours say otherwise. */
export function item({
  origin,
  right,
  root = 'order',
  content = (encoder) => writeAny(encoder, 1),
}: ItemParts) {
  return (encoder: ReturnType<typeof createEncoder>) => {
    writeUint8(encoder, 8 | (origin ? 128 : 0) | (right ? 64 : 0))
    for (const number of [...(origin ?? []), ...(right ?? [])]) writeVarUint(encoder, number)
    if (!origin && !right) {
      writeVarUint(encoder, 1)
      writeVarString(encoder, root)
    }
    writeVarUint(encoder, 1)
    content(encoder)
  }
}
