/**
 * Why a document could not be served. The list is closed: whoever shows or sends a reason can name them all.
 *
 * - `unanswered`: the store did not answer in time
 * - `damaged`: what is stored does not fit together; it is left as it is
 * - `closed`: this process takes no more work
 * - `full`: the document holds as much as it may
 * - `wiped`: the document is being deleted, or was while this waited
 */
export type SyncReason = 'unanswered' | 'damaged' | 'closed' | 'full' | 'wiped'

/** What `transact` and `read` reject with when nothing is wrong with the change itself. */
export class SyncError extends Error {
  override readonly name = 'SyncError'
  readonly reason: SyncReason

  constructor(reason: SyncReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
