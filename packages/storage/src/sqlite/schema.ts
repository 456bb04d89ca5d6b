/** Raised by one with every change of the tables; an older Vispera refuses a newer file. */
export const schemaVersion = 4

// One row. generation: of every document that is not there yet, so that a document made after the backup which
// was taken back is not mistaken for one that is made now.
const history = `
  CREATE TABLE IF NOT EXISTS history (
    id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO history (id, generation) VALUES (1, 1);
`

// No key, so that rows lie in the order of writing (log.ts).
const recent = `
  CREATE TABLE IF NOT EXISTS recent (
    document INTEGER NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL
  ) STRICT;
`

export const tables = `
  -- seq: number of the document's last update; generation: names its history
  CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL,
    generation INTEGER NOT NULL DEFAULT 1
  ) STRICT;
  CREATE TABLE IF NOT EXISTS log (
    document INTEGER NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
  ${recent}
  -- the newest generation and the one before it
  CREATE TABLE IF NOT EXISTS snapshot (
    document INTEGER NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS record (
    collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    checksum INTEGER, -- null: not written since version 3
    PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;
  ${history}
`

/** What brings a file from the version before to this one, by the version it brings it to. */
export const migrations: ReadonlyMap<number, string> = new Map([
  [2, 'ALTER TABLE document ADD COLUMN generation INTEGER NOT NULL DEFAULT 1'],
  [3, `ALTER TABLE record ADD COLUMN checksum INTEGER; ${history}`],
  [4, recent],
])
