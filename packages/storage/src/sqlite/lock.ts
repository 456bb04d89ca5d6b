import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/**
 * Claims a database file for this process; throws `in-use` when another has it. Two servers on one file would
 * each believe their rooms to be the only ones. The lock is a database of its own: the system lets go of it even
 * after kill -9, and tools may still read the real file.
 */
export function takeLock(file: string): () => void {
  const path = `${file}.lock`
  closeSync(openSync(path, 'a', 0o600))
  const lock = new DatabaseSync(path, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}
