import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkshop, type Seated } from './a-workshop.ts'
import { realServer, type ServerProcess, startProcess } from './server-process.ts'

/** A real server on data of its own, with a workshop that has one board. */
export interface Place {
  readonly port: number
  readonly url: string
  readonly data: string
  server(): ServerProcess
  sit(role?: 'participant' | 'observer'): Promise<Seated>
  /** Ends the server, by default as when the power goes, and starts it again on the same data. */
  restart(how?: 'kill' | 'stop'): Promise<void>
}

/** Gives `use` a place and takes it away afterwards, whatever happened. */
export async function inAPlace<T>(
  port: number,
  use: (place: Place) => Promise<T>,
  command = realServer,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'vispera-fault-'))
  let server = await startProcess(command, port, data, environment)
  try {
    const joinAs = await makeWorkshop(server.url)
    return await use({
      port,
      url: server.url,
      data,
      server: () => server,
      sit: (role = 'participant') => joinAs(role),
      async restart(how = 'kill') {
        await server[how]()
        server = await startProcess(command, port, data, environment)
      },
    })
  } finally {
    await server.kill()
    rmSync(data, { recursive: true, force: true })
  }
}

/**
 * Tries again and again until `isSo`, and spends most of the time on letting others work; false when that takes
 * longer than `patienceMs`.
 */
export async function comesTrue(
  isSo: () => boolean | Promise<boolean>,
  patienceMs = 60_000,
): Promise<boolean> {
  const until = performance.now() + patienceMs
  for (;;) {
    const lookedAt = performance.now()
    if (await isSo()) return true
    const now = performance.now()
    if (now > until) return false
    await new Promise((resolve) => setTimeout(resolve, Math.max(20, 4 * (now - lookedAt))))
  }
}

/** What the server has to say of frames that no honest client sends, of failures and of unhandled errors. */
export const complaintsOf = (server: ServerProcess) =>
  server
    .printed()
    .split('\n')
    .filter((line) => /update-refused|room-failed|load-failed|append-failed|unhandled|unexpected/.test(line))

/** Milliseconds of processor that the server has used so far. */
export function cpuMsOf(server: ServerProcess): number {
  // After the name, which may hold anything: state, then numbers; 11 and 12 are user and system, in hundredths.
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Megabytes of memory that the server holds. */
export function memoryMbOf(server: ServerProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 102.4) / 10
}

export const isWell = async ({ url }: ServerProcess) => (await fetch(`${url}/api/health`)).ok
