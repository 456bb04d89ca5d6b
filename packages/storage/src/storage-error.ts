/**
 * Why the store could not do what was asked. The list is closed: whoever shows or sends a reason
 * can name them all.
 *
 * - `full`: no space left (or a quota or file size limit); nothing was written, later attempts may work
 * - `read-only`: the folder or file may not be written
 * - `unreadable`: the file or folder cannot be read or created at all
 * - `damaged`: stored bytes fail their checksum or cannot be parsed; they are left as they are
 * - `foreign`: the file is not a Vispera database
 * - `newer-version`: the file was written by a newer Vispera
 * - `in-use`: another process has this file open for writing
 * - `outdated`: the document was deleted or set back since what is to be written was made; nothing was written
 * - `unreachable`: the database does not answer; it is tried again by itself, and works again once it is back
 * - `failed`: the disk reported an error that makes further writes untrustworthy until a restart
 * - `closed`: the store was closed, or its writer stopped
 */
export type StorageReason =
  | 'full'
  | 'read-only'
  | 'unreadable'
  | 'damaged'
  | 'foreign'
  | 'newer-version'
  | 'in-use'
  | 'outdated'
  | 'unreachable'
  | 'failed'
  | 'closed'

/** The only error a store throws on purpose. `message` is for people, `reason` for code. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly reason: StorageReason

  constructor(reason: StorageReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
