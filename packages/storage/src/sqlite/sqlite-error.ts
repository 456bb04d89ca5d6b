import { StorageError, type StorageReason } from '../storage-error.ts'

// Result codes of https://www.sqlite.org/rescode.html that need a reason of their own.
const primary: Record<number, StorageReason> = {
  5: 'in-use', // BUSY
  6: 'in-use', // LOCKED
  8: 'read-only', // READONLY
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'unreadable', // CANTOPEN
  23: 'unreadable', // AUTH
  26: 'foreign', // NOTADB
}

// A write(2) that failed for a quota or a file size limit arrives as "I/O error while writing".
// Nothing reached the disk that counts, so it is a kind of full: later attempts may work.
const failedWrites = new Set([778 /* WRITE */, 1546 /* TRUNCATE */, 4874 /* SHMSIZE */])

const failedSyncs = new Set([1034 /* FSYNC */, 1290 /* DIR_FSYNC */])

const phrases: Record<StorageReason, string> = {
  full: 'storage is full: free some space, writing works again without a restart',
  'read-only': 'storage is read-only: the data folder and its files must be writable',
  unreadable: 'storage cannot be opened: check the path and its permissions',
  damaged: 'storage is damaged: restore a backup, or copy the file away before trying to repair it',
  foreign: 'storage is not a Vispera database: choose another data folder',
  'newer-version': 'storage was written by a newer Vispera: start that version, or restore an older backup',
  'in-use': 'storage is in use: another Vispera runs on the same data folder',
  outdated: 'the document was deleted or set back meanwhile',
  unreachable: 'storage does not answer',
  failed: 'storage failed: the disk reported an error, check it and restart',
  closed: 'storage is closed',
}

export function storageError(reason: StorageReason, detail: string, cause?: unknown): StorageError {
  const message = detail === '' ? phrases[reason] : `${phrases[reason]} (${detail})`
  return new StorageError(reason, message, { cause })
}

/** Gives any error thrown by SQLite or the file system a reason and a message an operator can act on. */
export function explain(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  if (!(error instanceof Error)) return storageError('failed', String(error), error)
  return storageError(reasonOf(error), error.message, error)
}

/** After a failed fsync nobody knows what is on the disk; only a new look at the file does. */
export function isFailedSync(error: unknown): boolean {
  return failedSyncs.has(sqliteCode(error))
}

function reasonOf(error: Error): StorageReason {
  const code = sqliteCode(error)
  if (failedWrites.has(code)) return 'full'
  if (code !== 0) return primary[code & 0xff] ?? 'failed'
  const systemCode = 'code' in error ? error.code : ''
  if (systemCode === 'ENOSPC' || systemCode === 'EDQUOT' || systemCode === 'EFBIG') return 'full'
  if (systemCode === 'EROFS' || systemCode === 'EACCES' || systemCode === 'EPERM') return 'read-only'
  return 'syscall' in error ? 'unreadable' : 'failed'
}

function sqliteCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
}
