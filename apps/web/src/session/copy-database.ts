/** The database of one document's copy: its updates in order, and facts about them by name. */
export interface CopyDatabase {
  /** One transaction; resolves once it is on disk. */
  within(
    mode: IDBTransactionMode,
    work: (updates: IDBObjectStore, facts: IDBObjectStore) => void,
  ): Promise<void>
  close(): void
}

/** Opens it, or makes it; `onTrouble` when the browser takes it away. */
export async function openCopyDatabase(name: string, onTrouble: () => void): Promise<CopyDatabase> {
  const db = await open(name)
  db.onversionchange = () => db.close()
  db.onclose = onTrouble
  return {
    within: (mode, work) =>
      new Promise((resolve, reject) => {
        const transaction = db.transaction(['updates', 'custom'], mode)
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
        work(transaction.objectStore('updates'), transaction.objectStore('custom'))
      }),
    close: () => db.close(),
  }
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

/** Calls back with what a request found, within its transaction. */
export function hear<T>(request: IDBRequest<T>, answer: (result: T) => void): void {
  request.onsuccess = () => answer(request.result)
}
