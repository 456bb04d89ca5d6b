import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { findProgram } from './find-program.ts'
import { freePort } from './free-port.ts'

/** A PostgreSQL of a test's own, in a temporary folder. */
export interface TestPostgres {
  /** Makes an empty database and answers its address. */
  database(): Promise<string>
  /** Asks as its owner, past any store. */
  ask(url: string, sql: string): Promise<Record<string, unknown>[]>
  /** A connection of its own, for what lasts as long as one. */
  session(url: string): Promise<{ ask(sql: string): Promise<unknown>; close(): Promise<void> }>
  /** As when its machine loses power, unless another signal is given; `start` brings it back on the same port. */
  kill(signal?: NodeJS.Signals): Promise<void>
  start(): Promise<void>
  /** SIGSTOP, SIGCONT: it hears and says nothing, but its sockets stay open. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  remove(): Promise<void>
}

/** PostgreSQL refuses to run as root; then it runs as this user. */
const nobody = 65534

export async function startPostgres(): Promise<TestPostgres> {
  const binaries = dirname(findProgram('initdb', 'postgresql'))
  const folder = mkdtempSync(join(tmpdir(), 'vispera-postgres-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const port = await freePort()
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, nobody, nobody)

  const run = (program: string, args: string[]): ChildProcess => {
    const command = [join(binaries, program), ...args]
    const asNobody = [
      'setpriv',
      '--reuid',
      `${nobody}`,
      '--regid',
      `${nobody}`,
      '--clear-groups',
      '--pdeathsig',
      'INT',
      ...command,
    ]
    const [file = '', ...rest] = isRoot ? asNobody : command
    return spawn(file, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: withoutOurOwn() })
  }
  const end = async (child: ChildProcess) => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return child.exitCode
  }

  // In a language whose order of letters is not that of bytes, as on most real servers.
  const locale = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US', '--encoding=UTF8']
  const made = run('initdb', ['-D', data, '-U', 'vispera', '-A', 'trust', '--no-sync', ...locale])
  let said = ''
  made.stderr?.on('data', (chunk) => {
    said += chunk
  })
  if ((await end(made)) !== 0) throw new Error(`initdb failed: ${said}`)

  let server: ChildProcess
  const urlOf = (name: string) => `postgres://vispera@127.0.0.1:${port}/${name}`
  const ask = async (url: string, sql: string) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }

  async function start() {
    const settings = { port, unix_socket_directories: folder, listen_addresses: '127.0.0.1', fsync: 'on' }
    const modest = { shared_buffers: '16MB', max_connections: 80, log_min_messages: 'fatal' }
    const args = Object.entries({ ...settings, ...modest }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    server = run('postgres', ['-D', data, ...args])
    server.stderr?.resume()
    for (;;) {
      if (server.exitCode !== null) throw new Error('PostgreSQL did not start')
      if (await ask(urlOf('postgres'), 'SELECT 1').catch(() => null)) return
      await pause(30)
    }
  }

  await start()
  let databases = 0
  return {
    ask,
    start,
    async session(url) {
      const client = new Client({ connectionString: url })
      client.on('error', () => {})
      await client.connect()
      return { ask: (sql) => client.query(sql), close: () => client.end().catch(() => {}) }
    },
    async database() {
      databases += 1
      const name = `test${databases}`
      await ask(urlOf('postgres'), `CREATE DATABASE ${name}`)
      return urlOf(name)
    },
    async kill(signal = 'SIGQUIT') {
      server.kill(signal)
      await end(server)
    },
    freeze: () => signalAll(server, 'SIGSTOP'),
    thaw: () => signalAll(server, 'SIGCONT'),
    async remove() {
      server.kill('SIGQUIT')
      await end(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Each connection is a process of its own, a child of the first. */
async function signalAll(server: ChildProcess, signal: 'SIGSTOP' | 'SIGCONT') {
  const children = spawn('pgrep', ['-P', String(server.pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
  let listed = ''
  children.stdout.on('data', (chunk) => {
    listed += chunk
  })
  await once(children, 'close')
  for (const pid of [server.pid, ...listed.split('\n').filter(Boolean).map(Number)])
    if (pid !== undefined) process.kill(pid, signal)
}

// A password or host that the environment means for another server.
function withoutOurOwn() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^PG[A-Z]+$/.test(name)))
}
