import type { Store, StoredDocument } from '@vispera/storage'
import type { Clock } from './clock.ts'
import { closeCodes } from './close-codes.ts'
import type { Connection } from './connection.ts'
import { createFanOut, type Listener } from './fan-out.ts'
import { type HeldDocument, holdDocument } from './held-document.ts'
import type { SyncFrame } from './inbox.ts'
import { createMember, type RoomMember, type Surroundings, shorten } from './member.ts'
import type { Opening } from './opening.ts'
import { loadOwners, type Owners } from './owners.ts'
import { createPresence } from './presence.ts'
import { isStale, missedSince } from './resume.ts'
import type { CheckedRules } from './rules.ts'
import type { Session } from './session.ts'
import { SyncError } from './sync-error.ts'
import { newTurn, type OwnWork, type Turn, takeChange, takeFrame, takeLook } from './turn.ts'

export interface RoomSurroundings {
  readonly store: Store
  readonly clock: Clock
  readonly random: () => number
  readonly rules: CheckedRules
  readonly idleMs: number
  readonly loadTimeoutMs: number
  report(kind: RoomIncident, reason: string, participant?: string): void
  committed(updates: number): void
  /** Nothing of the room is left in memory; a new one may be opened. */
  gone(): void
}

export type RoomIncident =
  | 'update-refused'
  | 'load-failed'
  | 'append-failed'
  | 'compaction-failed'
  | 'room-failed'
  /** Something in a client's update was taken back by the rules' check, or the check itself failed. */
  | 'change-taken-back'
  | 'check-failed'

type Work =
  | { readonly kind: 'frame'; readonly member: RoomMember; readonly frame: SyncFrame }
  | { readonly kind: 'change' | 'look'; readonly own: OwnWork }

/** The longest that a turn works before it commits and lets others have the processor. */
const turnMs = 8
/** After a commit that failed, clients' updates wait this long for the next attempt. */
const retryMs = 1000

/**
 * One open document: its people, and the one loop through which everything that touches it passes, in
 * order. Take what waits, gate and apply it, commit it, tell everybody: nobody hears of anything that
 * is not on disk, and whatever fails is undone before the next turn.
 */
export function openRoom(name: string, around: RoomSurroundings) {
  const { store, clock, rules } = around
  const members = new Set<RoomMember>()
  const listeners = new Set<Listener>()
  const presence = createPresence(clock, (client) => desk?.owners.of(client))
  const fanOut = createFanOut(clock, listeners, presence, () => desk?.document.seq() ?? 0)
  let desk: { document: HeldDocument; owners: Owners; rules: CheckedRules; generation: number } | null = null
  const waiting: Work[] = []
  let isRunning = false
  let end: { readonly code: number; readonly reason: string; readonly error: unknown } | null = null
  let compacting = 0
  let retryAt = 0
  let arriving = 0
  let wroteAt = clock.now()
  const whenQuiet: (() => void)[] = []
  let cancelIdle = () => {}

  const opened = load().then(
    (loaded) => {
      desk = loaded
      run()
    },
    (error: unknown) => fail('load-failed', error),
  )

  // ---- opening and closing -------------------------------------------------------------------

  async function load() {
    const [stored, owners] = await inTime(Promise.all([store.load(name), loadOwners(store, name)]))
    const serverClient = owners.serverClient() ?? Math.floor(around.random() * 2 ** 32)
    return { document: hold(stored, serverClient), owners, rules, generation: stored.generation }
  }

  function hold(stored: StoredDocument, serverClient: number): HeldDocument {
    try {
      return holdDocument(stored, rules, () => serverClient)
    } catch (error) {
      throw new SyncError('damaged', 'what is stored is no document', { cause: error })
    }
  }

  function inTime<T>(loading: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(around.loadTimeoutMs, () =>
        reject(new SyncError('unanswered', 'storage does not answer')),
      )
      loading.then(resolve, reject).finally(cancel)
    })
  }

  /** The document cannot be served: everybody is told, and nothing is ever saved from here. */
  function fail(kind: RoomIncident, error: unknown) {
    around.report(kind, messageOf(error))
    destroy(closeCodes.unavailable, `this document cannot be read: ${messageOf(error)}`, error)
  }

  function destroy(code: number, reason: string, cause?: unknown) {
    if (end) return
    const error = cause ?? new SyncError(code === closeCodes.wiped ? 'wiped' : 'closed', reason)
    end = { code, reason, error }
    cancelIdle()
    for (const member of [...members]) member.expel(code, reason)
    for (const work of waiting.splice(0)) if (work.kind !== 'frame') work.own.settle(error)
    desk?.document.letGo()
    if (!isRunning) for (const tell of whenQuiet.splice(0)) tell()
    around.gone()
  }

  // ---- people --------------------------------------------------------------------------------

  const surroundings: Surroundings = {
    clock,
    listeners,
    presence,
    vector: () => onDesk().document.vector(),
    answer: (known) => tell((document) => document.answer(known)) ?? [],
    standing: () => ({ generation: onDesk().generation, reached: onDesk().document.seq() }),
    missedSince: (after) => tell((document) => missedSince(document, after)),
    submit: (member, frame) => put({ kind: 'frame', member, frame }),
    tellPresence: fanOut.tellPresence,
    left: (member) => {
      members.delete(member)
      retireSoon()
    },
    refused: (member, reason) => around.report('update-refused', reason, member.session.participant),
  }

  /**
   * What brings somebody up to date. Stored bytes that break only now close this document: thrown from here,
   * they would end the whole process.
   */
  function tell<T>(of: (document: HeldDocument) => T): T | null {
    try {
      return of(onDesk().document)
    } catch (error) {
      fail('load-failed', new SyncError('damaged', 'stored updates cannot be read', { cause: error }))
      return null
    }
  }

  /** Resolves once the document is loaded; closes the connection and answers `null` if it cannot be. */
  async function join(
    connection: Connection,
    session: Session,
    opening: Opening | null,
  ): Promise<RoomMember | null> {
    arriving += 1
    await opened
    const isOld = !end && opening !== null && (await isStale(opening, name, onDesk(), store))
    arriving -= 1
    const closed = end ?? (isOld ? { code: closeCodes.stale, reason: 'this document was set back' } : null)
    if (closed) {
      connection.close(closed.code, closed.reason)
      retireSoon()
      return null
    }
    const member = createMember(connection, session, surroundings)
    members.add(member)
    member.start(opening)
    return member
  }

  // ---- work ----------------------------------------------------------------------------------

  function put(work: Work) {
    if (end && work.kind !== 'frame') return work.own.settle(end.error)
    waiting.push(work)
    run()
  }

  function run() {
    if (isRunning || !desk || end) return
    isRunning = true
    turns().catch((error: unknown) => {
      // A mistake of ours, or a connection that throws: this room starts afresh, the others live on.
      isRunning = false
      fail('room-failed', error)
    })
  }

  async function turns() {
    for (;;) {
      const turn = takeTurn()
      if (!turn) break
      if (turn.updates.length > 0 && !(await commit(turn))) continue
      tellSenders(turn)
      for (const change of turn.changes) change.settle(null)
      if (onDesk().document.isWorthASnapshot()) void compact()
    }
    // In the same breath as the last look at what waits, or work that comes in now would lie there.
    isRunning = false
    for (const tell of whenQuiet.splice(0)) tell()
    retireSoon()
  }

  function tellSenders({ outcomes }: Turn) {
    for (const { member, frame, isTaken } of outcomes) {
      if (isTaken) member.took(frame)
      else member.couldNotTake(frame)
    }
    for (const { member } of outcomes) member.acknowledge()
  }

  function takeTurn(): Turn | null {
    const turn = newTurn()
    const until = clock.now() + turnMs
    let isEmpty = true
    do {
      const work = end ? null : nextWork(turn)
      if (!work) break
      isEmpty = false
      if (work.kind === 'frame') takeFrame(turn, onDesk(), work.member, work.frame)
      else if (work.kind === 'change') takeChange(turn, onDesk(), work.own)
      else takeLook(onDesk(), work.own)
    } while (clock.now() < until)
    return isEmpty ? null : turn
  }

  function nextWork(turn: Turn): Work | null {
    const isPaused = clock.now() < retryAt
    const index = isPaused ? waiting.findIndex(({ kind }) => kind !== 'frame') : 0
    const next = waiting[index]
    // Whoever looks sees committed state: not before this turn's updates are.
    if (!next || (next.kind === 'look' && turn.updates.length > 0)) return null
    waiting.splice(index, 1)
    return next
  }

  async function commit(turn: Turn): Promise<boolean> {
    const updates = turn.updates.map((update) => ({ document: name, update }))
    try {
      const reached = await store.append({ updates, records: turn.claims })
      onDesk().document.commit(turn.updates, reached.get(name) ?? 0)
    } catch (error) {
      await rollBack(turn, error)
      return false
    }
    wroteAt = clock.now()
    around.committed(turn.updates.length)
    for (const { kind, reason, participant } of turn.remarks) around.report(kind, reason, participant)
    fanOut.tellUpdates(turn.updates)
    return true
  }

  /** Nothing of this turn has happened: its authors are told, and the room goes back to what is stored. */
  async function rollBack(turn: Turn, error: unknown) {
    around.report('append-failed', messageOf(error))
    retryAt = clock.now() + retryMs
    clock.after(retryMs, run)
    const [code, why] = isFull(error)
      ? [closeCodes.full, 'full or read-only']
      : [closeCodes.unavailable, 'not working']
    for (const author of turn.authors) author.expel(code, `not saved: storage is ${why}`)
    for (const change of turn.changes) change.settle(error)
    try {
      const before = onDesk().document
      before.letGo()
      desk = await load()
      // A commit that failed may have reached the disk all the same; then it has happened.
      const unheard = desk.document.tailAfter(before.seq())
      if (unheard.length > 0) fanOut.tellUpdates(unheard)
      // The authors are gone; the others had sent nothing that needed a commit.
      tellSenders(turn)
    } catch (loadError) {
      fail('load-failed', loadError)
    }
  }

  // ---- tidying -------------------------------------------------------------------------------

  async function compact() {
    if (compacting > 0 || end) return
    try {
      await replaceStored('compact', onDesk().document)
    } catch (error) {
      around.report('compaction-failed', messageOf(error))
    }
  }

  /** Takes what was deleted out of memory and storage, earlier generations included. */
  async function purge(): Promise<void> {
    await opened
    return new Promise((resolve, reject) => {
      let purging = Promise.resolve()
      const run = () => {
        purging = replaceStored('purge', onDesk().document)
      }
      put({
        kind: 'look',
        own: { run, settle: (error) => (error === null ? purging.then(resolve, reject) : reject(error)) },
      })
    })
  }

  /** The store does one after the other in the order asked, so a later snapshot always wins. */
  async function replaceStored(how: 'compact' | 'purge', document: HeldDocument) {
    compacting += 1
    try {
      const snapshot = document.snapshotNow()
      await store[how](name, snapshot)
      document.compacted(snapshot)
    } finally {
      compacting -= 1
      retireSoon()
    }
  }

  const isIdle = () =>
    members.size === 0 && arriving === 0 && waiting.length === 0 && !isRunning && compacting === 0

  function retireSoon() {
    cancelIdle()
    if (isIdle() && !end) cancelIdle = clock.after(around.idleMs, () => void retire())
  }

  /** Lets an idle room go. From the last look at `isIdle` to `gone` nothing can come in between. */
  async function retire() {
    if (!isIdle() || end) return
    if (desk && desk.document.tailLength() > 0) await compact()
    if (isIdle()) destroy(closeCodes.restarting, 'this document was let go')
  }

  /** Resolves when nothing waits and nothing is being committed any more, with no pause for retries. */
  async function finish() {
    retryAt = 0
    run()
    const isQuiet = !isRunning && (waiting.length === 0 || end)
    if (!isQuiet) await new Promise<void>((resolve) => whenQuiet.push(resolve))
  }

  function tick() {
    for (const member of members) member.tick()
    presence.forgetLongGone()
    const isQuiet = !isRunning && waiting.length === 0 && clock.now() - wroteAt > 10 * around.idleMs
    if (isQuiet && compacting === 0) desk?.document.letGo()
  }

  function onDesk() {
    if (!desk) throw new Error(`${name} is not loaded`)
    return desk
  }

  /** What the app answers about sessions may have changed: who may write, who is seen. */
  function reconsider() {
    for (const member of members) member.reconsider()
    const hidden = presence.reconsider()
    if (hidden.length > 0) fanOut.tellPresence(hidden)
  }

  return {
    join,
    reconsider,
    members: (): Iterable<RoomMember> => members,
    isLive: () => desk?.document.isLive() ?? false,
    waiting: () => waiting.length,
    own: (kind: 'change' | 'look', own: OwnWork) => put({ kind, own }),
    purge,
    finish,
    tick,
    destroy,
  }
}

export type Room = ReturnType<typeof openRoom>

const messageOf = (error: unknown) => shorten(error instanceof Error ? error.message : String(error))

/** The two reasons of the store after which nothing can be saved though all is well otherwise. */
function isFull(error: unknown): boolean {
  return (
    error instanceof Error && 'reason' in error && (error.reason === 'full' || error.reason === 'read-only')
  )
}
