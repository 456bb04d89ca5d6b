import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export const realServer = 'node apps/server/src/main.ts'
/** The same on a disk that takes its time. */
export const slowServer = 'node --import ./tests/faults/slow-commits.ts apps/server/src/main.ts'

export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** As when the power goes. Resolves when the process is gone. */
  kill(): Promise<void>
  /** Politely. */
  stop(): Promise<void>
  /** Everything it has printed. */
  printed(): string
}

/**
 * Starts a server as a process of its own, through the contract alone: `PORT`, `HOST` and `VISPERA_DATA`
 * in, `GET /api/health` out.
 */
export async function startProcess(
  command: string,
  port: number,
  data: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const [program = 'node', ...args] = command.split(' ')
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      VISPERA_DATA: data,
      VISPERA_LOG: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  // Whoever tries a fault may be ended in the middle of it; a server left behind would answer for the next one.
  const endToo = () => child.kill('SIGKILL')
  process.once('exit', endToo)
  child.once('exit', () => process.off('exit', endToo))
  const url = `http://127.0.0.1:${port}`
  if (await fetch(url).catch(() => null)) {
    endToo()
    throw new Error(`somebody else answers at ${url}`)
  }
  await healthy(url, child, () => printed)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    url,
    pid: child.pid ?? -1,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    printed: () => printed,
  }
}

async function healthy(url: string, child: ChildProcess, printed: () => string) {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${printed()}`)
    const answer = await fetch(`${url}/api/health`).catch(() => null) // not listening yet
    if (answer?.ok) return
    await pause(20)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not answer:\n${printed()}`)
}
