import { DatabaseError } from 'pg'
import { StorageError, type StorageReason } from '../storage-error.ts'

/** The code of our own with which an append is refused whose document has another history by now. */
export const outdated = 'VS001'

// Codes of https://www.postgresql.org/docs/current/errcodes-appendix.html, whole or by class, that need a reason
// of their own.
const byCode: Record<string, StorageReason> = {
  53100: 'full', // disk_full
  25006: 'read-only', // read_only_sql_transaction
  '3D000': 'unreadable', // invalid_catalog_name
  42501: 'unreadable', // insufficient_privilege
  '55P03': 'unreachable', // lock_not_available
  57014: 'unreachable', // query_canceled: it took too long
  [outdated]: 'outdated',
  XX001: 'damaged', // data_corrupted
  XX002: 'damaged', // index_corrupted
}
const byClass: Record<string, StorageReason> = {
  '08': 'unreachable', // connection exception
  28: 'unreadable', // invalid authorization
  53: 'unreachable', // insufficient resources: too many connections, no memory
  57: 'unreachable', // operator intervention: it is shutting down, or still starting
}

const phrases: Partial<Record<StorageReason, string>> = {
  full: 'the database has no space left: free some, writing works again without a restart',
  'read-only': 'the database takes no writes: DATABASE_URL must lead to the primary server',
  unreadable: 'the database lets us not in: check the user, the password and the name in DATABASE_URL',
  damaged: 'the database is damaged: restore a backup',
  foreign: 'the database is not one of Vispera',
  'newer-version':
    'the database was written by a newer Vispera: start that version, or restore an older backup',
  'in-use': 'another machine has taken this one’s place in the database: restart this one',
  outdated: 'the document was deleted or set back meanwhile',
  unreachable: 'the database does not answer',
  failed: 'the database could not do this',
  closed: 'the database is closed',
}

export function postgresError(reason: StorageReason, detail = '', cause?: unknown): StorageError {
  const phrase = phrases[reason] ?? reason
  return new StorageError(reason, detail === '' ? phrase : `${phrase} (${detail})`, { cause })
}

/** Gives any error of the driver, the server or the network a reason and a message an operator can act on. */
export function explain(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const code = codeOf(error)
  const reason = byCode[code] ?? byClass[code.slice(0, 2)] ?? (isFromServer(error) ? 'failed' : 'unreachable')
  return postgresError(reason, detailOf(error, code), error)
}

/** Whether the same may well work at once: somebody else was in the way. */
export const isClash = (error: unknown) => ['40001', '40P01'].includes(codeOf(error))

/** Whether it was the server that said no, to one statement, on a line that is as good as before. */
export function isFromServer(error: unknown): boolean {
  return error instanceof DatabaseError && !['08', '57'].includes(codeOf(error).slice(0, 2))
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

// What the server says may quote what was being written; only its code is repeated. A system's error names no
// more than an address.
function detailOf(error: unknown, code: string): string {
  if (code !== '') return code
  return error instanceof Error ? error.message : String(error)
}
