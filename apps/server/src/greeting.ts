import { networkInterfaces } from 'node:os'
import type { Config } from './config.ts'

/** What the person who started the server reads: where it is, for them and for others, and where the data is. */
export function greeting(config: Config, port: number, interfaces = networkInterfaces()): string {
  const isEverywhere = config.host === undefined || config.host === '0.0.0.0' || config.host === '::'
  const own = isEverywhere ? 'localhost' : asHost(config.host ?? '')
  const lines = [`Vispera is ready:          http://${own}:${port}`]
  if (config.origin !== undefined) lines.push(`Its public address:        ${config.origin}`)
  if (isEverywhere) {
    for (const address of localAddresses(interfaces))
      lines.push(`On the local network:      http://${address}:${port}`)
  }
  lines.push(`The data is in:            ${config.dataFolder}`, 'Stop it with Ctrl+C.')
  return lines.join('\n')
}

function localAddresses(interfaces: ReturnType<typeof networkInterfaces>): string[] {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
}

const asHost = (host: string) => (host.includes(':') ? `[${host}]` : host)
