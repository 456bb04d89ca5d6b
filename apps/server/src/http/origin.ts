import type { Config } from '../config.ts'
import { ApiError } from '../contract/errors.ts'

const hostPattern =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/

/**
 * The origin that links are built from: the configured one, or else the host that the request was sent to.
 * Throws `bad-request` for a Host header that is not a host.
 */
export function publicOrigin(config: Config, headers: Headers): string {
  if (config.origin !== undefined) return config.origin
  const host = headers.get('host') ?? ''
  if (!hostPattern.test(host))
    throw new ApiError('bad-request', 'The Host header of this request is not a host name.')
  const isSecure = config.trustProxy && headers.get('x-forwarded-proto') === 'https'
  return `${isSecure ? 'https' : 'http'}://${host.toLowerCase()}`
}

/**
 * Whether a page of this origin may open sockets: the configured origin, or the same host. Programs that are
 * no browsers send no Origin; they need a token like everyone.
 */
export function isOwnOrigin(config: Config, headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin) || !/^https?:\/\//i.test(origin)) return false
  const { origin: asked, host } = new URL(origin)
  return asked === config.origin || host === (headers.get('host') ?? '').toLowerCase()
}
