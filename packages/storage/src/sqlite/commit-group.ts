import type { DatabaseSync } from 'node:sqlite'
import type { StorageError } from '../storage-error.ts'
import type { AnswerRequest } from './answer-request.ts'
import type { Reply, Request } from './requests.ts'
import { explain, isFailedSync, storageError } from './sqlite-error.ts'

export type CommitGroup = (group: readonly Request[]) => Reply[]

/**
 * Commits all requests of a group in one transaction: one sync to disk for all of them. Either every
 * request is answered, after the commit, or each gets the error.
 *
 * After a full disk the next group simply tries again. After a failed sync, or with damage found at
 * open, nothing is written any more: the system may have dropped pages it claims to have written, so
 * an attempt that seems to work would prove nothing.
 */
export function createCommitGroup(
  db: DatabaseSync,
  answer: AnswerRequest,
  damage: readonly string[],
): CommitGroup {
  let latched: StorageError | null = damage.length > 0 ? storageError('damaged', damage.join('; ')) : null

  const fail = (request: Request, error: StorageError): Reply => {
    const { reason, message } = error
    return { kind: 'error', id: request.id, error: { reason, message } }
  }

  const rollBack = (error: unknown) => {
    answer.forget()
    if (isFailedSync(error)) latched = storageError('failed', 'a sync to disk failed', error)
    try {
      if (db.isTransaction) db.exec('ROLLBACK')
    } catch (rollbackError) {
      latched = storageError('failed', 'a failed write could not be taken back', rollbackError)
    }
  }

  const commit: CommitGroup = (group) => {
    if (latched) {
      const error = latched
      return group.map((request) => fail(request, error))
    }
    try {
      db.exec('BEGIN IMMEDIATE')
      const replies = group.map(
        (request): Reply => ({ kind: 'answer', id: request.id, value: answer(request) }),
      )
      db.exec('COMMIT')
      if (group.some(({ kind }) => kind === 'deleteDocuments' || kind === 'purge')) forgetDeleted(db)
      return replies
    } catch (error) {
      rollBack(error)
      const explained = explain(error)
      // The fault of one request, not of the disk: the others deserve their own attempt.
      const isOfOne = explained.reason === 'failed' || explained.reason === 'outdated'
      const oneIsToBlame = isOfOne && !latched && group.length > 1
      if (oneIsToBlame) return group.flatMap((request) => commit([request]))
      return group.map((request) => fail(request, explained))
    }
  }

  return commit
}

const forgetAgainMs = 1000

/**
 * Deleted words must not linger in the write-ahead log. Somebody who reads, a backup for instance, can keep it from
 * being emptied; then it is tried again until it is, and nobody's writes wait for that.
 */
function forgetDeleted(db: DatabaseSync) {
  if (!db.isOpen) return
  db.exec('PRAGMA busy_timeout = 100')
  const emptied = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  db.exec('PRAGMA busy_timeout = 2000')
  if (Number(emptied?.busy) === 1) setTimeout(forgetDeleted, forgetAgainMs, db).unref()
}
