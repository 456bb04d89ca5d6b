import type { Bus, Store } from '@vispera/storage'
import type { Doc } from 'yjs'
import { arrive } from './arrive.ts'
import { type Clock, systemClock } from './clock.ts'
import { closeCodes } from './close-codes.ts'
import { type Compactor, inlineCompactor } from './compactor.ts'
import type { Connection } from './connection.ts'
import type { Opening } from './opening.ts'
import { isMeant, isWithin, type Order, openOrders, type Which } from './orders.ts'
import { forgetOwners } from './owners.ts'
import { openRoom, type Room, type RoomIncident } from './room.ts'
import { type Rules, withDefaults } from './rules.ts'
import type { Session } from './session.ts'
import { createStrikes } from './strikes.ts'
import { SyncError } from './sync-error.ts'

export interface RoomsOptions {
  readonly store: Store
  /** To the other machines of this store; without it this one is alone. */
  readonly bus?: Bus
  /** Does the heavy work on whole documents; by default here and now. */
  readonly compactor?: Compactor
  /** The rules of a document, asked once when it is opened. */
  readonly rules: (document: string) => Rules
  readonly clock?: Clock
  /** Uniform in [0, 1); default `Math.random`. */
  readonly random?: () => number
  /** How long a document nobody has open is kept in memory; default 30 s. */
  readonly idleMs?: number
  /** How long a load may take before the document is refused; default 10 s. */
  readonly loadTimeoutMs?: number
  /** Told the name of a document that has new committed content, whoever wrote it on this machine. */
  readonly onCommitted?: (document: string) => void
  /** Told how long updates took from being received to being told to the others in the room, in milliseconds. */
  readonly onRelayed?: (ms: number) => void
  /** Told the name of an open document to which another machine has committed something. */
  readonly onHeard?: (document: string) => void
  /** Told about refused updates and storage trouble; for logs and counters. */
  readonly onIncident?: (incident: Incident) => void
}

/** The server end of sync: every open document of this process. */
export interface Rooms {
  /**
   * Connects a session to a document. Answers at once; the document is loaded behind it and the
   * connection is closed with 4503 if that fails. Who may open what is decided by the app before. `opening`
   * is what a channel's first frame said.
   */
  join(document: string, connection: Connection, session: Session, opening?: Opening): Member

  /**
   * Changes a document under the server's own Yjs client id, past the gate. `change` is synchronous
   * and gets the committed state. Resolves with its answer once the change is durable (and relayed);
   * rejects with what `change` threw, or with a `StorageError` or `SyncError`, and then nothing has changed.
   * Sees what any machine has committed before this was called; that nobody commits meanwhile is for
   * `store.exclusively`.
   */
  transact<T>(document: string, change: (doc: Doc) => T): Promise<T>

  /**
   * Looks at the committed state. `look` is synchronous and must neither change nor keep the doc. What other
   * machines have committed arrives within moments; with `fresh` it is asked for first.
   */
  read<T>(document: string, look: (doc: Doc) => T, how?: 'fresh'): Promise<T>

  /**
   * Takes what was deleted in a document out of memory and storage for good: earlier generations and the log
   * too. Whoever joins afterwards is sent nothing of it.
   */
  purge(document: string): Promise<void>

  /**
   * The app's answers about sessions have changed in documents below `path`: whoever was held back and may
   * write now is asked for what they wrote meanwhile; whose presence is none now is seen no more, and whoever
   * may be seen again is asked where they are.
   */
  reconsider(path: string): void

  /** Closes the connections that any of `which` means, on all machines; answers how many on this one. */
  disconnect(which: Which | readonly Which[], code: number, reason: string): number

  /**
   * Forgets the document `path` and every document below it (`path/...`; a trailing slash means only
   * those) for good, and closes them with 4410.
   */
  wipe(path: string): Promise<void>

  stats(): RoomsStats

  /** Commits what is under way, closes every connection with 1012, refuses new ones. Leaves the store open. */
  close(): Promise<void>
}

/** One connection's place in a room. */
export interface Member {
  /** One binary message, as received. */
  receive(bytes: Uint8Array): void
  /** The connection has closed, whoever closed it. */
  leave(): void
}

export interface Incident {
  readonly kind: RoomIncident
  readonly document: string
  readonly participant?: string
  /** In words, without content. */
  readonly reason: string
}

export interface RoomsStats {
  /** Documents in memory, and how many of them hold a live `Y.Doc`. */
  readonly rooms: number
  readonly live: number
  readonly connections: number
  /** Frames received and not yet committed or refused. */
  readonly waiting: number
  /** Since start. */
  readonly committed: number
  readonly refused: number
  readonly failedCommits: number
}

const keepaliveMs = 20_000

/** While nothing comes over the bus the log is looked at so often; else now and then, for what was lost. */
const lookMs = 2_000
const safetyMs = 30_000

/** Opens the rooms of this process. Without a bus it must be the only one on its store. */
export function openRooms(options: RoomsOptions): Rooms {
  const { store, rules, clock = systemClock, random = Math.random } = options
  const { idleMs = 30_000, loadTimeoutMs = 10_000 } = options
  const { onIncident = () => {}, onCommitted = () => {}, onHeard = () => {}, onRelayed = () => {} } = options
  const { compactor = inlineCompactor } = options
  const bus = options.bus?.isShared ? options.bus : null
  const node = String(Math.floor(random() * 2 ** 48))
  const rooms = new Map<string, Room>()
  const strikes = createStrikes(clock)
  const wiping = new Set<string>()
  const counts = { connections: 0, committed: 0, refused: 0, failedCommits: 0 }
  let isClosed = false

  function roomOf(document: string): Room {
    const found = rooms.get(document)
    if (found) return found
    const room: Room = openRoom(document, {
      store,
      bus,
      node,
      compactor,
      clock,
      random,
      rules: withDefaults(rules(document)),
      idleMs,
      loadTimeoutMs,
      committed: (updates) => {
        counts.committed += updates
        onCommitted(document)
      },
      relayed: onRelayed,
      heard: () => onHeard(document),
      setBack: () => orders.give({ do: 'reload', document }),
      gone: () => {
        if (rooms.get(document) === room) rooms.delete(document)
      },
      report: (kind, reason, participant) => {
        if (kind === 'update-refused') counts.refused += 1
        if (kind === 'append-failed') counts.failedCommits += 1
        if (kind === 'update-refused' && participant !== undefined) strikes.add(participant)
        onIncident({ kind, document, reason, ...(participant === undefined ? {} : { participant }) })
      },
    })
    rooms.set(document, room)
    return room
  }

  /** Why a document may not be opened just now. */
  function closedFor(document: string): { code: number; reason: string } | null {
    if (isClosed) return { code: closeCodes.restarting, reason: 'the server is restarting' }
    for (const path of wiping) {
      if (isWithin(path, document)) return { code: closeCodes.wiped, reason: 'this was deleted' }
    }
    return null
  }

  function join(document: string, connection: Connection, session: Session, opening?: Opening): Member {
    const closed = closedFor(document) ?? strikes.against(session.participant)
    if (closed) {
      connection.close(closed.code, closed.reason)
      return { receive() {}, leave() {} }
    }
    counts.connections += 1
    return arrive(roomOf(document).join(connection, session, opening ?? null), connection, () => {
      counts.connections -= 1
    })
  }

  function own<T>(kind: 'change' | 'look', document: string, isFresh: boolean, work: (doc: Doc) => T) {
    return new Promise<T>((resolve, reject) => {
      let value: T
      const run = (doc: Doc) => {
        value = work(doc)
      }
      const settle = (error: unknown) => (error === null ? resolve(value) : reject(error))
      openFor(document).own(kind, { run, settle }, isFresh)
    })
  }

  function openFor(document: string): Room {
    const closed = closedFor(document)
    if (closed) throw new SyncError(closed.code === closeCodes.wiped ? 'wiped' : 'closed', closed.reason)
    return roomOf(document)
  }

  async function purge(document: string) {
    await openFor(document).purge()
    orders.give({ do: 'reload', document })
  }

  async function wipe(path: string) {
    wiping.add(path)
    try {
      orders.give({ do: 'wipe', path })
      await Promise.all(wipeHere(path).map((room) => room.finish()))
      await store.deleteDocuments(path)
      await forgetOwners(store, path)
    } finally {
      wiping.delete(path)
      // Whoever has opened it in between has read what is no longer there.
      orders.give({ do: 'wipe', path })
    }
  }

  function wipeHere(path: string): Room[] {
    const touched = [...rooms].filter(([document]) => isWithin(path, document)).map(([, room]) => room)
    for (const room of touched) room.destroy(closeCodes.wiped, 'this was deleted')
    return touched
  }

  function disconnectHere(which: readonly Which[], code: number, reason: string): number {
    const chosen = [...rooms].flatMap(([document, room]) =>
      [...room.members()].filter(({ session }) =>
        which.some((one) => isMeant(one, document, session.participant)),
      ),
    )
    for (const member of chosen) member.dismiss(code, reason)
    return chosen.length
  }

  function reconsiderHere(path: string) {
    for (const [document, room] of rooms) {
      if (isWithin(path, document)) room.reconsider()
    }
  }

  /** What another machine has done concerns the rooms here too. */
  function obey(order: Order) {
    if (order.do === 'disconnect') disconnectHere(order.which, order.code, order.reason)
    else if (order.do === 'wipe') wipeHere(order.path)
    else if (order.do === 'reconsider') reconsiderHere(order.path)
    else if (order.do === 'reload') rooms.get(order.document)?.reload()
  }

  async function close() {
    isClosed = true
    cancelTick()
    cancelLook()
    leaveGap?.()
    const open = [...rooms.values()]
    disconnectHere([{}], closeCodes.restarting, 'the server is restarting')
    await Promise.all(open.map((room) => room.finish()))
    for (const room of open) room.destroy(closeCodes.restarting, 'the server is restarting')
    orders.leave()
  }

  let cancelTick = clock.after(keepaliveMs, tick)
  function tick() {
    cancelTick = clock.after(keepaliveMs, tick)
    for (const room of [...rooms.values()]) room.tick()
    strikes.forgetOld()
  }

  const orders = openOrders(bus, obey)
  const lookForMissed = () => {
    lookedAt = clock.now()
    for (const room of rooms.values()) room.lookForMissed()
  }
  const leaveGap = bus?.onGap(lookForMissed)
  let lookedAt = clock.now()
  let cancelLook = bus ? clock.after(lookMs, look) : () => {}
  function look() {
    cancelLook = clock.after(lookMs, look)
    if (!bus?.health().connected || clock.now() - lookedAt >= safetyMs) lookForMissed()
  }

  return {
    join,
    transact: (document, change) => own('change', document, true, change),
    read: (document, look, how) => own('look', document, how === 'fresh', look),
    purge,
    reconsider(path) {
      orders.give({ do: 'reconsider', path })
      reconsiderHere(path)
    },
    disconnect(chosen, code, reason) {
      const which = [chosen].flat()
      orders.give({ do: 'disconnect', which, code, reason })
      return disconnectHere(which, code, reason)
    },
    wipe,
    close,
    stats: () => ({
      rooms: rooms.size,
      live: [...rooms.values()].filter((room) => room.isLive()).length,
      waiting: [...rooms.values()].reduce((sum, room) => sum + room.waiting(), 0),
      ...counts,
    }),
  }
}
