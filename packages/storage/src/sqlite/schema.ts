/** Raised by one with every change of the tables; an older Vispera refuses a newer file. */
export const schemaVersion = 1

export const tables = `
  -- seq: number of the document's last update
  CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS log (
    document INTEGER NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
  -- the newest generation and the one before it
  CREATE TABLE IF NOT EXISTS snapshot (
    document INTEGER NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS record (
    collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;
`
