import type { Doc } from 'yjs'
import { openDeviceStore } from './device-store.ts'
import { forgetOldCopies } from './kept-copies.ts'
import { shareWithTabs } from './tabs.ts'

export interface KeepOptions {
  readonly name: string
  readonly doc: Doc
  /** Whether this device may keep it; other tabs are told in any case. */
  readonly isStored: boolean
  /** The generation that the document is known to belong to; 0 as long as none is. */
  readonly generation: () => number
  /** Told when the browser does not keep what it is given. */
  readonly onTrouble: () => void
  /** Told of a copy of another history, which is not merged. */
  readonly onOld: (copy: Uint8Array) => void
}

forgetOldCopies()

/** Keeps a document on this device and shares it with the other tabs of the same seat, without the network. */
export function keepCopy({ name, doc, isStored, generation, ...told }: KeepOptions) {
  const store = isStored ? openDeviceStore(name, doc, generation, told) : null
  let tabs: { close(): void } | null = null
  let isOver = false
  const share = () => {
    if (!isOver && generation() !== 0) tabs ??= shareWithTabs(name, doc, generation)
  }
  share()
  const close = () => {
    isOver = true
    tabs?.close()
    store?.close()
  }
  return {
    /** The generation of what was kept; rejects where it cannot be read. */
    read: store ? store.read.then(() => store.generation()) : Promise.resolve(0),
    belongs(next: number) {
      store?.setGeneration(next)
      share()
    },
    close,
    async clear() {
      close()
      await store?.clear()
    },
  }
}
