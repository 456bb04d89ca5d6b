import { decodeStateVector } from 'yjs'
import type { Clock } from './clock.ts'
import { closeCodes } from './close-codes.ts'
import type { Connection } from './connection.ts'
import type { Listener } from './fan-out.ts'
import {
  acknowledgeFrame,
  isEmptyUpdate,
  keepaliveFrame,
  numberedUpdateFrame,
  openedFrame,
  readFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from './frames.ts'
import { createInbox, type SyncFrame } from './inbox.ts'
import type { Opening } from './opening.ts'
import { createOutbox } from './outbox.ts'
import type { OwnState, Presence, Present } from './presence.ts'
import { createPresencePace } from './presence-pace.ts'
import type { Session } from './session.ts'
import { createTokenBucket } from './token-bucket.ts'

/** A client asks for the document once per connection, and we ask for its own again after a gap. */
const questionsPerSecond = 2
const questionsAtOnce = 20

/** The state vector of an empty document. */
const nothingKnown = Uint8Array.of(0)

/** What a member needs of its room. */
export interface Surroundings {
  readonly clock: Clock
  /** Those who are told about updates and presence; a member joins them once it has the document. */
  readonly listeners: Set<Listener>
  readonly presence: Presence
  vector(): Uint8Array
  answer(known: Uint8Array): readonly Uint8Array[]
  /** The generation of the document, and the number of its last committed update. */
  standing(): { readonly generation: number; readonly reached: number }
  /** What was committed after number `after`; `null` when that cannot be told any more, or costs too much. */
  missedSince(after: number): Uint8Array | null
  submit(member: RoomMember, frame: SyncFrame): void
  tellPresence(ids: readonly number[]): void
  left(member: RoomMember): void
  refused(member: RoomMember, reason: string): void
}

/** One connection in a room whose document is loaded. */
export interface RoomMember extends Listener, Present {
  /** Closed by us: what it sent before is not taken any more. */
  isExpelled(): boolean
  /** The next SyncStep2 is the answer to a SyncStep1 of ours. */
  isAnswerDue(): boolean
  /** The first words of the server: what it has. With `opening`, the answer to a channel's first frame. */
  start(opening: Opening | null): void
  receive(bytes: Uint8Array): void
  /** A frame is durable, or held nothing new. */
  took(frame: SyncFrame): void
  /**
   * A frame was not taken although its sender may be honest: a reader's, or one that builds on
   * something we lack. Nothing more is acknowledged until a SyncStep2 has brought everything again.
   */
  couldNotTake(frame: SyncFrame): void
  /** Tells the client how many of its frames are durable. */
  acknowledge(): void
  tick(): void
  /** It may be allowed to write now: asks for what could not be taken before. */
  reconsider(): void
  /** Closes it for a frame that no honest client sends. */
  refuse(reason: string): void
  /** Closes it and drops what it has sent and is not taken yet. */
  expel(code: number, reason: string): void
  /** Closes it; what it has sent still counts. */
  dismiss(code: number, reason: string): void
  /** It has closed; what it has sent still counts: people close a tab right after typing. */
  leave(): void
}

export function createMember(connection: Connection, session: Session, room: Surroundings): RoomMember {
  const inbox = createInbox(
    room.clock,
    (frame) => room.submit(member, frame),
    () => expel(closeCodes.slowDown, 'far too many messages'),
  )
  const tooSlow = () => expel(closeCodes.unavailable, 'too slow to follow')
  const outbox = createOutbox(connection, room.clock, tooSlow, catchUp)
  const showAtPace = createPresencePace(room.clock, show)
  const asked = createTokenBucket(room.clock, questionsPerSecond, questionsAtOnce)
  const asking = createTokenBucket(room.clock, questionsPerSecond, questionsAtOnce)

  let state: 'here' | 'left' | 'expelled' = 'here'
  let received = 0
  let taken = 0
  let acknowledged = 0
  // While the answer to our SyncStep1 is due, it will repeat whatever could not be taken before it.
  let isAnswerDue = true
  let isBehind = false

  const member: RoomMember = {
    session,
    wantsNumbers: connection.protocol === 'vispera.2',
    isExpelled: () => state === 'expelled',
    isAnswerDue: () => isAnswerDue,
    tellUpdate: outbox.sendUpdate,
    tellPresence: (frame: Uint8Array) => outbox.sendPresence(frame, room.presence.everybody),

    start(opening) {
      if (opening && !open(opening)) return
      outbox.send(step1Frame(room.vector()))
    },

    receive(bytes: Uint8Array) {
      if (state !== 'here') return
      const frame = readFrame(bytes)
      switch (frame?.kind) {
        case 'step1':
          return answer(frame.vector)
        case 'step2':
        case 'update':
          received += 1
          return inbox.put({ kind: frame.kind, update: frame.update, number: received })
        case 'presence':
          return hearPresence(frame.states)
        case 'query-presence':
          return tellEverybody()
        case undefined:
          return refuse('not a message of this protocol')
      }
    },

    took(frame: SyncFrame) {
      if (frame.kind === 'step2' && isAnswerDue) [isAnswerDue, isBehind] = [false, false]
      if (!isBehind) taken = frame.number
    },

    couldNotTake(frame: SyncFrame) {
      if (isEmptyUpdate(frame.update)) return member.took(frame)
      if (frame.kind === 'step2') isAnswerDue = false
      isBehind = true
      askAgain()
    },

    acknowledge() {
      if (connection.protocol === 'y-websocket' || taken === acknowledged || state !== 'here') return
      acknowledged = taken
      outbox.send(acknowledgeFrame(acknowledged))
    },

    tick() {
      outbox.tick(keepaliveFrame)
      if (isBehind) askAgain()
    },

    reconsider() {
      if (isBehind) askAgain()
    },

    nudge: outbox.send,

    refuse,
    expel,

    dismiss(code, reason) {
      member.leave()
      connection.close(code, shorten(reason))
    },

    leave() {
      if (state !== 'here') return
      inbox.finish()
      depart('left')
    },
  }

  /** Answers a channel's first frame; whether the client is to be asked for what it has. */
  function open({ reached, vector, hasUnsent }: Opening): boolean {
    const missed = reached === null ? null : room.missedSince(reached)
    const standing = room.standing()
    outbox.send(openedFrame(standing.generation, standing.reached, missed !== null || vector !== null))
    if (missed) {
      outbox.sendWhole(step2Frame(missed))
      listen()
    } else if (vector) answer(vector)
    isAnswerDue = hasUnsent && state === 'here'
    return isAnswerDue
  }

  function answer(known: Uint8Array) {
    if (!asked.take()) return expel(closeCodes.slowDown, 'asks for the document too often')
    if (!isStateVector(known)) return refuse('not a state vector')
    for (const frame of room.answer(known)) outbox.sendWhole(frame)
    listen()
  }

  function listen() {
    // The room may have sent everybody away instead.
    if (state !== 'here' || room.listeners.has(member)) return
    // Who is here is said in the same breath, or a state told in between would be missed.
    room.listeners.add(member)
    tellEverybody()
  }

  /** Tells a reader that lagged all that was committed after number `after`, in one piece. */
  function catchUp(after: number) {
    const missed = room.missedSince(after)
    const { reached } = room.standing()
    const frames = !missed
      ? room.answer(nothingKnown)
      : [member.wantsNumbers ? numberedUpdateFrame(missed, reached) : updateFrame(missed)]
    for (const frame of frames) outbox.sendWhole(frame)
  }

  function askAgain() {
    if (isAnswerDue || session.access !== 'write' || state !== 'here') return
    if (!asking.take()) return refuse('builds again and again on something it does not send')
    isAnswerDue = true
    outbox.send(step1Frame(room.vector()))
  }

  function hearPresence(states: Uint8Array) {
    try {
      const { own, nudge } = room.presence.read(member, states)
      for (const client of nudge) member.nudge(room.presence.nudgeFrame(client))
      for (const ownState of own) showAtPace(ownState)
    } catch {
      refuse('not a presence update') // lib0 throws on bytes that end too early
    }
  }

  function show(ownState: OwnState) {
    if (state === 'here' && room.presence.set(member, ownState)) room.tellPresence([ownState.client])
  }

  function tellEverybody() {
    const everybody = room.presence.everybody()
    if (everybody) member.tellPresence(everybody)
  }

  function refuse(reason: string) {
    room.refused(member, reason)
    expel(closeCodes.badFrame, reason)
  }

  function expel(code: number, reason: string) {
    if (state !== 'here') return
    inbox.discard()
    depart('expelled')
    connection.close(code, shorten(reason))
  }

  function depart(how: 'left' | 'expelled') {
    state = how
    outbox.end()
    room.listeners.delete(member)
    const ids = room.presence.leave(member)
    if (ids.length > 0) room.tellPresence(ids)
    room.left(member)
  }

  return member
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    decodeStateVector(bytes)
    return true
  } catch {
    return false // lib0 throws on bytes that end too early
  }
}

/** A close reason has room for 123 bytes. */
export function shorten(reason: string): string {
  let short = reason.slice(0, 123)
  while (Buffer.byteLength(short) > 123) short = short.slice(0, -1)
  return short
}
