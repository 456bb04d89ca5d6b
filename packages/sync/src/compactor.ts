import * as Y from 'yjs'
import { applyPlainly } from './apply-plainly.ts'
import { openRoots } from './open-roots.ts'
import type { RootType } from './rules.ts'

/**
 * The heavy work on whole documents. A server hands one in that does it beside its event loop; what is asked
 * and answered is plain data, so that it can travel to a thread and back.
 */
export interface Compactor {
  compact(job: CompactJob): Promise<Compacted>
  compare(job: CompareJob): Promise<boolean>
}

export interface CompactJob {
  /** A document: a snapshot and the updates after it, or updates alone. */
  readonly parts: readonly Uint8Array[]
  /** What they reach, as a state vector. */
  readonly vector: Uint8Array
  readonly roots: Readonly<Record<string, RootType>>
}

/** A document as one update, without the words that were deleted. */
export interface Compacted {
  readonly bytes: Uint8Array
  readonly vector: Uint8Array
}

export interface CompareJob {
  /** One document, as it is known in several places. */
  readonly versions: readonly (readonly Uint8Array[])[]
  readonly roots: Readonly<Record<string, RootType>>
}

/** Does the work at once, wherever it is called: in a worker, in tests, in tools. */
export const inlineCompactor: Compactor = {
  compact: async (job) => compactNow(job),
  compare: async (job) => compareNow(job),
}

/** Makes a snapshot and reads it back: it replaces a log, so nothing may rest on belief. */
function compactNow({ parts, vector, roots }: CompactJob): Compacted {
  const doc = docOf(parts, roots)
  const bytes = Y.encodeStateAsUpdate(doc)
  const reached = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(bytes))
  for (const [client, clock] of Y.decodeStateVector(vector)) {
    if (reached.get(client) !== clock) throw new Error('a snapshot lacks what the log has')
  }
  if (contentOf(docOf([bytes], roots), roots) !== contentOf(doc, roots)) {
    throw new Error('a snapshot does not say what the log says')
  }
  return { bytes, vector: Y.encodeStateVector(reached) }
}

function compareNow({ versions, roots }: CompareJob): boolean {
  const [first, ...others] = versions.map((parts) => {
    const doc = docOf(parts, roots)
    return [contentOf(doc, roots), clocksOf(doc)].join('\n')
  })
  return others.every((other) => other === first)
}

function docOf(parts: readonly Uint8Array[], roots: CompactJob['roots']): Y.Doc {
  const doc = new Y.Doc()
  openRoots(doc, roots)
  applyPlainly(doc, parts)
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('stored updates do not fit together')
  return doc
}

const clocksOf = (doc: Y.Doc) =>
  JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b))

/** All that anybody can see in a document, always in the same order. */
function contentOf(doc: Y.Doc, roots: CompactJob['roots']): string {
  return JSON.stringify(
    Object.keys(roots)
      .sort()
      .map((name) => [name, plain(doc.share.get(name))]),
  )
}

function plain(value: unknown): unknown {
  if (value instanceof Y.Text) return piecesOf(value)
  if (value instanceof Y.Array) return value.toArray().map(plain)
  if (value instanceof Y.Map) {
    return [...value.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)])
  }
  return value === undefined ? 'undefined' : { value }
}

/** The words with their formats; equal formats beside each other are one, however the items were cut. */
function piecesOf(text: Y.Text): [string, string][] {
  const pieces: [string, string][] = []
  for (const { insert, attributes = {} } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
    const format = JSON.stringify(Object.entries(attributes).sort())
    const last = pieces.at(-1)
    if (last?.[1] === format) last[0] += String(insert)
    else pieces.push([String(insert), format])
  }
  return pieces
}
