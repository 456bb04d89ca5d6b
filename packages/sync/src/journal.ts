import type { RecordChange, Store } from '@vispera/storage'
import { parseUpdateMeta } from 'yjs'
import type { Clock } from './clock.ts'
import type { Desk } from './desk.ts'
import type { Batch } from './node-messages.ts'
import type { Turn } from './turn.ts'

/** Two machines commit within milliseconds of each other: what seems missing is mostly on its way. */
const gapMs = 15
const retryMs = 1000
/** Batches kept while a document loads or something before them is missing; the log has them all. */
const mostKept = 1000

export interface JournalSurroundings {
  readonly store: Store
  readonly clock: Clock
  /** Other machines may write the same document. */
  readonly isShared: boolean
  load(): Promise<Desk>
  /** What is worked on now; `null` before it is loaded and once the room has ended. */
  desk(): Desk | null
  /** Another document is on the desk from now on. */
  lay(desk: Desk): void
  /** Committed, and to be told to everybody here. */
  tell(updates: readonly Uint8Array[], isOwn: boolean): void
  /** Committed here, and to be told to other machines. */
  publish(batch: Batch): void
  /** The document was set back: nobody's copy fits it any more. */
  setBack(): void
  /** The document was deleted under this room. */
  deleted(): void
  /** `reload` is to be called between two turns. */
  wantsReload(): void
}

/**
 * A room and the log of its document, in which other machines may write too. Whatever is committed is taken
 * in the order of its numbers and told to everybody, once; what was missed is fetched.
 */
export function createJournal(name: string, around: JournalSurroundings) {
  const { store, clock } = around
  let inFlight: readonly Uint8Array[] = []
  let isReloading = false
  let kept = new Map<number, Batch>()
  let cancelLook: (() => void) | null = null
  let isLooking = false

  /** Commits what a turn has made; rejects when it may not have happened. */
  async function commit(turn: Turn): Promise<void> {
    const desk = onDesk()
    inFlight = turn.updates
    try {
      const reached = await append(turn, desk)
      const claimed = desk.owners.claimedIn(turn.claims)
      const first = reached - turn.updates.length + 1
      around.publish({ generation: desk.generation, first, updates: turn.updates, claimed })
      await settle(desk, turn.updates, reached)
    } finally {
      inFlight = []
    }
    takeKept()
  }

  async function append({ updates, claims }: Turn, desk: Desk): Promise<number> {
    const batch = {
      updates: updates.map((update) => ({ document: name, update })),
      // Whatever was deleted or set back behind our back, nothing made on what it was before gets into it.
      onto: [{ document: name, generation: desk.generation, seq: desk.document.seq() }],
    }
    const append = async (records: readonly RecordChange[]) =>
      (await store.append({ ...batch, records })).get(name)
    try {
      return (await append(claims)) ?? 0
    } catch (error) {
      if (!around.isShared || claims.length === 0) throw error
      // Somebody may have come to another machine with the same new id at the same moment.
      const { left, lost } = await desk.owners.contested(claims)
      if (lost || left.length === claims.length) throw error
      return (await append(left)) ?? 0
    }
  }

  /** Own updates have got the numbers up to `reached`. */
  async function settle({ document }: Desk, updates: readonly Uint8Array[], reached: number) {
    const before = reached - updates.length
    if (document.seq() === before) {
      document.commit(updates, reached)
      around.tell(updates, true)
      return
    }
    if (document.seq() < reached) await catchUp()
    if (document.seq() < reached) throw new Error('the log ends before what was just written')
    document.settled()
  }

  /** Another machine has committed. */
  function hear(batch: Batch) {
    const desk = around.desk()
    if (!desk || isReloading) return keep(batch)
    if (batch.generation !== desk.generation) return around.wantsReload()
    const seq = desk.document.seq()
    const last = batch.first + batch.updates.length - 1
    if (last <= seq) return
    if (batch.first > seq + 1 || batch.isCutOff) {
      if (!batch.isCutOff) keep(batch)
      return lookSoon(gapMs)
    }
    desk.owners.learn(batch.claimed)
    take(desk, batch.updates.slice(seq + 1 - batch.first), last)
    takeKept()
  }

  function keep(batch: Batch) {
    if (kept.size < mostKept) kept.set(batch.first, batch)
  }

  /** What waited for something before it may follow now. */
  function takeKept() {
    if (kept.size === 0) return
    const waiting = [...kept.values()].sort((a, b) => a.first - b.first)
    kept = new Map()
    for (const batch of waiting) hear(batch)
  }

  function take(desk: Desk, updates: readonly Uint8Array[], last: number) {
    const foreign = updates.filter((update) => !inFlight.some((own) => isSame(own, update)))
    try {
      desk.document.take(updates, last, shareClient(foreign, inFlight))
    } catch {
      return around.wantsReload()
    }
    around.tell(updates, foreign.length === 0)
  }

  function lookSoon(ms: number) {
    cancelLook ??= clock.after(ms, () => {
      cancelLook = null
      if (inFlight.length > 0) lookSoon(gapMs)
      else if (around.desk()) catchUp().then(takeKept, () => lookSoon(retryMs))
    })
  }

  /** Takes everything that was committed before this was asked. Rejects when the store does not answer. */
  async function catchUp(): Promise<void> {
    const desk = around.desk()
    if (!desk || isReloading) return
    const isOver = () => isReloading || around.desk() !== desk
    const log = await store.since(name, desk.document.seq())
    if (isOver()) return
    if (!log) return around.wantsReload()
    const isKnown = (update: Uint8Array) => clientsIn([update]).every(desk.owners.isKnown)
    if (!log.updates.every(({ bytes }) => isKnown(bytes))) await desk.owners.refresh()
    if (isOver()) return
    const news = log.updates.filter(({ seq }) => seq > desk.document.seq())
    if (news.length === 0) return
    take(
      desk,
      news.map(({ bytes }) => bytes),
      log.seq,
    )
  }

  /** Goes back to what is stored, whatever that is, and tells everybody what they lack. */
  async function reload(): Promise<void> {
    const before = onDesk()
    before.document.letGo()
    isReloading = true
    try {
      const after = await around.load()
      if (!around.desk()) return
      around.lay(after)
      if (after.document.seq() === 0 && before.document.seq() > 0) return around.deleted()
      const isBack = after.generation !== before.generation || after.document.seq() < before.document.seq()
      if (isBack) return around.setBack()
      const unheard = after.document.since(before.document)
      if (unheard.length > 0) around.tell(unheard, false)
    } finally {
      isReloading = false
    }
    takeKept()
  }

  function onDesk(): Desk {
    const desk = around.desk()
    if (!desk) throw new Error(`${name} is not loaded`)
    return desk
  }

  /** Looks whether anything was missed; once at a time, however slow the store is. */
  function look() {
    if (isLooking) return
    isLooking = true
    catchUp()
      .catch(() => {})
      .finally(() => {
        isLooking = false
      })
  }

  return { commit, hear, takeKept, catchUp, look, reload, stop: () => cancelLook?.() }
}

export type Journal = ReturnType<typeof createJournal>

/** Whether both hold something that was written under the same client id. */
function shareClient(some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean {
  if (some.length === 0 || others.length === 0) return false
  const clients = new Set(clientsIn(others))
  return clientsIn(some).some((client) => clients.has(client))
}

const clientsIn = (updates: readonly Uint8Array[]) =>
  updates.flatMap((update) => [...parseUpdateMeta(update).to.keys()])

const isSame = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, index) => byte === other[index])
