import type { Awareness } from 'y-protocols/awareness'
import type { Doc, Transaction } from 'yjs'

export interface OpenDocumentOptions {
  /** Address of the socket route, `wss://host/sync`; the document's name is added to it. */
  readonly url: string
  /** `<workshop>/board/<board>` and the like. */
  readonly document: string
  readonly token: string
  readonly doc: Doc
  /** Default: a new one for `doc`. */
  readonly awareness?: Awareness
  /** The socket class to build on; default the browser's. */
  readonly WebSocket?: typeof WebSocket
  /** Uniform in [0, 1), spreads reconnects; default `Math.random`. */
  readonly random?: () => number
}

/**
 * How a document stands. A new object for every change, the same object while nothing changes (made
 * for `useSyncExternalStore`).
 *
 * "Saved" is `pending === 0`: every change made here is on the server's disk. A change is saved when
 * its number is at most `acknowledgedThrough`.
 */
export interface SyncStatus {
  /** `connecting` until the first outcome; `offline` retries by itself; `refused` does not. */
  readonly connection: 'connecting' | 'online' | 'offline' | 'refused'
  /** How the last connection ended, if it was closed by the server with a reason of its own (44xx, 45xx). */
  readonly closed: { readonly code: number; readonly reason: string } | null
  /** Everything the server had when we connected has arrived. */
  readonly synced: boolean
  /** Number of the last local change; 0 before the first. */
  readonly lastChange: number
  readonly acknowledgedThrough: number
  /** Local changes the server has not acknowledged as durable. Counts on through offline and reconnects. */
  readonly pending: number
}

export interface OpenDocument {
  readonly doc: Doc
  readonly awareness: Awareness
  status(): SyncStatus
  /** Calls back after every change of status; the answer stops it. */
  subscribe(listener: () => void): () => void
  /**
   * Calls back for every local transaction that changed something, with its number, before it is
   * sent. Remember the number with the notes that it touched: such a note is waiting to be sent while
   * its number is greater than `acknowledgedThrough`.
   */
  onLocalChange(listener: (change: number, transaction: Transaction) => void): () => void
  /** Tries again at once, for instance after `refused`, with another token if one is given. */
  reconnect(token?: string): void
  /** Leaves the document. `doc` lives on. */
  close(): void
}

/** Opens a document over y-websocket's own provider, with durable acknowledgements (PROTOCOL.md, P40 and on). */
export function openDocument(options: OpenDocumentOptions): OpenDocument {
  throw new Error(`not built yet: ${options.document}`)
}
