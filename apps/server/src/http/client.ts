import type { HttpBindings } from '@hono/node-server'
import type { Config } from '../config.ts'

/**
 * Who a request comes from, for rate limits only; never logged, never kept. A proxy is believed only when
 * the configuration says that there is one; its own entry is the last of X-Forwarded-For.
 */
export function clientOf(config: Config, headers: Headers, { incoming }: HttpBindings): string {
  const forwarded = config.trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return asNetwork(forwarded || incoming.socket.remoteAddress || 'unknown')
}

/** One household has a whole /64 of IPv6 addresses; count it as one. */
function asNetwork(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return address.split(':').slice(0, 4).join(':')
}
