import type { Store } from '@vispera/storage'
import type { Doc } from 'yjs'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { Rules } from './rules.ts'
import type { Session } from './session.ts'

export interface RoomsOptions {
  readonly store: Store
  /** The rules of a document, asked once when it is opened. */
  readonly rules: (document: string) => Rules
  readonly clock?: Clock
  /** Uniform in [0, 1); default `Math.random`. */
  readonly random?: () => number
  /** How long a document nobody has open is kept in memory; default 30 s. */
  readonly idleMs?: number
  /** How long a load may take before the document is refused; default 10 s. */
  readonly loadTimeoutMs?: number
  /** Told about refused updates and storage trouble; for logs and counters. */
  readonly onIncident?: (incident: Incident) => void
}

/** The server end of sync: every open document of this process. */
export interface Rooms {
  /**
   * Connects a session to a document. Answers at once; the document is loaded behind it and the
   * connection is closed with 4503 if that fails. Who may open what is decided by the app before.
   */
  join(document: string, connection: Connection, session: Session): Member

  /**
   * Changes a document under the server's own Yjs client id, past the gate. `change` is synchronous
   * and gets the committed state. Resolves with its answer once the change is durable (and relayed);
   * rejects with what `change` threw, or with a `StorageError`, and then nothing has changed.
   */
  transact<T>(document: string, change: (doc: Doc) => T): Promise<T>

  /** Looks at the committed state. `look` is synchronous and must neither change nor keep the doc. */
  read<T>(document: string, look: (doc: Doc) => T): Promise<T>

  /** Closes the connections for which `which` holds; answers how many. */
  disconnect(which: (session: Session, document: string) => boolean, code: number, reason: string): number

  /** Forgets all documents whose name starts with `prefix` for good and closes them with 4410. */
  wipe(prefix: string): Promise<void>

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
  readonly kind: 'update-refused' | 'load-failed' | 'append-failed' | 'compaction-failed' | 'flood'
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

/** Opens the rooms of this process. One process at a time may own a store's documents. */
export function openRooms(options: RoomsOptions): Rooms {
  throw new Error(`not built yet: ${typeof options.store}`)
}
