import { applyUpdate, type Doc, encodeStateAsUpdate, mergeUpdates, transact } from 'yjs'
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
/** So many single changes are put together into one state: what was deleted goes with them. */
const mostSingle = 200
const rememberEveryMs = 60 * 60 * 1000

/**
 * Keeps a document in IndexedDB: one state and the changes since. Of several tabs with the same seat one writes, and
 * the next one takes over when it closes; `onTrouble` when the browser does not keep what
 * it is given, `onOld` with a copy of another history than the document's.
 */
export function openDeviceStore(
  name: string,
  doc: Doc,
  known: () => number,
  { onTrouble, onOld }: { onTrouble: () => void; onOld: (copy: Uint8Array) => void },
): DeviceStore {
  const origin = Symbol(name)
  const leaving = new AbortController()
  let generation = 0
  let single = 0
  let rememberedAt = 0
  let db: IDBDatabase | null = null
  let writes = false

  const opened = open(name).then((found) => {
    db = found
    found.onversionchange = () => found.close()
    found.onclose = onTrouble
    return found
  })
  const read = opened.then(() => put('readonly'))
  // Whoever has the lock writes. Where there are no locks (a page without TLS) every tab does.
  const whenWriting = async () => {
    await read
    if (leaving.signal.aborted) return
    writes = true
    await put('readwrite')
    await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve))
  }
  const locks = typeof BroadcastChannel === 'undefined' ? undefined : navigator.locks
  void (locks ? locks.request(name, { signal: leaving.signal }, whenWriting) : whenWriting()).catch(() => {
    if (!leaving.signal.aborted) onTrouble()
  })

  /** Takes in what is stored; with 'readwrite', puts the whole document in its place in the same transaction. */
  function put(mode: 'readonly' | 'readwrite'): Promise<void> {
    return within(mode, (updates, facts) => {
      const asked = facts.get('generation')
      const all = updates.getAll()
      const takeIn = () => {
        const stored = all.result as Uint8Array[]
        const told: unknown = asked.result
        const kept = stored.length === 0 ? 0 : typeof told === 'number' ? told : first
        // A copy of another history is not merged; it is set aside.
        const isSame = known() === 0 || kept === 0 || kept === known()
        if (isSame && stored.length > 0) {
          generation = kept
          const apply = () => {
            for (const update of stored) applyUpdate(doc, update)
          }
          transact(doc, apply, origin, false)
        }
        if (mode === 'readonly') return
        if (!isSame) onOld(mergeUpdates(stored))
        single = 0
        updates.clear()
        updates.add(encodeStateAsUpdate(doc))
        facts.put(known() || generation, 'generation')
        rememberNow()
      }
      all.onsuccess = () => {
        try {
          takeIn()
        } catch {
          // Nothing of it has happened: what cannot be read stays as it is.
          updates.transaction.abort()
        }
      }
    })
  }

  function keep(update: Uint8Array, from: unknown) {
    if (from === origin || !writes) return
    single += 1
    const kept =
      single > mostSingle ? put('readwrite') : within('readwrite', (updates) => updates.add(update))
    kept.catch(onTrouble)
    if (Date.now() - rememberedAt > rememberEveryMs) rememberNow()
  }
  doc.on('update', keep)

  function rememberNow() {
    rememberedAt = Date.now()
    rememberCopy(name)
  }

  function within(
    mode: IDBTransactionMode,
    work: (updates: IDBObjectStore, facts: IDBObjectStore) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!db) return reject(new Error('not open'))
      const transaction = db.transaction(['updates', 'custom'], mode)
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
      work(transaction.objectStore('updates'), transaction.objectStore('custom'))
    })
  }

  function close() {
    doc.off('update', keep)
    leaving.abort()
    opened.then((found) => found.close()).catch(() => {})
  }

  return {
    read,
    generation: () => generation,
    setGeneration(next) {
      if (writes) within('readwrite', (_, facts) => facts.put(next, 'generation')).catch(onTrouble)
    },
    close,
    async clear() {
      close()
      await opened.catch(() => {})
      indexedDB.deleteDatabase(name)
    },
  }
}

/** What lies in the copy of this name; nothing, where it cannot be read. */
export async function readCopy(name: string): Promise<Uint8Array[]> {
  const db = await open(name)
  const all = db.transaction('updates').objectStore('updates').getAll()
  return new Promise((resolve, reject) => {
    all.onsuccess = () => resolve(all.result as Uint8Array[])
    all.onerror = () => reject(all.error)
  }).finally(() => db.close()) as Promise<Uint8Array[]>
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('updates', { autoIncrement: true })
      request.result.createObjectStore('custom')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
