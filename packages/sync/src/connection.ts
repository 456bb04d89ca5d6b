/**
 * All that sync needs of a socket, so that it works on `ws`, on a pair in memory, or on anything
 * else. The app calls `Member.receive` for every binary message and `Member.leave` once it closed.
 */
export interface Connection {
  /** The negotiated subprotocol. `y-websocket` never gets a frame that y-websocket 3.1 does not know. */
  readonly protocol: Protocol
  /** Bytes handed to `send` that have not left yet. */
  readonly bufferedAmount: number
  /** One message, one frame. Must not throw on a socket that is closing. The bytes must not be changed. */
  send(bytes: Uint8Array): void
  /** Closes politely; a repeated call does nothing. */
  close(code: number, reason: string): void
}

/** `vispera.2` carries many documents on one socket: then a connection is a channel of it (channels.ts). */
export type Protocol = 'y-websocket' | 'vispera.1' | 'vispera.2'
