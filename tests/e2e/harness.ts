import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '../..')

export type ServerOptions = {
  /** Kept afterwards when given; otherwise a folder of its own, removed by stop(). */
  dataDir?: string
  /** A free one unless given. The same after restart(), so that open pages find it again. */
  port?: number
  env?: Record<string, string>
}

export type RunningServer = {
  readonly url: string
  readonly pid: number
  readonly dataDir: string
  /** What the server has printed so far, over all its lives. */
  output(): string
  /** kill -9: no goodbye, as when the power goes. */
  kill(): Promise<void>
  /** Starts it again on the same port and data, after kill() or in place of the running one. */
  restart(): Promise<void>
  /** Ends it politely and removes the data folder if it was ours. Answers the exit code. */
  stop(): Promise<number | null>
}

/** Starts the real server as its own process and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'vispera-test-')))
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  let printed = ''
  let child = await open()

  async function open(): Promise<ChildProcess> {
    const started = spawn(process.execPath, ['apps/server/src/main.ts'], {
      cwd: root,
      env: { ...process.env, ...options.env, PORT: String(port), HOST: '127.0.0.1', VISPERA_DATA: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const gather = (chunk: Buffer) => {
      printed += chunk
    }
    started.stdout?.on('data', gather)
    started.stderr?.on('data', gather)
    await untilHealthy(url, started, () => printed)
    return started
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    }
    return child.exitCode
  }

  return {
    url,
    get pid() {
      return child.pid ?? -1
    },
    dataDir,
    output: () => printed,
    kill: async () => {
      await end('SIGKILL')
    },
    restart: async () => {
      await end('SIGTERM')
      child = await open()
    },
    stop: async () => {
      const code = await end('SIGTERM')
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

async function untilHealthy(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  const giveUpAt = Date.now() + 30_000
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with code ${child.exitCode}:\n${printed()}`)
    if (await isHealthy(url)) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer within 30 s:\n${printed()}`)
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    // Not listening yet.
    return false
  }
}

/** A port that nobody listens on now; asked of the system, so that parallel tests do not meet. */
async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return address.port
}
