import { IndexeddbPersistence } from 'y-indexeddb'
import type { Doc } from 'yjs'
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

/** With `isAllowed` false (a protected workshop) everything stays in memory. */
export function openDeviceCopies(
  workshop: string,
  participant: string,
  isAllowed: () => boolean,
): DeviceCopies {
  const open = new Map<string, IndexeddbPersistence>()
  const nameOf = (document: string) => `${copyPrefix}${participant}/${document}`
  return {
    async keep(document, doc) {
      if (!isAllowed() || open.has(document)) return
      try {
        const copy = new IndexeddbPersistence(nameOf(document), doc)
        open.set(document, copy)
        rememberCopy(nameOf(document))
        await Promise.race([copy.whenSynced, wait(patienceMs)])
      } catch {
        // Storage is switched off (some private windows): the workshop works from memory.
      }
    },
    isKept: (document) => isAllowed() && isCopyKept(nameOf(document)),
    release(document) {
      void open.get(document)?.destroy()
      open.delete(document)
    },
    async forget({ ofAll } = { ofAll: false }) {
      // The keys to notes, and where hearts were left: later parts keep them (own-keys.ts).
      for (const kept of ['keys', 'hearts']) writeStored(`${kept}.${workshop}`, null)
      await Promise.allSettled([...open.values()].map((copy) => copy.clearData()))
      open.clear()
      forgetCopies(
        (name) =>
          name.startsWith(`${copyPrefix}${ofAll ? '' : participant}`) && name.includes(`/${workshop}/`),
      )
    },
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
