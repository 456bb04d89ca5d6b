import type { Doc, Transaction } from 'yjs'
import { onDemand } from '../later/later.ts'
import { onceWarm } from '../later/warm-up.ts'
import { copyPrefix, forgetCopies, isKept, rememberCopy } from './kept-copies.ts'

/**
 * Copies of open documents in this browser, so that a closed tab or a crash loses nothing that was not sent
 * yet. Forgotten when somebody leaves, when the workshop is deleted, and after two days.
 */
export interface DeviceCopies {
  /** Brings what is kept into `doc` and keeps it from now on. Never fails: without storage there is no copy. */
  keep(document: string, doc: Doc): Promise<void>
  release(document: string): void
  /** Deletes this seat's copies; with `ofAll`, those of every seat that this browser ever had in the workshop. */
  forget(options?: { ofAll: boolean }): Promise<void>
}

/** A browser that does not answer must not keep anybody from the board. */
const patienceMs = 1_500

const storage = onDemand(() => import('y-indexeddb').then(({ IndexeddbPersistence }) => IndexeddbPersistence))

/** With `isAllowed` false (a protected workshop) everything stays in memory. */
export function openDeviceCopies(
  workshop: string,
  participant: string,
  isAllowed: () => boolean,
): DeviceCopies {
  const open = new Map<string, DeviceCopy>()
  const nameOf = (document: string) => `${copyPrefix}${participant}/${document}`
  return {
    async keep(document, doc) {
      if (!isAllowed() || open.has(document)) return
      const name = nameOf(document)
      const copy = openCopy(name, doc)
      open.set(document, copy)
      if (isKept(name)) await Promise.race([copy.begin(), wait(patienceMs)])
    },
    release(document) {
      open.get(document)?.close()
      open.delete(document)
    },
    async forget({ ofAll } = { ofAll: false }) {
      await Promise.allSettled([...open.values()].map((copy) => copy.clear()))
      open.clear()
      forgetCopies(
        (name) =>
          name.startsWith(`${copyPrefix}${ofAll ? '' : participant}`) && name.includes(`/${workshop}/`),
      )
    },
  }
}

interface DeviceCopy {
  /** Starts now instead of later; resolves once what was kept is in the document. Never rejects. */
  begin(): Promise<void>
  close(): void
  clear(): Promise<void>
}

/**
 * A copy that starts with the first change made here, else with the rest of the page: before that there is nothing
 * to lose. Started, it takes in the whole document first, so that nothing of it is missing.
 */
function openCopy(name: string, doc: Doc): DeviceCopy {
  let copy: InstanceType<Awaited<ReturnType<typeof storage.fetch>>> | null = null
  let isOver = false
  const begin = async () => {
    if (copy || isOver) return
    try {
      const Storage = await storage.fetch()
      if (copy || isOver) return
      copy = new Storage(name, doc)
      stopWaiting()
      rememberCopy(name)
      await copy.whenSynced
    } catch {
      // Not fetched: the next change tries again. Or storage is switched off (some private windows): the
      // workshop works from memory.
    }
  }
  const onUpdate = (_: Uint8Array, __: unknown, ___: Doc, { local }: Transaction) => {
    if (local) void begin()
  }
  doc.on('update', onUpdate)
  const stopWarm = onceWarm(() => void begin())
  const stopWaiting = () => {
    doc.off('update', onUpdate)
    stopWarm()
  }
  const end = () => {
    isOver = true
    stopWaiting()
  }
  return {
    begin,
    close() {
      end()
      void copy?.destroy()
    },
    async clear() {
      end()
      await copy?.clearData()
    },
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
