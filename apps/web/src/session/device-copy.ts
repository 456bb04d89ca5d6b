import { IndexeddbPersistence } from 'y-indexeddb'
import type { Doc } from 'yjs'
import { readStored, writeStored } from './stored.ts'

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

const prefix = 'vispera/'
const keptFor = 2 * 24 * 60 * 60 * 1000
/** A browser that does not answer must not keep anybody from the board. */
const patienceMs = 1_500

/** With `isAllowed` false (a protected workshop) everything stays in memory. */
export function openDeviceCopies(
  workshop: string,
  participant: string,
  isAllowed: () => boolean,
): DeviceCopies {
  const open = new Map<string, IndexeddbPersistence>()
  const nameOf = (document: string) => `${prefix}${participant}/${document}`
  return {
    async keep(document, doc) {
      if (!isAllowed() || open.has(document)) return
      try {
        const copy = new IndexeddbPersistence(nameOf(document), doc)
        open.set(document, copy)
        remember(nameOf(document))
        await Promise.race([copy.whenSynced, wait(patienceMs)])
      } catch {
        // Storage is switched off (some private windows): the workshop works from memory.
      }
    },
    release(document) {
      void open.get(document)?.destroy()
      open.delete(document)
    },
    async forget({ ofAll } = { ofAll: false }) {
      await Promise.allSettled([...open.values()].map((copy) => copy.clearData()))
      open.clear()
      forgetCopies(
        (name) => name.startsWith(`${prefix}${ofAll ? '' : participant}`) && name.includes(`/${workshop}/`),
      )
    },
  }
}

/** Deletes copies that nobody has used for two days. Called when the app starts. */
export const forgetOldCopies = (now = Date.now()): void => forgetCopies((_, usedAt) => now - usedAt > keptFor)

function forgetCopies(which: (name: string, usedAt: number) => boolean): void {
  const copies = readCopies()
  for (const [name, usedAt] of Object.entries(copies)) {
    if (!which(name, usedAt)) continue
    delete copies[name]
    try {
      indexedDB.deleteDatabase(name)
    } catch {
      // Storage is switched off: then there is nothing to delete.
    }
  }
  writeStored('copies', Object.keys(copies).length === 0 ? null : JSON.stringify(copies))
}

const remember = (name: string) =>
  writeStored('copies', JSON.stringify({ ...readCopies(), [name]: Date.now() }))

function readCopies(): Record<string, number> {
  try {
    const read: unknown = JSON.parse(readStored('copies') ?? '{}')
    const entries = Object.entries(typeof read === 'object' && read !== null ? read : {})
    return Object.fromEntries(
      entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    )
  } catch {
    return {}
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
