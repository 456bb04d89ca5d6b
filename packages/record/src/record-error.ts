/** Why no record was made. People get a sentence; the reason is for code and for the wire. */
export type RecordRefusal =
  | 'unknown-format'
  | 'unknown-board'
  | 'no-table'
  /** The PDF maker is not installed on this machine or does not start. */
  | 'pdf-unavailable'
  | 'pdf-timeout'
  | 'pdf-failed'
  /** Too many people are waiting for a PDF; later it works. */
  | 'pdf-busy'

/** The one error of this package: no record was made. */
export class RecordError extends Error {
  readonly reason: RecordRefusal
  constructor(reason: RecordRefusal, detail: string) {
    super(`${reason}: ${detail}`)
    this.name = 'RecordError'
    this.reason = reason
  }
}
