import { StorageError, type StorageReason, type Store } from '@vispera/storage'

/** What can be seen from outside of a store at work. */
export interface StoreWatch {
  /** Asked and not answered yet. */
  waiting(): number
  /** The last write that failed since the start, whatever came after it. */
  lastFailure(): { readonly at: number; readonly reason: StorageReason } | null
  /** Called with how long each commit of updates took, in seconds. */
  onCommit: ((seconds: number) => void) | null
  onFailure: ((reason: StorageReason) => void) | null
}

const writes = new Set(['append', 'compact', 'purge', 'newGeneration', 'deleteDocuments'])
const recordWrites = new Set(['put', 'putIfAbsent', 'delete', 'write'])

/** Refusals that say nothing about how the store is doing. */
const harmless: ReadonlySet<StorageReason> = new Set(['closed', 'outdated'])

/** The same store, watched: whatever adapter it is, its answers pass through unchanged. */
export function watchStore(store: Store, now: () => number): { store: Store; watch: StoreWatch } {
  let waiting = 0
  let lastFailure: ReturnType<StoreWatch['lastFailure']> = null
  const watch: StoreWatch = {
    waiting: () => waiting,
    lastFailure: () => lastFailure,
    onCommit: null,
    onFailure: null,
  }
  const answered = () => {
    waiting -= 1
  }

  function watched<Args extends unknown[], Answer>(
    name: keyof Store,
    ask: (...args: Args) => Promise<Answer>,
  ) {
    const isWrite = writes.has(name) || recordWrites.has(name)
    return (...args: Args): Promise<Answer> => {
      waiting += 1
      const startedAt = name === 'append' ? performance.now() : 0
      const answer = ask(...args)
      answer.then(
        () => {
          answered()
          if (name === 'append') watch.onCommit?.((performance.now() - startedAt) / 1000)
        },
        (error: unknown) => {
          answered()
          if (!isWrite || !(error instanceof StorageError) || harmless.has(error.reason)) return
          lastFailure = { at: now(), reason: error.reason }
          watch.onFailure?.(error.reason)
        },
      )
      return answer
    }
  }

  return {
    watch,
    store: {
      ...store,
      load: watched('load', store.load),
      since: watched('since', store.since),
      append: watched('append', store.append),
      compact: watched('compact', store.compact),
      purge: watched('purge', store.purge),
      newGeneration: watched('newGeneration', store.newGeneration),
      documents: watched('documents', store.documents),
      deleteDocuments: watched('deleteDocuments', store.deleteDocuments),
      get: watched('get', store.get),
      list: watched('list', store.list),
      put: watched('put', store.put),
      putIfAbsent: watched('putIfAbsent', store.putIfAbsent),
      delete: watched('delete', store.delete),
      write: watched('write', store.write),
    },
  }
}
