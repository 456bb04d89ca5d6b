/** Why no record was made. People get a sentence; the reason is for code and for the wire. */
export type RecordRefusal =
  | 'unknown-format'
  | 'unknown-board'
  | 'no-table'
  /** Too many records are waiting to be made; later it works. */
  | 'busy'
  /** Writing it took too long, or ended for a reason that is ours. */
  | 'timeout'
  | 'failed'
  /** The PDF maker is not installed on this machine or does not start. */
  | 'pdf-unavailable'
  | 'pdf-timeout'
  | 'pdf-failed'

/** The one error of this package: no record was made. */
export class RecordError extends Error {
  readonly reason: RecordRefusal
  constructor(reason: RecordRefusal, detail: string) {
    super(`${reason}: ${detail}`)
    this.name = 'RecordError'
    this.reason = reason
  }
}
