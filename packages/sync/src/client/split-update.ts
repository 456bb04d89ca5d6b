import { createDecoder, type Decoder, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { readStruct, type Struct } from './read-struct.ts'

/** Clocks of one client from `from` up to, but not including, `to`. */
interface Range {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** A struct of one client: where it stands in the bytes, its clock, and how many there are from it on. */
interface Mark {
  readonly at: number
  readonly clock: number
  readonly left: number
}

/** The structs of one client in an update. */
interface Section {
  readonly client: number
  /** The clock after the last of them. */
  readonly end: number
  /** The first that is in no piece yet, or in the one that is being gathered. */
  start: Mark
  /** The first that is in no piece at all. */
  next: Mark
  /** What the update deletes of them, from the last to the first, as far as no piece says so yet. */
  readonly deletions: Range[]
}
type Sections = ReadonlyMap<number, Section>

/** Smaller updates are applied faster than anybody can tell. */
const largeBytes = 48_000
/** Structs in one piece: a few milliseconds of applying, on a slow phone too. */
const structsInPiece = 400

/** An update in pieces that are applied in no time; as it is where it is small, or holds what only Yjs can read. */
export function* piecesOf(update: Uint8Array): Generator<Uint8Array | null> {
  if (update.length < largeBytes) return yield update
  let pieces = 0
  try {
    for (const piece of splitUpdate(update, structsInPiece)) {
      if (piece) pieces += 1
      yield piece
    }
  } catch (error) {
    if (pieces > 0) throw error
    yield update
  }
}

/**
 * Splits an update in Yjs's first format into several that together say the same, each of `most` structs. Each builds
 * on nothing but those before it and what the whole builds on, and deletes of what it brings what the whole deletes.
 * Structs are copied as bytes: that costs a tenth of applying them.
 *
 * Answers null now and then while there is nothing to give out, so that the caller may rest. Throws before the first
 * piece where `readStruct` does.
 */
export function* splitUpdate(update: Uint8Array, most: number): Generator<Uint8Array<ArrayBuffer> | null> {
  const bytes = createDecoder(update)
  const sections = yield* findSections(bytes, most)
  const ofKnown = shareOut(readDeletions(bytes), sections)
  let count = 0
  const waiting: Section[] = []
  for (const section of sections.values()) {
    waiting.push(section)
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      if (top.next.left === 0) {
        waiting.pop()
        continue
      }
      bytes.pos = top.next.at
      const struct = readStruct(bytes)
      const first = neededFirst(struct, top, sections)
      if (first && !waiting.includes(first)) {
        waiting.push(first)
        continue
      }
      top.next = { at: bytes.pos, clock: top.next.clock + struct.length, left: top.next.left - 1 }
      if (top !== section) waiting.pop()
      count += 1
      if (count % most === 0) yield cut(bytes.arr, sections)
    }
  }
  if (count % most > 0) yield cut(bytes.arr, sections)
  for (let at = 0; at < ofKnown.length; at += most) yield onlyDeleting(ofKnown.slice(at, at + most))
}

/** Finds where the structs of each client begin and end; the decoder stands behind the last one then. */
function* findSections(bytes: Decoder, most: number): Generator<null, Sections> {
  const sections = new Map<number, Section>()
  for (let clients = readVarUint(bytes); clients > 0; clients -= 1) {
    const count = readVarUint(bytes)
    const client = readVarUint(bytes)
    const clock = readVarUint(bytes)
    const start = { at: bytes.pos, clock, left: count }
    let end = clock
    for (let left = count; left > 0; left -= 1) {
      end += readStruct(bytes).length
      if (left % (4 * most) === 0) yield null
    }
    sections.set(client, { client, end, start, next: start, deletions: [] })
  }
  return sections
}

/** Another client's section of which something has to come before this struct of `own`. */
function neededFirst(struct: Struct, own: Section, sections: Sections): Section | undefined {
  for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
    if (!id || id[0] === own.client) continue
    const other = sections.get(id[0])
    if (other && other.next.left > 0 && other.next.clock <= id[1] && id[1] < other.end) return other
  }
  return undefined
}

function readDeletions(bytes: Decoder): Range[] {
  const ranges: Range[] = []
  for (let clients = readVarUint(bytes); clients > 0; clients -= 1) {
    const client = readVarUint(bytes)
    for (let count = readVarUint(bytes); count > 0; count -= 1) {
      const from = readVarUint(bytes)
      ranges.push({ client, from, to: from + readVarUint(bytes) })
    }
  }
  return ranges
}

/** Gives each section the deletions among its structs, last first; the answer is those of other structs. */
function shareOut(deletions: Range[], sections: Sections): Range[] {
  const others: Range[] = []
  const add = (to: Range[], range: Range) => range.from < range.to && to.push(range)
  for (const range of deletions.sort((a, b) => b.from - a.from)) {
    const { client, from, to } = range
    const section = sections.get(client)
    if (!section) {
      others.push(range)
      continue
    }
    const { start, end } = section
    add(section.deletions, { client, from: Math.max(from, start.clock), to: Math.min(to, end) })
    add(others, { client, from, to: Math.min(to, start.clock) })
    add(others, { client, from: Math.max(from, end), to })
  }
  return others
}

/** What has been taken since the last piece, as an update of its own. */
function cut(bytes: Uint8Array, sections: Sections): Uint8Array<ArrayBuffer> {
  const touched = [...sections.values()].filter(({ start, next }) => next.left < start.left)
  const encoder = createEncoder()
  writeVarUint(encoder, touched.length)
  for (const { client, start, next } of touched) {
    writeVarUint(encoder, start.left - next.left)
    writeVarUint(encoder, client)
    writeVarUint(encoder, start.clock)
    writeUint8Array(encoder, bytes.subarray(start.at, next.at))
  }
  const deletions = touched.flatMap((section) => {
    section.start = section.next
    return takeDeletions(section)
  })
  return withDeletions(encoder, deletions)
}

/** What is deleted of a section's structs up to the next one; the rest is left for later pieces. */
function takeDeletions({ deletions, next: { clock } }: Section): Range[] {
  const taken: Range[] = []
  for (let range = deletions.at(-1); range && range.from < clock; range = deletions.at(-1)) {
    deletions.pop()
    taken.push({ ...range, to: Math.min(range.to, clock) })
    if (range.to > clock) deletions.push({ ...range, from: clock })
  }
  return taken
}

function onlyDeleting(deletions: readonly Range[]): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  return withDeletions(encoder, deletions)
}

function withDeletions(
  encoder: ReturnType<typeof createEncoder>,
  deletions: readonly Range[],
): Uint8Array<ArrayBuffer> {
  const byClient = new Map<number, Range[]>()
  for (const range of deletions) {
    const others = byClient.get(range.client)
    if (others) others.push(range)
    else byClient.set(range.client, [range])
  }
  writeVarUint(encoder, byClient.size)
  for (const [client, ranges] of byClient) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, ranges.length)
    for (const { from, to } of ranges.sort((a, b) => a.from - b.from)) {
      writeVarUint(encoder, from)
      writeVarUint(encoder, to - from)
    }
  }
  return toUint8Array(encoder)
}
