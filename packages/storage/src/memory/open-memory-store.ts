import { StorageError } from '../storage-error.ts'
import type { Batch, RecordChange, Snapshot, Store, StoredDocument } from '../store.ts'
import { createTurns } from '../turns.ts'

interface KeptDocument {
  snapshot: Snapshot | null
  tail: Uint8Array[]
  seq: number
  generation: number
}

const nothingYet = (): KeptDocument => ({ snapshot: null, tail: [], seq: 0, generation: 1 })

/** A store that forgets everything with the process; for tests and demonstrations. */
export function openMemoryStore(): Store {
  const documents = new Map<string, KeptDocument>()
  const collections = new Map<string, Map<string, string>>()
  let closed = false

  const keptOf = (document: string) => {
    const kept = documents.get(document) ?? nothingYet()
    documents.set(document, kept)
    return kept
  }

  // Every answer comes in a later turn, as from a disk, so that tests meet the same order of events.
  const later = async <T>(work: () => T): Promise<T> => {
    if (closed) throw new StorageError('closed', 'storage is closed')
    await Promise.resolve()
    return work()
  }

  const collection = (name: string) => {
    const found = collections.get(name) ?? new Map<string, string>()
    collections.set(name, found)
    return found
  }

  const writeNow = (changes: readonly RecordChange[]): boolean => {
    const claimed = new Set<string>()
    for (const change of changes) {
      if (change.kind !== 'claim') continue
      const name = JSON.stringify([change.collection, change.key])
      if (claimed.has(name) || collection(change.collection).has(change.key)) return false
      claimed.add(name)
    }
    for (const change of changes) {
      if (change.kind === 'delete') collection(change.collection).delete(change.key)
      else collection(change.collection).set(change.key, JSON.stringify(change.value))
    }
    return true
  }

  const isWithin = (path: string) => (name: string) =>
    name === path || name.startsWith(path.endsWith('/') ? path : `${path}/`)

  const compact = (document: string, snapshot: Snapshot) =>
    later(() => {
      const kept = documents.get(document)
      // A newer snapshot stands already: another machine was quicker.
      if (!kept || snapshot.seq < kept.seq - kept.tail.length) return
      kept.tail = kept.tail.slice(kept.tail.length - (kept.seq - snapshot.seq))
      kept.snapshot = { seq: snapshot.seq, bytes: snapshot.bytes.slice() }
    })

  return {
    load: (document) =>
      later((): StoredDocument => {
        const { snapshot, tail, seq, generation } = documents.get(document) ?? nothingYet()
        const copies = tail.map((update) => update.slice())
        return { snapshot: snapshot?.bytes.slice() ?? null, tail: copies, seq, generation }
      }),

    since: (document, after) =>
      later(() => {
        const { tail, seq } = documents.get(document) ?? nothingYet()
        const first = seq - tail.length
        if (after < first || after > seq) return null
        const updates = tail.slice(after - first)
        return {
          updates: updates.map((bytes, index) => ({ seq: after + 1 + index, bytes: bytes.slice() })),
          seq,
        }
      }),

    newGeneration: (document) =>
      later(() => {
        const kept = keptOf(document)
        kept.generation = 2 + Math.floor(Math.random() * 2 ** 48)
        return kept.generation
      }),

    append: (batch: Batch) =>
      later(() => {
        const reached = new Map<string, number>()
        for (const { document, generation, seq } of batch.onto ?? []) {
          const kept = documents.get(document) ?? nothingYet()
          if (kept.generation !== generation || kept.seq < seq)
            throw new StorageError('outdated', `document ${document} was deleted or set back`)
        }
        if (!writeNow(batch.records ?? []))
          throw new StorageError('failed', 'a claimed record exists already')
        for (const { document, update } of batch.updates) {
          const kept = keptOf(document)
          kept.tail.push(update.slice())
          kept.seq += 1
          reached.set(document, kept.seq)
        }
        return reached
      }),

    compact,
    // It never keeps a previous generation.
    purge: compact,
    documents: (path) => later(() => [...documents.keys()].filter(isWithin(path)).sort()),

    deleteDocuments: (path) =>
      later(() => {
        const names = [...documents.keys()].filter(isWithin(path))
        for (const name of names) documents.delete(name)
        return names.length
      }),

    get: (name, key) =>
      later(() => {
        const json = collection(name).get(key)
        return json === undefined ? undefined : (JSON.parse(json) as unknown)
      }),

    list: (name, prefix = '') =>
      later(() =>
        [...collection(name)]
          .filter(([key]) => key.startsWith(prefix))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, json]) => ({ key, value: JSON.parse(json) as unknown })),
      ),

    put: (name, key, value) => later(() => void writeNow([{ kind: 'put', collection: name, key, value }])),
    putIfAbsent: (name, key, value) =>
      later(() => writeNow([{ kind: 'claim', collection: name, key, value }])),
    delete: (name, key) => later(() => void writeNow([{ kind: 'delete', collection: name, key }])),
    write: (changes) => later(() => writeNow(changes)),

    exclusively: createTurns(),
    slot: async () => 0,
    health: () => ({ writable: !closed, problem: null, damage: [] }),
    close: async () => {
      closed = true
    },
  }
}
