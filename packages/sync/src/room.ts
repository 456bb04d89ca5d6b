import type { Bus, Store } from '@vispera/storage'
import type { Clock } from './clock.ts'
import { closeCodes } from './close-codes.ts'
import type { Compactor } from './compactor.ts'
import type { Connection } from './connection.ts'
import { type Desk, loadDesk } from './desk.ts'
import { createFanOut, type Listener } from './fan-out.ts'
import type { HeldDocument } from './held-document.ts'
import { createJournal } from './journal.ts'
import { createLoop } from './loop.ts'
import { createMember, type RoomMember, type Surroundings, shorten } from './member.ts'
import { alone, meetNeighbours, type Neighbours } from './neighbours.ts'
import type { Opening } from './opening.ts'
import { createPresence } from './presence.ts'
import { isStale, missedSince } from './resume.ts'
import type { CheckedRules } from './rules.ts'
import type { Session } from './session.ts'
import { SyncError } from './sync-error.ts'
import type { OwnWork } from './turn.ts'
import { createUpkeep } from './upkeep.ts'

export interface RoomSurroundings {
  readonly store: Store
  /** To the same document on other machines; `null` on a machine that is alone. */
  readonly bus: Bus | null
  readonly node: string
  readonly compactor: Compactor
  readonly clock: Clock
  readonly random: () => number
  readonly rules: CheckedRules
  readonly idleMs: number
  readonly loadTimeoutMs: number
  report(kind: RoomIncident, reason: string, participant?: string): void
  /** Updates of this room have been committed. */
  committed(updates: number): void
  /** Updates have been told to everybody, so long after the first of them was received. */
  relayed(ms: number): void
  /** Updates that another machine committed have been taken. */
  heard(): void
  /** What memory says of the document is over on all machines. */
  setBack(): void
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
  /** Memory and log said different things, or the log could not be looked at. */
  | 'scrub-failed'

/**
 * One open document: its people, and what belongs to it: the loop through which everything that changes it
 * here passes (`loop.ts`), its log (`journal.ts`), its upkeep, and the same room on other machines.
 */
export function openRoom(name: string, around: RoomSurroundings) {
  const { store, bus, clock } = around
  const members = new Set<RoomMember>()
  const listeners = new Set<Listener>()
  let desk: Desk | null = null
  let end: { readonly code: number; readonly reason: string; readonly error: unknown } | null = null
  let arriving = 0
  let cancelIdle = () => {}

  const presence = createPresence(clock, (client) => desk?.owners.of(client))
  const fanOut = createFanOut(clock, listeners, presence, () => desk?.document.seq() ?? 0, around.relayed)
  const deskNow = () => (end ? null : desk)
  const wantsReload = () => loop.reload()
  const journal = createJournal(name, {
    store,
    clock,
    isShared: bus !== null,
    load: () => loadDesk(name, around),
    desk: deskNow,
    lay: (next) => {
      desk = next
    },
    tell: (updates, isOwn) => {
      fanOut.tellUpdates(updates, isOwn ? loop.receivedAt() : null)
      if (!isOwn) around.heard()
      upkeep.wrote()
    },
    publish: (batch) => neighbours.publish(batch),
    setBack,
    deleted: () => destroy(closeCodes.wiped, 'this was deleted'),
    wantsReload,
  })
  const loop = createLoop({
    clock,
    journal,
    isShared: bus !== null,
    desk: deskNow,
    ended: () => end,
    committed: around.committed,
    report: around.report,
    fail,
    rest: retireSoon,
  })
  const upkeep = createUpkeep(name, {
    ...around,
    isShared: bus !== null,
    desk: deskNow,
    wantsReload,
    done: retireSoon,
  })
  const neighbours: Neighbours = bus
    ? meetNeighbours(name, {
        ...around,
        bus,
        presence,
        hear: journal.hear,
        heardFromNowOn: () => void opened.then(journal.look),
        tellPresence: fanOut.tellPresence,
      })
    : alone

  const opened = loadDesk(name, around).then(
    (loaded) => {
      desk = loaded
      journal.takeKept()
      loop.run()
    },
    (error: unknown) => fail('load-failed', error),
  )

  // ---- opening and closing -------------------------------------------------------------------

  /** The document cannot be served: everybody is told, and nothing is ever saved from here. */
  function fail(kind: RoomIncident, error: unknown) {
    around.report(kind, messageOf(error))
    destroy(closeCodes.unavailable, `this document cannot be read: ${messageOf(error)}`, error)
  }

  /** The document's history is another from now on: whoever has the one before starts afresh. */
  function setBack() {
    for (const member of [...members]) member.expel(closeCodes.stale, 'this document was set back')
    around.setBack()
  }

  function destroy(code: number, reason: string, cause?: unknown) {
    if (end) return
    const error = cause ?? new SyncError(code === closeCodes.wiped ? 'wiped' : 'closed', reason)
    end = { code, reason, error }
    cancelIdle()
    journal.stop()
    for (const member of [...members]) member.expel(code, reason)
    loop.end(error)
    neighbours.leave()
    desk?.document.letGo()
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
    submit(member, frame) {
      const received = { kind: 'frame', member, frame, receivedAt: clock.now() } as const
      // An answer tells all that its sender has, which may be more than this machine has heard of.
      loop.put(frame.kind === 'step2' ? { ...received, fresh: 'wanted' } : received)
    },
    tellPresence,
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

  function tellPresence(ids: readonly number[]) {
    fanOut.tellPresence(ids)
    neighbours.tellPresence(ids)
  }

  /** Resolves once the document is loaded; closes the connection and answers `null` if it cannot be. */
  async function join(
    connection: Connection,
    session: Session,
    opening: Opening | null,
  ): Promise<RoomMember | null> {
    arriving += 1
    await opened
    // Other machines have written more than was heard of here, or may have: it is in the log.
    const isBehind = !bus?.health().connected || (opening?.reached ?? 0) > (desk?.document.seq() ?? 0)
    if (bus && isBehind) await journal.catchUp().catch(() => {})
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

  // ---- tidying -------------------------------------------------------------------------------

  /** Takes what was deleted out of memory and storage, earlier generations included. */
  async function purge(): Promise<void> {
    await opened
    return new Promise((resolve, reject) => {
      let purging = Promise.resolve()
      const run = () => {
        purging = upkeep.purge()
      }
      const settle = (error: unknown) => (error === null ? purging.then(resolve, reject) : reject(error))
      loop.put({ kind: 'look', own: { run, settle }, fresh: 'wanted' })
    })
  }

  const isIdle = () => members.size === 0 && arriving === 0 && loop.isQuiet() && !upkeep.isBusy()

  function retireSoon() {
    cancelIdle()
    if (isIdle() && !end) cancelIdle = clock.after(around.idleMs, () => void retire())
  }

  /** Lets an idle room go. From the last look at `isIdle` to `gone` nothing can come in between. */
  async function retire() {
    if (!isIdle() || end) return
    if (desk && desk.document.tailLength() > 0) await upkeep.compact()
    if (isIdle()) destroy(closeCodes.restarting, 'this document was let go')
  }

  function tick() {
    for (const member of members) member.tick()
    presence.forgetLongGone()
    neighbours.tick()
    upkeep.tick(loop.isQuiet())
  }

  function onDesk() {
    if (!desk) throw new Error(`${name} is not loaded`)
    return desk
  }

  /** What the app answers about sessions may have changed: who may write, who is seen. */
  function reconsider() {
    for (const member of members) member.reconsider()
    const hidden = presence.reconsider()
    if (hidden.length > 0) tellPresence(hidden)
  }

  return {
    join,
    reconsider,
    members: (): Iterable<RoomMember> => members,
    isLive: () => desk?.document.isLive() ?? false,
    waiting: loop.waiting,
    own: (kind: 'change' | 'look', own: OwnWork, isFresh: boolean) =>
      loop.put({ kind, own, ...(isFresh && { fresh: 'wanted' }) }),
    purge,
    /** Other machines may have written what was never heard of here. */
    lookForMissed: journal.look,
    reload: wantsReload,
    finish: loop.finish,
    tick,
    destroy,
  }
}

export type Room = ReturnType<typeof openRoom>

const messageOf = (error: unknown) => shorten(error instanceof Error ? error.message : String(error))
