/**
 * How the machines of one store talk to each other. A message reaches every other node that has subscribed to its
 * channel at most once, in the order in which its sender published; it may be lost, and nobody is told. What must
 * not be lost rests in the store. A node does not hear itself.
 */
export interface Bus {
  /** Whether there can be other nodes at all. */
  readonly isShared: boolean
  /** Never throws and never waits. */
  publish(channel: string, message: Uint8Array): void
  /**
   * Calls back for every message until the answer is called. That begins with a way to the server: `live` is called
   * once nothing is missed any more.
   */
  subscribe(channel: string, hear: (message: Uint8Array) => void, live?: () => void): () => void
  /** Calls back whenever messages may have been lost: the line is back after it was down. */
  onGap(callback: () => void): () => void
  /** How the bus is doing, for a health page. Never throws. */
  health(): BusHealth
  close(): Promise<void>
}

export interface BusHealth {
  readonly connected: boolean
  /** In words, without addresses or secrets; `null` while all is well. */
  readonly problem: string | null
}
