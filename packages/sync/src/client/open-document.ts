import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createAckSocket } from './ack-socket.ts'
import { createLedger } from './ledger.ts'
import { isRefusal, isTryLater, patientDelay, retryDelay } from './retry.ts'

export interface OpenDocumentOptions {
  /** Address of the socket route, `wss://host/sync`; the document's name is added to it. */
  readonly url: string
  /** `<workshop>/board/<board>` and the like. */
  readonly document: string
  readonly token: string
  readonly doc: Y.Doc
  /** Default: a new one for `doc`, gone with `close`. */
  readonly awareness?: Awareness
  /** The socket class to build on; default the browser's. */
  readonly WebSocket?: typeof WebSocket
  /**
   * Whether the server is known to hold back what is written here just now: then nothing is acknowledged, and that
   * is no sign of a dead connection. Default: never.
   */
  readonly isHeldBack?: () => boolean
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
  /** Why the server last closed the connection (44xx, 45xx); `null` once things go well again. */
  readonly closed: { readonly code: number; readonly reason: string } | null
  /** Everything that the server had when we connected has arrived. */
  readonly synced: boolean
  /** Number of the last local change; 0 before the first. */
  readonly lastChange: number
  readonly acknowledgedThrough: number
  /** Local changes that the server has not acknowledged as durable, through offline and reconnects. */
  readonly pending: number
}

export interface OpenDocument {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  status(): SyncStatus
  /** Calls back after every change of status; the answer stops it. */
  subscribe(listener: () => void): () => void
  /**
   * Calls back for every local transaction that changed something, with its number, before it is
   * sent. Remember the number with the notes that it touched: such a note is waiting to be sent while
   * its number is greater than `acknowledgedThrough`.
   */
  onLocalChange(listener: (change: number, transaction: Y.Transaction) => void): () => void
  /** Tries again at once, for instance after `refused`, with another token if one is given. */
  reconnect(token?: string): void
  /** Leaves the document. `doc` lives on. */
  close(): void
}

/** A connection on which nothing sent is acknowledged for so long is dead, though no one has said so. */
const overdueMs = 10_000

/** Opens a document over y-websocket's own provider, with durable acknowledgements (PROTOCOL.md, P40 and on). */
export function openDocument(options: OpenDocumentOptions): OpenDocument {
  const { doc, random = Math.random } = options
  const awareness = options.awareness ?? new Awareness(doc)
  const ledger = createLedger()
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(change: number, transaction: Y.Transaction) => void>()
  let connection: SyncStatus['connection'] = 'connecting'
  let closed: SyncStatus['closed'] = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let overdue: ReturnType<typeof setTimeout> | undefined

  // Registered before the provider's listener: a change has its number before it is sent.
  const numberChange = (_: Uint8Array, __: unknown, ___: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local) return
    const change = ledger.changed()
    for (const listener of changeListeners) listener(change, transaction)
    publish()
  }
  doc.on('update', numberChange)

  const provider = new WebsocketProvider(options.url, options.document, doc, {
    awareness,
    connect: false,
    disableBc: true,
    protocols: protocolsFor(options.token),
    WebSocketPolyfill: createAckSocket(options.WebSocket ?? WebSocket, watchConnection),
    shouldReconnect: ({ code }) => !isRefusal(code) && !isTryLater(code),
  })

  function watchConnection() {
    const line = ledger.connected()
    return {
      sent: line.sent,
      asked(vector: Uint8Array) {
        // Changes of an earlier visit, kept on this device, that never got to the server.
        if (ledger.pending() === 0 && hasMoreThan(doc, vector)) ledger.changed()
      },
      acknowledged(count: number) {
        line.acknowledged(count)
        closed = null
        clearTimeout(overdue)
        overdue = undefined
        publish()
      },
    }
  }

  provider.on('status', ({ status }) => {
    if (status === 'connected') become('online')
  })
  provider.on('sync', (isSynced) => {
    if (isSynced && ledger.pending() === 0) closed = null
    publish()
  })
  provider.on('connection-close', () => {
    provider.maxBackoffTime = retryDelay(provider.wsUnsuccessfulReconnects + 1, random)
    if (connection !== 'refused') become('offline')
  })
  provider.on('closed', ({ code, reason }) => {
    closed = { code, reason }
    if (isTryLater(code)) retry = setTimeout(() => provider.connect(), patientDelay(random))
    become(isRefusal(code) ? 'refused' : 'offline')
  })

  function become(next: SyncStatus['connection']) {
    connection = next
    if (next !== 'online') {
      clearTimeout(overdue)
      overdue = undefined
    }
    publish()
  }

  let status = look()
  function look(): SyncStatus {
    return {
      connection,
      closed,
      synced: provider.synced,
      lastChange: ledger.lastChange(),
      acknowledgedThrough: ledger.acknowledgedThrough(),
      pending: ledger.pending(),
    }
  }

  function publish() {
    if (connection === 'online' && ledger.pending() > 0) overdue ??= setTimeout(giveUp, overdueMs)
    const next = look()
    if (isSame(status, next)) return
    status = next
    for (const listener of listeners) listener()
  }

  function giveUp() {
    overdue = undefined
    if (options.isHeldBack?.()) publish()
    else restart()
  }

  function restart() {
    clearTimeout(retry)
    provider.disconnect()
    provider.connect()
  }

  const unwatch = watchNetwork(restart)
  provider.connect()

  return {
    doc,
    awareness,
    status: () => status,
    subscribe: (listener) => added(listeners, listener),
    onLocalChange: (listener) => added(changeListeners, listener),
    reconnect(token) {
      if (token !== undefined) provider.protocols = protocolsFor(token)
      closed = null
      restart()
      become('connecting')
    },
    close() {
      unwatch()
      clearTimeout(retry)
      clearTimeout(overdue)
      doc.off('update', numberChange)
      provider.destroy()
      if (!options.awareness) awareness.destroy()
    },
  }
}

const protocolsFor = (token: string) => ['vispera.1', `token.${token}`]

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item)
  return () => set.delete(item)
}

/** Whether the document holds anything that `vector` does not cover. Deletions cannot be told from it. */
function hasMoreThan(doc: Y.Doc, vector: Uint8Array): boolean {
  const known = Y.decodeStateVector(vector)
  const own = Y.decodeStateVector(Y.encodeStateVector(doc))
  return [...own].some(([client, clock]) => clock > (known.get(client) ?? 0))
}

function isSame(a: SyncStatus, b: SyncStatus): boolean {
  return (Object.keys(a) as (keyof SyncStatus)[]).every((key) => a[key] === b[key])
}

/**
 * A pulled cable shows at once in the browser and only after half a minute on the socket. Trying again
 * at once tells the truth: offline, or a server on this very machine, which needs no cable.
 */
function watchNetwork(changed: () => void): () => void {
  if (typeof globalThis.addEventListener !== 'function') return () => {}
  globalThis.addEventListener('offline', changed)
  globalThis.addEventListener('online', changed)
  return () => {
    globalThis.removeEventListener('offline', changed)
    globalThis.removeEventListener('online', changed)
  }
}
