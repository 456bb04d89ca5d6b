import { readStored, writeStored } from './stored.ts'

/** Names of our databases in this browser begin with this. */
export const copyPrefix = 'vispera/'
const keptFor = 2 * 24 * 60 * 60 * 1000

/** Deletes copies that nobody has used for two days. Called when the app starts. */
export const forgetOldCopies = (now = Date.now()): void => forgetCopies((_, usedAt) => now - usedAt > keptFor)

/** Deletes the copies for which `which` holds. */
export function forgetCopies(which: (name: string, usedAt: number) => boolean): void {
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

/** Notes that a copy is in use today. */
export const rememberCopy = (name: string): void =>
  writeStored('copies', JSON.stringify({ ...readCopies(), [name]: Date.now() }))

/** Whether this browser keeps a copy by this name. */
export const isCopyKept = (name: string): boolean => Object.hasOwn(readCopies(), name)

export const copyNames = (): string[] => Object.keys(readCopies())

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
