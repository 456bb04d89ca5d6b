import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { type Doc, decodeStateVector, encodeStateVector, findIndexSS, UpdateEncoderV1 } from 'yjs'
import { rest } from './rest.ts'

/** Structs written before looking at the clock. */
const structsAtOnce = 400

/**
 * The whole document as one update, like `encodeStateAsUpdate`, but written a few milliseconds at a time. The document
 * may change meanwhile: then this update together with those that the document emits from now on says everything.
 */
export async function encodeUnhurried(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  const ends = decodeStateVector(encodeStateVector(doc))
  const structs = createEncoder()
  const deletions = createEncoder()
  let restAt = await rest()
  writeVarUint(structs, ends.size)
  writeVarUint(deletions, ends.size)
  // As Yjs does it: with higher clients first, fewer items find another in their place.
  for (const [client, end] of [...ends].sort(([a], [b]) => b - a)) {
    const section = createSection(doc, client, end)
    while (section.writeSome()) if (performance.now() > restAt) restAt = await rest()
    section.finish(structs, deletions)
  }
  writeUint8Array(structs, toUint8Array(deletions))
  return toUint8Array(structs)
}

/** The structs of one client up to the clock `end`. Between two times these may have been cut, joined or deleted. */
function createSection(doc: Doc, client: number, end: number) {
  const all = () => doc.store.clients.get(client) ?? []
  const start = all()[0]?.id.clock ?? 0
  const body = new UpdateEncoderV1()
  const deleted: { from: number; to: number }[] = []
  let count = 0
  let clock = start

  function remember(from: number, to: number) {
    const last = deleted.at(-1)
    if (last?.to === from) last.to = to
    else deleted.push({ from, to })
  }

  return {
    /** Answers whether there is more. */
    writeSome(): boolean {
      const structs = all()
      let at = clock < end ? findIndexSS(structs, clock) : structs.length
      for (let left = structsAtOnce; left > 0 && clock < end; left -= 1) {
        const struct = structs[at]
        if (!struct) break
        struct.write(body, clock - struct.id.clock)
        const next = struct.id.clock + struct.length
        if (struct.deleted) remember(clock, next)
        clock = next
        count += 1
        at += 1
      }
      return clock < end
    },

    finish(structs: ReturnType<typeof createEncoder>, deletions: ReturnType<typeof createEncoder>) {
      writeVarUint(structs, count)
      writeVarUint(structs, client)
      writeVarUint(structs, start)
      writeUint8Array(structs, body.toUint8Array())
      writeVarUint(deletions, client)
      writeVarUint(deletions, deleted.length)
      for (const { from, to } of deleted) {
        writeVarUint(deletions, from)
        writeVarUint(deletions, to - from)
      }
    },
  }
}
