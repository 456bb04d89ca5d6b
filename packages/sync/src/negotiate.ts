import type { Protocol } from './connection.ts'

const known: readonly Protocol[] = ['vispera.2', 'vispera.1', 'y-websocket']

/**
 * Reads a `Sec-WebSocket-Protocol` header (`y-websocket, token.<token>`): the subprotocol to select
 * and the session token. Either is `null` when it was not offered.
 */
export function negotiate(header: string | undefined): { protocol: Protocol | null; token: string | null } {
  const offered = (header ?? '').split(',').map((name) => name.trim())
  const token = offered.find((name) => name.startsWith('token.'))
  return {
    protocol: known.find((name) => offered.includes(name)) ?? null,
    token: token ? token.slice('token.'.length) : null,
  }
}
