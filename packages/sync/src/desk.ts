import type { Store, StoredDocument } from '@vispera/storage'
import type { Clock } from './clock.ts'
import { type HeldDocument, holdDocument } from './held-document.ts'
import { loadOwners, type Owners } from './owners.ts'
import type { CheckedRules } from './rules.ts'
import { SyncError } from './sync-error.ts'

/** What a room works on: the document as it is held in memory, and what belongs to it. */
export interface Desk {
  readonly document: HeldDocument
  readonly owners: Owners
  readonly rules: CheckedRules
  readonly generation: number
}

export interface DeskSurroundings {
  readonly store: Store
  readonly clock: Clock
  readonly random: () => number
  readonly rules: CheckedRules
  readonly loadTimeoutMs: number
}

/** Loads a document from the store; rejects with `unanswered`, `damaged` or a `StorageError`. */
export async function loadDesk(name: string, around: DeskSurroundings): Promise<Desk> {
  const { store, clock, rules } = around
  const [stored, owners] = await inTime(clock, around.loadTimeoutMs, read(store, name))
  const serverClient = owners.serverClient() ?? Math.floor(around.random() * 2 ** 32)
  return { document: hold(stored, rules, serverClient), owners, rules, generation: stored.generation }
}

async function read(store: Store, name: string): Promise<[StoredDocument, Owners]> {
  const slot = await store.slot()
  const stored = await store.load(name)
  // Afterwards, so that nobody whose words were loaded is unknown: another machine may be writing.
  return [stored, await loadOwners(store, name, slot, stored.generation)]
}

function hold(stored: StoredDocument, rules: CheckedRules, serverClient: number): HeldDocument {
  try {
    return holdDocument(stored, rules, () => serverClient)
  } catch (error) {
    throw new SyncError('damaged', 'what is stored is no document', { cause: error })
  }
}

function inTime<T>(clock: Clock, ms: number, loading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new SyncError('unanswered', 'storage does not answer')))
    loading.then(resolve, reject).finally(cancel)
  })
}
