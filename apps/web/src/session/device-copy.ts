import type { Doc, Transaction } from 'yjs'
import { soon } from '../later/later.ts'
import { onceStands } from '../later/warm-up.ts'
import { copyPrefix, forgetCopies, isCopyKept, rememberCopy } from './kept-copies.ts'
import { writeStored } from './stored.ts'

/**
 * Copies of open documents in this browser, so that a closed tab or a crash loses nothing that was not sent
 * yet. Forgotten when somebody leaves, when the workshop is deleted, and after two days.
 */
export interface DeviceCopies {
  /** Brings what is kept into `doc` and keeps it from now on. Never fails: without storage there is no copy. */
  keep(document: string, doc: Doc): Promise<void>
  /** Whether something of it may lie on this device from before. */
  isKept(document: string): boolean
  release(document: string): void
  /** Deletes this seat's copies, and its keys to notes; with `ofAll`, those of every seat that this browser ever had in the workshop. */
  forget(options?: { ofAll: boolean }): Promise<void>
}

/** A browser that does not answer must not keep anybody from the board. */
const patienceMs = 1_500

const storage = soon(() => import('y-indexeddb').then(({ IndexeddbPersistence }) => IndexeddbPersistence))

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
      if (isCopyKept(name)) await Promise.race([copy.begin(), wait(patienceMs)])
    },
    isKept: (document) => isAllowed() && isCopyKept(nameOf(document)),
    release(document) {
      open.get(document)?.close()
      open.delete(document)
    },
    async forget({ ofAll } = { ofAll: false }) {
      // The keys to notes, and where hearts were left: later parts keep them (own-keys.ts).
      for (const kept of ['keys', 'hearts']) writeStored(`${kept}.${workshop}`, null)
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
 * A copy that starts with the first change made here, else once the board stands: before that there is nothing to
 * lose. Started, it takes in the whole document first, so that nothing of it is missing.
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
  const stopStanding = onceStands(() => void begin())
  const stopWaiting = () => {
    doc.off('update', onUpdate)
    stopStanding()
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
