import { applyUnhurried, encodeUnhurried } from '@vispera/sync/client'
import { type Doc, mergeUpdates } from 'yjs'
import { hear, openCopyDatabase } from './copy-database.ts'
import { rememberCopy } from './kept-copies.ts'

/** One document's copy in this browser's storage. */
export interface DeviceStore {
  /** Resolves once what was kept is in the document; rejects where it cannot be read. */
  readonly read: Promise<void>
  /** The generation of what was kept, once read; 0 when nothing was. */
  generation(): number
  setGeneration(generation: number): void
  close(): void
  clear(): Promise<void>
}

/** A copy from before generations were told belongs to the first. */
const first = 1
/**
 * So many single changes are put together into one state, and what was deleted goes with them; more where the state is
 * large, since it is written whole.
 */
const mostSingle = 200
const bytesWorthOneMore = 500
/** The state stands before all changes: those are numbered from 1. */
const stateKey = 0
const rememberEveryMs = 60 * 60 * 1000

/**
 * Keeps a document in IndexedDB: one state and the changes since. Of several tabs with the same seat one writes, and
 * the next one takes over when it closes; `onTrouble` when the browser does not keep what it is given, `onOld` with a
 * copy of another history than the document's. Large documents are read and written a few milliseconds at a time.
 */
export function openDeviceStore(
  name: string,
  doc: Doc,
  known: () => number,
  { onTrouble, onOld }: { onTrouble: () => void; onOld: (copy: Uint8Array) => void },
): DeviceStore {
  const origin = Symbol(name)
  const leaving = new AbortController()
  const opened = openCopyDatabase(name, onTrouble)
  const wasEmpty = doc.store.clients.size === 0
  let generation = 0
  /** What is stored that the document holds: a state, by the mark that it was written with, and changes behind it. */
  let mark: unknown
  let lastKey = stateKey
  let single = 0
  let stateBytes = 0
  let isRead = false
  let writes = false
  /** Changes that wait for the state that they build on to be written. */
  let held: Uint8Array[] | null = null
  let isReplacing = false

  const read = takeIn().then(() => {})
  // Whoever has the lock writes. Where there are no locks (a page without TLS) every tab does.
  const whenWriting = async () => {
    if (leaving.signal.aborted) return
    const isFromTheStart = wasEmpty && !isRead
    writes = true
    await read
    // With every change stored from now on, what was read needs no writing.
    if (!isFromTheStart || mark === undefined) await replace()
    await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve))
  }
  const locks = typeof BroadcastChannel === 'undefined' ? undefined : navigator.locks
  void (locks ? locks.request(name, { signal: leaving.signal }, whenWriting) : whenWriting()).catch(() => {
    // What cannot be read stays as it is.
    writes = false
    if (!leaving.signal.aborted) onTrouble()
  })

  /** Takes in what is stored, as far as the document does not hold it yet; answers what is of another history. */
  async function takeIn(): Promise<Uint8Array[]> {
    const found: { told?: unknown; mark?: unknown; keys: IDBValidKey[]; updates: Uint8Array[] } = {
      keys: [],
      updates: [],
    }
    await (await opened).within('readonly', (updates, facts) => {
      hear(facts.get('generation'), (told) => Object.assign(found, { told }))
      hear(facts.get('mark'), (written) => {
        found.mark = written
        const isKnown = written !== undefined && written === mark
        const newer = isKnown ? IDBKeyRange.lowerBound(lastKey, true) : null
        hear(updates.getAllKeys(newer), (keys) => Object.assign(found, { keys }))
        hear(updates.getAll(newer), (all) => Object.assign(found, { updates: all }))
      })
    })
    const kept = typeof found.told === 'number' ? found.told : first
    lastKey = Number(found.keys.at(-1) ?? lastKey)
    single += found.updates.length
    isRead = found.updates.length === 0
    if (isRead) return []
    // A copy of another history is not merged; it is set aside. One that was written before the server had said
    // which it is holds nothing of any.
    if (known() !== 0 && kept !== 0 && kept !== known()) {
      isRead = true
      return found.updates
    }
    generation = kept
    mark = found.mark
    await applyUnhurried(doc, found.updates, origin)
    isRead = true
    return []
  }

  /** Puts the document in the place of everything that is stored and that it holds. */
  async function replace() {
    isReplacing = true
    if (mark === undefined) held = []
    try {
      const old = await takeIn()
      const through = lastKey
      const state = await encodeUnhurried(doc)
      if (leaving.signal.aborted) return
      if (old.length > 0) onOld(mergeUpdates(old))
      const written = Math.random()
      const behind = held ?? []
      held = null
      await (await opened).within('readwrite', (updates, facts) => {
        updates.delete(IDBKeyRange.upperBound(through))
        updates.put(state, stateKey)
        for (const update of behind) updates.add(update)
        facts.put(known() || generation, 'generation')
        facts.put(written, 'mark')
      })
      mark = written
      single = behind.length
      stateBytes = state.length
      rememberCopy(name)
    } finally {
      held = null
      isReplacing = false
    }
  }

  function keep(update: Uint8Array, from: unknown) {
    if (from === origin || !writes) return
    single += 1
    if (held) held.push(update)
    else append(update).catch(onTrouble)
    const isWorthIt = single > mostSingle + stateBytes / bytesWorthOneMore
    if (isWorthIt && isRead && !isReplacing) replace().catch(onTrouble)
  }
  const append = async (update: Uint8Array) =>
    (await opened).within('readwrite', (updates) => updates.add(update))
  doc.on('update', keep)

  // A page may stay open for days: its copy is in use as long.
  const remembering = setInterval(() => {
    if (writes) rememberCopy(name)
  }, rememberEveryMs)

  function close() {
    doc.off('update', keep)
    clearInterval(remembering)
    leaving.abort()
    opened.then((found) => found.close()).catch(() => {})
  }

  return {
    read,
    generation: () => generation,
    setGeneration(next) {
      const put = async () => (await opened).within('readwrite', (_, facts) => facts.put(next, 'generation'))
      if (writes) put().catch(onTrouble)
    },
    close,
    async clear() {
      close()
      await opened.catch(() => {})
      indexedDB.deleteDatabase(name)
    },
  }
}

/** What lies in the copy of this name; rejects where it cannot be read. */
export async function readCopy(name: string): Promise<Uint8Array[]> {
  const database = await openCopyDatabase(name, () => {})
  let found: Uint8Array[] = []
  await database
    .within('readonly', (updates) => {
      hear(updates.getAll(), (all) => {
        found = all
      })
    })
    .finally(database.close)
  return found
}
