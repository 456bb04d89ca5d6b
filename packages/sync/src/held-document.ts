import type { StoredDocument } from '@vispera/storage'
import * as Y from 'yjs'
import { applyPlainly } from './apply-plainly.ts'
import type { Compacted } from './compactor.ts'
import { emptyUpdate, isEmptyUpdate, step2Frame, updateFrame } from './frames.ts'
import { scanUpdate } from './gate/scan-update.ts'
import { openRoots } from './open-roots.ts'
import type { CheckedRules } from './rules.ts'
import { SyncError } from './sync-error.ts'

/** A snapshot is worth its writing once the tail weighs as much, and never for less than this. */
const tailBytesWorthASnapshot = 256_000
const tailUpdatesWorthASnapshot = 500
const mostTailUpdates = 5000
const largeSnapshot = 500_000
const rememberedAnswers = 16

/**
 * One document in memory. The committed state is kept as bytes, exactly as stored, and is all that
 * anybody is ever sent. A live `Y.Doc` is made from it only where somebody writes or the server looks;
 * between `apply` and `commit` it is ahead of the bytes, otherwise they say the same.
 */
export function holdDocument(stored: StoredDocument, rules: CheckedRules, serverClient: () => number) {
  let { snapshot, tail, seq } = stored
  let tailBytes = totalLength(tail)
  let snapshotVector = snapshot ? vectorOf(snapshot) : new Map<number, number>()
  const vector = new Map(snapshotVector)
  for (const update of tail) advance(vector, update)
  let live: Y.Doc | null = null
  let isAhead = false
  let emitted: Uint8Array[] = []
  let answers = new Map<string, Uint8Array[]>()
  let mergedTail: Uint8Array | null = null

  /** The live document; made now if there is none. */
  function doc(): Y.Doc {
    live ??= build([])
    return live
  }

  function build(uncommitted: readonly Uint8Array[]): Y.Doc {
    const made = new Y.Doc()
    openRoots(made, rules.roots)
    try {
      applyPlainly(made, [...(snapshot ? [snapshot] : []), ...tail, ...uncommitted])
    } catch (error) {
      throw new SyncError('damaged', 'stored updates cannot be read', { cause: error })
    }
    if (hasPending(made)) throw new SyncError('damaged', 'stored updates do not fit together')
    // Only now: Yjs changes an id under which it sees updates arrive.
    made.clientID = serverClient()
    return made
  }

  const hear = (update: Uint8Array) => emitted.push(update)

  /**
   * Runs a change on the live document and answers the updates that it made. When it throws, or leaves
   * something that waits for what is not there, the live document is made anew from the committed
   * bytes and `uncommitted`, and the error is passed on. `known`: all that the change does is to apply this
   * update, so Yjs need not write it a second time; a change that does more calls `listen` before it ends.
   */
  function apply<T>(
    uncommitted: readonly Uint8Array[],
    change: (doc: Y.Doc, listen: () => void) => T,
    known: Uint8Array | null = null,
  ): { updates: readonly Uint8Array[]; value: T } {
    const target = doc()
    let isHeard = false
    const listen = () => {
      if (!isHeard) target.on('update', hear)
      isHeard = true
    }
    emitted = []
    if (!known) listen()
    try {
      const value = change(target, listen)
      if (hasPending(target)) throw new Error('the update waits for something that is not there')
      const updates = known && !isHeard ? [known] : emitted
      if (updates.length > 0) isAhead = true
      return { updates, value }
    } catch (error) {
      letGo()
      live = build(uncommitted)
      isAhead = uncommitted.length > 0
      throw error
    } finally {
      if (isHeard) target.off('update', hear)
      emitted = []
    }
  }

  /** What was applied is durable up to `newSeq`. */
  function commit(updates: readonly Uint8Array[], newSeq: number) {
    keep(updates, newSeq)
    isAhead = false
  }

  /** What was applied is durable, and has been taken from the log. */
  function settled() {
    isAhead = false
  }

  /**
   * Takes what another machine has committed. `isClash`: what is applied here and not committed yet was written
   * under a client id of theirs; whose words count is the order of the log, so the live document is made anew.
   */
  function take(updates: readonly Uint8Array[], newSeq: number, isClash: boolean) {
    if (isClash) letGo()
    if (live) {
      applyPlainly(live, updates)
      if (hasPending(live)) throw new SyncError('damaged', 'updates of another machine do not fit')
    }
    keep(updates, newSeq)
  }

  function keep(updates: readonly Uint8Array[], newSeq: number) {
    for (const update of updates) advance(vector, update)
    tail.push(...updates)
    tailBytes += totalLength(updates)
    seq = newSeq
    forgetAnswers()
  }

  function forgetAnswers() {
    answers = new Map()
    mergedTail = null
  }

  /** The frames that bring a client that knows `known` to the committed state; the last is its SyncStep2. */
  function answer(known: Uint8Array): Uint8Array[] {
    const key = Buffer.from(known).toString('latin1')
    const remembered = answers.get(key)
    if (remembered) return remembered
    const frames = makeAnswer(known)
    if (answers.size < rememberedAnswers) answers.set(key, frames)
    return frames
  }

  function makeAnswer(known: Uint8Array): Uint8Array[] {
    const isNewcomer = known.length <= 1
    if (!snapshot || !isNewcomer) return [step2Frame(missingFrom(known))]
    if (tail.length === 0) return [step2Frame(snapshot)]
    // Scripts look at the document when it is synced, so a SyncStep2 comes last and leaves nothing out. A
    // large snapshot is not worth merging for that: it goes ahead as an update.
    if (snapshot.length < largeSnapshot) return [step2Frame(missingFrom(known))]
    return [updateFrame(snapshot), step2Frame(tailAsOne())]
  }

  function missingFrom(known: Uint8Array): Uint8Array {
    if (live && !isAhead) return Y.encodeStateAsUpdate(live, known)
    const isNewcomer = known.length <= 1
    if (!snapshot && isNewcomer) return tailAsOne()
    const parts = snapshot ? [snapshot, ...tail] : tail
    // Of what somebody has already only the deletions are said again: a state vector does not tell about them.
    const lacking = isNewcomer ? parts : parts.map((part) => Y.diffUpdate(part, known))
    const rest = lacking.filter((part) => !isEmptyUpdate(part))
    return rest.length === 0 ? emptyUpdate : Y.mergeUpdates(rest)
  }

  function tailAsOne(): Uint8Array {
    if (live && !isAhead) mergedTail ??= Y.encodeStateAsUpdate(live, Y.encodeStateVector(snapshotVector))
    mergedTail ??= tail.length === 0 ? emptyUpdate : Y.mergeUpdates(tail)
    return mergedTail
  }

  /** The store has replaced the log up to `made.seq` by this snapshot. */
  function compacted(made: Compacted & { readonly seq: number }) {
    const after = seq - made.seq
    // A newer snapshot stands already.
    if (after > tail.length) return
    tail = tail.slice(tail.length - after)
    snapshot = made.bytes
    snapshotVector = Y.decodeStateVector(made.vector)
    tailBytes = totalLength(tail)
    forgetAnswers()
  }

  /** What was committed here since `before` was the committed state, for those who have that. */
  function since(before: HeldDocument): readonly Uint8Array[] {
    const missed = seq - before.seq()
    if (missed <= 0) return []
    return missed <= tail.length ? tail.slice(-missed) : [missingFrom(before.vector())]
  }

  function isWorthASnapshot(): boolean {
    const enough = Math.max(tailBytesWorthASnapshot, snapshot?.length ?? 0)
    if (tailBytes > enough || tail.length > mostTailUpdates) return true
    return tail.length > tailUpdatesWorthASnapshot && tailBytes * 4 > (snapshot?.length ?? 0)
  }

  function letGo() {
    live?.destroy()
    live = null
    isAhead = false
    emitted = []
  }

  return {
    doc,
    apply,
    commit,
    settled,
    take,
    answer,
    since,
    /** Nobody writes: keeps nothing but the bytes. */
    rest() {
      if (!isAhead) letGo()
      forgetAnswers()
    },
    /** How many updates the change under way has made so far. */
    changesSeen: () => emitted.length,
    compacted,
    isWorthASnapshot,
    letGo,
    /** All that is committed, as it is kept. */
    parts: (): readonly Uint8Array[] => (snapshot ? [snapshot, ...tail] : [...tail]),
    /** The live document as one update; `null` when there is none, or when it is ahead. */
    liveBytes: () => (live && !isAhead ? Y.encodeStateAsUpdate(live) : null),
    vector: () => Y.encodeStateVector(vector),
    seq: () => seq,
    /** The committed updates after number `after`, as far as the log still has them. */
    tailAfter: (after: number) => tail.slice(Math.max(0, tail.length - (seq - after))),
    bytes: () => (snapshot?.length ?? 0) + tailBytes,
    tailLength: () => tail.length,
    isLive: () => live !== null,
  }
}

export interface HeldDocument extends ReturnType<typeof holdDocument> {}

function advance(vector: Map<number, number>, update: Uint8Array) {
  for (const [client, clock] of endsIn(update)) {
    // The same may stand twice in a log, when it came to two machines.
    if (clock > (vector.get(client) ?? 0)) vector.set(client, clock)
  }
}

const noLimits = { maxStructs: Infinity, maxStringBytes: Infinity, maxDepth: 1000 }

/** Where every client id begins and ends; `null` when that takes Yjs, which makes every struct for it. */
function extentsIn(update: Uint8Array) {
  try {
    return [...scanUpdate(update, noLimits)]
  } catch {
    return null // holds what no client may write
  }
}

const endsIn = (update: Uint8Array): Iterable<[number, number]> =>
  extentsIn(update)?.map(([client, { end }]) => [client, end]) ?? Y.parseUpdateMeta(update).to

/** Where every client id ends in a stored snapshot. */
function vectorOf(snapshot: Uint8Array): Map<number, number> {
  const extents = extentsIn(snapshot)
  if (extents?.every(([, { begin }]) => begin === 0))
    return new Map(extents.map(([client, { end }]) => [client, end]))
  return Y.decodeStateVector(Y.encodeStateVectorFromUpdate(snapshot))
}

const hasPending = (doc: Y.Doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null

const totalLength = (parts: readonly Uint8Array[]) => parts.reduce((sum, part) => sum + part.length, 0)
