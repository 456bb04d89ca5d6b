import type { Clock } from './clock.ts'
import { closeCodes } from './close-codes.ts'
import type { Desk } from './desk.ts'
import type { SyncFrame } from './inbox.ts'
import type { Journal } from './journal.ts'
import { type RoomMember, shorten } from './member.ts'
import type { RoomIncident } from './room.ts'
import { newTurn, type OwnWork, type Turn, takeChange, takeFrame, takeLook } from './turn.ts'

export type Work = {
  /** It is to see what other machines have committed before it came in; `certain` once the log was looked at. */
  readonly fresh?: 'wanted' | 'certain'
} & (
  | {
      readonly kind: 'frame'
      readonly member: RoomMember
      readonly frame: SyncFrame
      readonly receivedAt: number
    }
  | { readonly kind: 'change' | 'look'; readonly own: OwnWork }
)

export interface LoopSurroundings {
  readonly clock: Clock
  readonly journal: Journal
  /** Other machines may write the same document. */
  readonly isShared: boolean
  /** What is worked on; `null` before it is loaded and once the room has ended. */
  desk(): Desk | null
  ended(): { readonly error: unknown } | null
  committed(updates: number): void
  report(kind: RoomIncident, reason: string, participant?: string): void
  fail(kind: RoomIncident, error: unknown): void
  /** Nothing waits any more. */
  rest(): void
}

/** The longest that a turn works before it commits and lets others have the processor. */
const turnMs = 8
/** After a commit that failed, clients' updates wait this long for the next attempt. */
const retryMs = 1000

/**
 * The one loop through which everything that changes a document here passes, in order. Take what waits, gate
 * and apply it, commit it, tell everybody: nobody hears of anything that is not on disk, and whatever fails is
 * undone before the next turn.
 */
export function createLoop(around: LoopSurroundings) {
  const { clock, journal } = around
  const waiting: Work[] = []
  const whenQuiet: (() => void)[] = []
  let isRunning = false
  let isOutdated = false
  let retryAt = 0
  let receivedAt: number | null = null

  function put(work: Work) {
    const end = around.ended()
    if (end && work.kind !== 'frame') return work.own.settle(end.error)
    waiting.push(work)
    run()
  }

  function run() {
    if (isRunning || !around.desk()) return
    isRunning = true
    turns().catch((error: unknown) => {
      // A mistake of ours, or a connection that throws: this room starts afresh, the others live on.
      isRunning = false
      around.fail('room-failed', error)
    })
  }

  async function turns() {
    for (;;) {
      if (isOutdated) await reload()
      if (around.isShared && waiting.some(wantsFresh)) await catchUp()
      // What was missed may have shown that all of it is out of date.
      if (isOutdated && around.desk()) continue
      const turn = takeTurn()
      if (!turn) {
        // Came in while the log was being looked at.
        if (around.isShared && around.desk() && waiting.some(wantsFresh)) continue
        break
      }
      if (turn.updates.length > 0 && !(await commit(turn))) continue
      tellSenders(turn)
      for (const change of turn.changes) change.settle(null)
    }
    // In the same breath as the last look at what waits, or work that comes in now would lie there.
    isRunning = false
    for (const tell of whenQuiet.splice(0)) tell()
    around.rest()
  }

  async function reload() {
    isOutdated = false
    try {
      if (around.desk()) await journal.reload()
    } catch (error) {
      around.fail('load-failed', error)
    }
  }

  /** What waits now is to see all that was committed before; where that cannot be known, it is refused. */
  async function catchUp() {
    const asked = waiting.filter(wantsFresh)
    try {
      await journal.catchUp()
      for (const work of asked) {
        const index = waiting.indexOf(work)
        if (index >= 0) waiting[index] = { ...work, fresh: 'certain' }
      }
    } catch (error) {
      for (const work of asked) {
        const index = waiting.indexOf(work)
        if (index < 0) continue
        waiting.splice(index, 1)
        if (work.kind === 'frame') work.member.expel(closeCodes.unavailable, 'storage is not working')
        else work.own.settle(error)
      }
    }
  }

  function takeTurn(): Turn | null {
    const turn = newTurn()
    const until = clock.now() + turnMs
    let isEmpty = true
    receivedAt = null
    do {
      const desk = around.desk()
      const work = desk && nextWork(turn)
      if (!work) break
      isEmpty = false
      if (work.kind === 'frame') {
        receivedAt ??= work.receivedAt
        const lookFirst = () => waiting.unshift({ ...work, fresh: 'wanted' })
        const isCertain = !around.isShared || work.fresh === 'certain'
        takeFrame(turn, desk, work.member, work.frame, isCertain ? null : lookFirst)
      } else if (work.kind === 'change') takeChange(turn, desk, work.own)
      else takeLook(desk, work.own)
    } while (clock.now() < until)
    return isEmpty ? null : turn
  }

  function nextWork(turn: Turn): Work | null {
    const isPaused = clock.now() < retryAt
    const index = isPaused ? waiting.findIndex(({ kind }) => kind !== 'frame') : 0
    const next = waiting[index]
    // Whoever looks sees committed state: not before this turn's updates are. And nobody who asked to see
    // everything sees less because they came in late.
    if (!next || (next.kind === 'look' && turn.updates.length > 0)) return null
    if (around.isShared && wantsFresh(next)) return null
    waiting.splice(index, 1)
    return next
  }

  async function commit(turn: Turn): Promise<boolean> {
    try {
      await journal.commit(turn)
    } catch (error) {
      await rollBack(turn, error)
      return false
    }
    around.committed(turn.updates.length)
    for (const { kind, reason, participant } of turn.remarks) around.report(kind, reason, participant)
    return true
  }

  /** Nothing of this turn has happened: its authors are told, and the room goes back to what is stored. */
  async function rollBack(turn: Turn, error: unknown) {
    around.report('append-failed', shorten(error instanceof Error ? error.message : String(error)))
    // Everybody is told what has become of the document, its authors too.
    if (reasonOf(error) === 'outdated') await reload()
    retryAt = clock.now() + retryMs
    clock.after(retryMs, run)
    const [code, why] = isFull(error)
      ? [closeCodes.full, 'full or read-only']
      : [closeCodes.unavailable, 'not working']
    for (const author of turn.authors) author.expel(code, `not saved: storage is ${why}`)
    for (const change of turn.changes) change.settle(error)
    // A commit that failed may have reached the disk all the same; then it has happened.
    await reload()
    const desk = around.desk()
    if (!desk) return
    // The store works; it was an id that is somebody else's, or the commit has happened.
    if (desk.owners.claimedIn(turn.claims).length > 0) retryAt = 0
    // The authors are gone; the others had sent nothing that needed a commit.
    tellSenders(turn)
  }

  function tellSenders({ outcomes }: Turn) {
    for (const { member, frame, isTaken } of outcomes) {
      if (isTaken) member.took(frame)
      else member.couldNotTake(frame)
    }
    for (const { member } of outcomes) member.acknowledge()
  }

  return {
    put,
    run,
    /** What is in memory is not what counts: goes back to what is stored, between two turns. */
    reload() {
      isOutdated = true
      run()
    },
    waiting: () => waiting.length,
    /** When the oldest frame of the turn that is being committed came in. */
    receivedAt: () => receivedAt,
    isQuiet: () => waiting.length === 0 && !isRunning,

    /** Resolves when nothing waits and nothing is being committed any more, with no pause for retries. */
    async finish() {
      retryAt = 0
      run()
      const isDone = !isRunning && (waiting.length === 0 || around.ended())
      if (!isDone) await new Promise<void>((resolve) => whenQuiet.push(resolve))
    },

    /** The room has ended: what waits is not taken any more. */
    end(error: unknown) {
      for (const work of waiting.splice(0)) if (work.kind !== 'frame') work.own.settle(error)
      if (!isRunning) for (const tell of whenQuiet.splice(0)) tell()
    },
  }
}

const wantsFresh = (work: Work) => work.fresh === 'wanted'

/** The two reasons of the store after which nothing can be saved though all is well otherwise. */
const isFull = (error: unknown) => ['full', 'read-only'].includes(reasonOf(error) ?? '')

const reasonOf = (error: unknown): string | undefined =>
  error instanceof Error && 'reason' in error && typeof error.reason === 'string' ? error.reason : undefined
