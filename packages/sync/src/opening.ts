/** What a client says of its copy of a document when it opens a channel to it (PROTOCOL.md, P72). */
export interface Opening {
  /** The generation that the copy belongs to; 0 when it knows of none. */
  readonly generation: number
  /** Every committed update up to this number is in the copy; `null` when it cannot tell. */
  readonly reached: number | null
  /** The copy's state vector, in place of a SyncStep1; `null` where a number was reached. */
  readonly vector: Uint8Array | null
  /** The copy may hold what the server does not have, and wants to be asked for it. */
  readonly hasUnsent: boolean
}
