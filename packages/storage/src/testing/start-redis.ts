import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findProgram } from './find-program.ts'
import { freePort } from './free-port.ts'

/** A Redis of a test's own, which keeps nothing. */
export interface TestRedis {
  readonly url: string
  kill(): Promise<void>
  start(): Promise<void>
  freeze(): void
  thaw(): void
  remove(): Promise<void>
}

export async function startRedis(): Promise<TestRedis> {
  const program = findProgram('redis-server', 'redis-server')
  const folder = mkdtempSync(join(tmpdir(), 'vispera-redis-'))
  const port = await freePort()
  let server: ChildProcess

  async function start() {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    server = spawn(program, args, { cwd: folder, stdio: 'ignore' })
    while (!(await answers(port))) {
      if (server.exitCode !== null) throw new Error('Redis did not start')
      await pause(20)
    }
  }
  async function kill() {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async remove() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('PING\r\n')
    const [said] = await once(socket, 'data')
    return String(said).startsWith('+PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
