import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/** From which clock on the structs of a client are written again, and as whose. */
interface Move {
  readonly from: number
  readonly client: number
}
type Moves = ReadonlyMap<number, Move>
type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/**
 * What a copy holds that is not in `known` (a state vector), as an update under new client ids: for a copy that
 * belongs to another participant, whose ids nobody else may write under (PROTOCOL.md, P84). Words, their places and
 * what they build on stay what they are; only who wrote them is new. `null` when there is nothing.
 */
export function rewriteUnsent(
  copy: Uint8Array,
  known: Uint8Array,
  newClient: () => number = () => Math.floor(Math.random() * 2 ** 32),
): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(Y.diffUpdate(copy, known))
  const moves = new Map<number, Move>()
  const moved = new Map<number, Struct[]>()
  for (const { id } of structs) {
    if (!moves.has(id.client)) moves.set(id.client, { from: id.clock, client: newClient() })
  }
  for (const struct of structs) {
    const to = idIn(moves, struct.id)
    rewrite(struct, moves)
    moved.set(to.client, [...(moved.get(to.client) ?? []), struct])
  }
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.flatMap(({ clock, len }) => rangesIn(moves, client, clock, len)),
  )
  if (moved.size === 0 && deletions.length === 0) return null
  return encode(moved, deletions)
}

function idIn(moves: Moves, id: Y.ID): Y.ID {
  const move = moves.get(id.client)
  return move && id.clock >= move.from ? Y.createID(move.client, id.clock - move.from) : id
}

function rewrite(struct: Struct, moves: Moves): void {
  struct.id = idIn(moves, struct.id)
  if (!(struct instanceof Y.Item)) return
  if (struct.origin) struct.origin = idIn(moves, struct.origin)
  if (struct.rightOrigin) struct.rightOrigin = idIn(moves, struct.rightOrigin)
  if (struct.parent instanceof Y.ID) struct.parent = idIn(moves, struct.parent)
}

interface Range {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** A range of deletions, in two where it begins before what is moved. */
function rangesIn(moves: Moves, client: number, clock: number, length: number): Range[] {
  const move = moves.get(client)
  if (!move) return [{ client, clock, length }]
  const before = Math.max(0, Math.min(length, move.from - clock))
  const kept = { client, clock, length: before }
  const after = { client: move.client, clock: clock + before - move.from, length: length - before }
  return [kept, after].filter((range) => range.length > 0)
}

function encode(moved: ReadonlyMap<number, readonly Struct[]>, deletions: readonly Range[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  writeVarUint(encoder.restEncoder, moved.size)
  // Yjs writes the highest client first, and reads them in any order.
  for (const [client, structs] of moved) {
    writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(client)
    writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0)
    for (const struct of structs) struct.write(encoder, 0)
  }
  const byClient = new Map<number, Range[]>()
  for (const range of deletions) byClient.set(range.client, [...(byClient.get(range.client) ?? []), range])
  writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, ranges] of byClient) {
    encoder.resetDsCurVal()
    writeVarUint(encoder.restEncoder, client)
    writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(length)
    }
  }
  return encoder.toUint8Array()
}
