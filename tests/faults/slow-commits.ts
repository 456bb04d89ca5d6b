import { DatabaseSync } from 'node:sqlite'

// Loaded before a server: `node --import ./tests/faults/slow-commits.ts <server>`. Every commit of its database takes
// 20 ms before it begins to reach the disk, as on a slow one: time enough for a server that speaks too early to be
// caught at it.

const { exec } = DatabaseSync.prototype
const never = new Int32Array(new SharedArrayBuffer(4))

DatabaseSync.prototype.exec = function slowExec(sql: string) {
  if (sql === 'COMMIT') Atomics.wait(never, 0, 0, 20)
  return exec.call(this, sql)
}
