import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Where a database that is to replace another is made; nothing is there. */
export function placeForNew(file: string): string {
  const incoming = `${file}.restoring`
  for (const name of [incoming, ...beside(incoming)]) rmSync(name, { force: true })
  return incoming
}

/**
 * Puts a database where another is, at one moment, so that there never is none. The one before is kept under the
 * name `aside`; answers it, or `null` when there was none. Nobody may have either open.
 */
export function putInPlace(incoming: string, file: string, aside: string): string | null {
  syncFile(incoming)
  const isReplacing = existsSync(file)
  if (isReplacing) setAside(file, aside)
  renameSync(incoming, file)
  syncFile(dirname(file))
  return isReplacing ? aside : null
}

/** Waits until a file, or the names in a folder, would survive a power cut. */
export function syncFile(path: string) {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** What SQLite may keep beside a database. */
const beside = (file: string) => [`${file}-wal`, `${file}-shm`]

function setAside(file: string, aside: string) {
  bringTogether(file)
  try {
    linkSync(file, aside) // takes no space, which may be what is lacking
  } catch {
    copyFileSync(file, aside) // on a file system without links
    syncFile(aside)
  }
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${aside}-wal`)
  // What belongs to the old file must not be taken for the new one's.
  for (const name of beside(file)) rmSync(name, { force: true })
}

/** Takes what a server that was killed left in the log beside the database into the database. */
function bringTogether(file: string) {
  const db = new DatabaseSync(file, { timeout: 2000 })
  try {
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  } catch {
    // It is damaged, or not ours; then it is set aside just as it is.
  } finally {
    db.close()
  }
}
