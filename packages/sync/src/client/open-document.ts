import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { updateFrame } from '../frames.ts'
import { createLedger } from './ledger.ts'
import { isRefusal, isTryLater, patientDelay } from './retry.ts'
import { type ChannelWatch, openWire, type Wire, type WireOptions } from './wire.ts'

/** With a `wire`, the document is one of those on a shared socket; without, it gets a socket of its own. */
export type OpenDocumentOptions = DocumentOptions & ({ readonly wire: Wire } | WireOptions)

interface DocumentOptions {
  /** `<workshop>/board/<board>` and the like. */
  readonly document: string
  readonly doc: Y.Doc
  /** The generation to which what `doc` holds belongs (`onGeneration` told it); default: none is known. */
  readonly generation?: number
  /** Told the document's generation once it is known: to be kept beside a copy of `doc`. */
  readonly onGeneration?: (generation: number) => void
  /** Default: a new one for `doc`, gone with `close`. */
  readonly awareness?: Awareness
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

/** What is applied under this origin (from another tab, say) is this client's to send and to see acknowledged. */
export const toBeSent = Symbol('to be sent')

/** A connection on which nothing sent is acknowledged for so long is dead, though no one has said so. */
const overdueMs = 10_000
/** A channel costs nothing until there is a socket again, and that knows for how long to wait. */
const channelRetryMs = 20

/** Opens a document over y-websocket's own provider, with durable acknowledgements (PROTOCOL.md, P40 and on). */
export function openDocument(options: OpenDocumentOptions): OpenDocument {
  const { doc, document, random = Math.random } = options
  const wire = 'wire' in options ? options.wire : openWire(options)
  const awareness = options.awareness ?? new Awareness(doc)
  const ledger = createLedger()
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(change: number, transaction: Y.Transaction) => void>()
  let connection: SyncStatus['connection'] = 'connecting'
  let closed: SyncStatus['closed'] = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let overdue: ReturnType<typeof setTimeout> | undefined
  let generation = options.generation ?? 0
  let reached: number | null = null
  /** Whether the ledger speaks for all that `doc` holds, or some of it is from before and may never have been sent. */
  let isAccounted = doc.store.clients.size === 0

  // Registered before the provider's listener: a change has its number before it is sent.
  const numberChange = (_: Uint8Array, origin: unknown, __: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local && origin !== toBeSent) return
    const change = ledger.changed()
    if (transaction.local) for (const listener of changeListeners) listener(change, transaction)
    publish()
  }
  doc.on('update', numberChange)

  // The address is the wire's affair.
  const provider = new WebsocketProvider('', document, doc, {
    awareness,
    connect: false,
    disableBc: true,
    maxBackoffTime: channelRetryMs,
    WebSocketPolyfill: wire.channelsTo(document, watchChannel),
    shouldReconnect: ({ code }) => !isRefusal(code) && !isTryLater(code),
  })

  function watchChannel(): ChannelWatch {
    let line = ledger.connected()
    let saidThrough = 0
    let saidVector: Uint8Array | undefined
    let hasUnsent = true
    return {
      sent: (kind) => line.sent(kind),
      opening() {
        hasUnsent = !isAccounted || ledger.pending() > 0
        line = ledger.connected(!hasUnsent)
        saidThrough = ledger.lastChange()
        saidVector = Y.encodeStateVector(doc)
        return { generation, reached, vector: reached === null ? saidVector : null, hasUnsent }
      },
      opened(current) {
        if (current !== generation) options.onGeneration?.(current)
        generation = current
        if (hasUnsent || ledger.lastChange() === saidThrough) return null
        // Changed in between, and the server was told that there is nothing to ask for.
        return updateFrame(Y.encodeStateAsUpdate(doc, saidVector))
      },
      reached(seq) {
        reached = seq
      },
      asked(vector) {
        // Changes of an earlier visit, kept on this device, that never got to the server.
        if (ledger.pending() === 0 && hasMoreThan(doc, vector)) ledger.changed()
        isAccounted = true
        publish()
      },
      acknowledged(count) {
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
    if (options.isHeldBack?.()) return publish()
    if (wire.isSilentFor(overdueMs)) wire.restart()
    restart()
  }

  function restart() {
    clearTimeout(retry)
    provider.disconnect()
    provider.connect()
  }

  provider.connect()

  return {
    doc,
    awareness,
    status: () => status,
    subscribe: (listener) => added(listeners, listener),
    onLocalChange: (listener) => added(changeListeners, listener),
    reconnect(token) {
      // The first of many documents that are given a new token renews the socket for all of them.
      if (token !== undefined && token !== wire.token()) wire.restart(token)
      closed = null
      restart()
      become('connecting')
    },
    close() {
      clearTimeout(retry)
      clearTimeout(overdue)
      doc.off('update', numberChange)
      provider.destroy()
      if (!options.awareness) awareness.destroy()
      if (!('wire' in options)) wire.close()
    },
  }
}

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
