/**
 * Close codes (PROTOCOL.md, P50 and on). y-websocket gives up on 4400 to 4499 and comes back after
 * all others.
 */
export const closeCodes = {
  /** The server stops or restarts. */
  restarting: 1012,
  /** A frame that no honest client sends. */
  badFrame: 4400,
  /** The session has expired or is not known. */
  expired: 4401,
  /** This session may not open this document. */
  forbidden: 4403,
  /** There is no such document. */
  unknown: 4404,
  /** The client's copy is of another generation of this document, and is not to be merged with it. */
  stale: 4409,
  /** The document was wiped while open. */
  wiped: 4410,
  /** Overloaded, too slow to read, or storage cannot be read or written. */
  unavailable: 4503,
  /** Storage or this document is full, or storage is read-only: nothing can be saved. */
  full: 4507,
  /** Far too many messages. */
  slowDown: 4529,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]
