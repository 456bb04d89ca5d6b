import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'
import type { Config } from './config.ts'

/** What the person who started the server reads: where it is, for them and for others, and where the data is. */
export function greeting(config: Config, port: number, interfaces = networkInterfaces()): string {
  const isEverywhere = isForAll(config)
  const own = isEverywhere ? 'localhost' : asHost(config.host ?? '')
  const lines = [`Vispera is ready:          http://${own}:${port}`]
  if (config.origin !== undefined) lines.push(`Its public address:        ${config.origin}`)
  if (isEverywhere) {
    for (const address of localAddresses(interfaces))
      lines.push(`On the local network:      http://${address}:${port}`)
  }
  lines.push(`The data is in:            ${whereDataIs(config)}`, 'Stop it with Ctrl+C.')
  return lines.join('\n')
}

function whereDataIs({ databaseUrl, dataFolder }: Config): string {
  if (databaseUrl === undefined) return dataFolder
  const { hostname, pathname } = new URL(databaseUrl)
  return `PostgreSQL, ${pathname.slice(1)} on ${hostname}`
}

/**
 * The public address, else the first one on the local network, as a QR code for a terminal, so that a phone opens
 * it without typing; null where nobody else can reach this server.
 */
export function greetingCode(config: Config, port: number, interfaces = networkInterfaces()): string | null {
  const [address] = isForAll(config) ? localAddresses(interfaces) : []
  const url = config.origin ?? (address === undefined ? null : `http://${address}:${port}`)
  return url === null ? null : renderUnicodeCompact(url, { ecc: 'L', border: 2 })
}

const isForAll = ({ host }: Config): boolean => host === undefined || host === '0.0.0.0' || host === '::'

function localAddresses(interfaces: ReturnType<typeof networkInterfaces>): string[] {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
}

const asHost = (host: string) => (host.includes(':') ? `[${host}]` : host)
