import type { DatabaseSync } from 'node:sqlite'
import { fromBothEnds } from './from-both-ends.ts'

// The updates of all documents, in two tables. What was written last is in `recent`, in the order of writing: all
// updates of a commit, of whatever documents, share a page or two. From there they are carried in bulk into `log`,
// which keeps those of a document side by side; a page of it is then written once for many of them. An update is in
// one of the two, so between them a document has no gap.

/** How much may wait in `recent`: every document that is read looks through all of it. */
const mostRows = 2000
const mostBytes = 1_000_000
/** Writing larger updates twice costs more than the pages that they do not share. */
const largest = 16_384

export interface Logged {
  readonly seq: number
  readonly bytes: unknown
  readonly checksum: number
}

/** The log, inside whatever transaction the caller has open. */
export function openLog(db: DatabaseSync) {
  const insert = (table: string) =>
    db.prepare(`INSERT INTO ${table} (document, seq, bytes, checksum) VALUES (?, ?, ?, ?)`)
  const intoRecent = insert('recent')
  const intoLog = insert('log')
  const settled = db.prepare(
    'SELECT seq, bytes, checksum FROM log WHERE document = ? AND seq > ? ORDER BY seq',
  )
  const waiting = 'SELECT seq, bytes, checksum FROM recent WHERE document = ? AND seq > ?'
  const drops = ['log', 'recent'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE document = ? AND seq <= ?`),
  )
  let waitingRows = 0
  /** Too many after a commit that failed, which does no harm. */
  let waitingBytes = 0

  return {
    /** Appends an update. The caller sees to it that there is none of that number. */
    add(document: number, seq: number, bytes: Uint8Array, checksum: number) {
      if (bytes.length > largest) {
        intoLog.run(document, seq, bytes, checksum)
        return
      }
      // Numbered from one again whenever it was emptied.
      waitingRows = Number(intoRecent.run(document, seq, bytes, checksum).lastInsertRowid)
      waitingBytes += bytes.length
    },

    /** Carries over what waits when it is enough to be worth it. */
    settleSome() {
      if (waitingRows < mostRows && waitingBytes < mostBytes) return
      settle(db)
      waitingRows = 0
      waitingBytes = 0
    },

    /**
     * A document's updates after number `after`, by number. What is on a damaged page of `recent` is left out, so
     * that it costs those alone whose updates are on it: the caller notices the gap.
     */
    after(document: number, after: number): Logged[] {
      const recent = fromBothEnds(db, waiting, ['rowid'], document, after)
      const rows = [...settled.all(document, after), ...recent] as unknown as Logged[]
      return rows.sort((a, b) => a.seq - b.seq)
    },

    dropUpTo(document: number, seq: number) {
      for (const drop of drops) drop.run(document, seq)
    },
  }
}

/** To be called once for a connection that settles: what is sorted on the way must not lie in a file of its own. */
export function keepOutOfTemporaryFiles(db: DatabaseSync) {
  db.exec('PRAGMA temp_store = MEMORY')
}

/** Carries all that waits in `recent` into the log, inside the caller's transaction; writes nothing where nothing waits. */
export function settle(db: DatabaseSync) {
  if (!db.prepare('SELECT 1 FROM recent LIMIT 1').get()) return
  // Ignored is what is there already: a page that was emptied and that a failing disk brought back.
  db.exec(`
    INSERT OR IGNORE INTO log (document, seq, bytes, checksum)
      SELECT document, seq, bytes, checksum FROM recent ORDER BY document, seq;
    DELETE FROM recent`)
}
