import { openMemoryStore, StorageError, type StorageReason, type Store } from '@vispera/storage'

/** A memory store whose appends can be held up or made to fail, and whose loads can be made to fail. */
export function aTroubledStore(inner: Store = openMemoryStore()) {
  let held: (() => void)[] | null = null
  const trouble = {
    appends: null as StorageReason | null,
    loads: null as StorageReason | null,
    /** A commit that fails after the bytes have reached the disk. */
    failsAfterwards: false,
  }
  const fail = (reason: StorageReason | null) => {
    if (reason) throw new StorageError(reason, `storage says ${reason}`)
  }
  const store: Store = {
    ...inner,
    async load(document) {
      fail(trouble.loads)
      return inner.load(document)
    },
    async append(batch) {
      if (held) await new Promise<void>((resolve) => held?.push(resolve))
      if (trouble.failsAfterwards) await inner.append(batch)
      fail(trouble.failsAfterwards ? 'failed' : trouble.appends)
      return inner.append(batch)
    },
  }
  return {
    store,
    trouble,
    /** From now on appends wait for `release`. */
    hold: () => {
      held ??= []
    },
    release: () => {
      const waiting = held ?? []
      held = null
      for (const go of waiting) go()
    },
  }
}
