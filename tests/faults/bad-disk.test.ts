import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Joined, makeWorkshop } from './a-workshop.ts'
import { openCounted, openPlain, textsOf, writeNote } from './people.ts'
import { realServer, startProcess } from './server-process.ts'

/** Of the system, where it has them; without them there is nothing to try. */
const tools = { limit: 'prlimit', trace: 'strace' }
const has = (program: string) => spawnSync(program, ['--version']).status === 0
const patience = { timeout: 30_000, interval: 50 }

/** A real server with Ana (our client) and Ben (a plain one) on one board, both settled. */
async function aWorkshop(port: number) {
  const data = mkdtempSync(join(tmpdir(), 'vispera-bad-disk-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const server = await startProcess(realServer, port, data)
  onTestFinished(server.kill)
  const joinAs = await makeWorkshop(server.url)
  const seats = { ana: await joinAs('participant'), ben: await joinAs('participant') }
  const ana = openCounted(server.url, seats.ana)
  const ben = openPlain(server.url, seats.ben)
  onTestFinished(ana.close)
  onTestFinished(ben.close)
  writeNote(ana.doc, 'before', 'all is well')
  await vi.waitFor(() => {
    expect(ana.status()).toMatchObject({ connection: 'online', synced: true, pending: 0 })
    expect(textsOf(ben.doc)).toEqual(new Map([['before', 'all is well']]))
  }, patience)
  return { data, server, seats, ana, ben }
}

const health = async (url: string) => {
  const answer = await fetch(`${url}/api/health`)
  const { storage } = (await answer.json()) as { storage: object }
  return { status: answer.status, storage }
}

/** Somebody who comes while nothing can be saved reads all that was saved before, and can take it away. */
async function canRead(url: string, seat: Joined, texts: ReadonlyMap<string, string>) {
  const late = openPlain(url, seat)
  await late.synced
  expect(textsOf(late.doc)).toEqual(texts)
  late.close()
  const [workshop] = seat.board.split('/')
  const record = await fetch(`${url}/api/workshops/${workshop}/record?format=markdown`, {
    headers: { authorization: `Bearer ${seat.token}` },
  })
  expect([record.status, (await record.text()).length > 100]).toEqual([200, true])
}

const large = 'what had to be true just before? '.repeat(3000)

test.runIf(has(tools.limit))(
  'a full disk: said, nothing lost, and saved by itself once there is space',
  { timeout: 120_000 },
  async () => {
    const { data, server, seats, ana, ben } = await aWorkshop(21_260)
    const allow = (bytes: number | 'unlimited') =>
      execFileSync(tools.limit, ['--pid', String(server.pid), `--fsize=${bytes}:unlimited`])
    allow(statSync(join(data, 'vispera.db-wal')).size)

    for (let index = 0; index < 3; index += 1) writeNote(ana.doc, `large${index}`, large)
    await vi.waitFor(() => expect(ana.status().closed?.code).toBe(4507), patience)
    expect(ana.status().pending).toBeGreaterThan(0)
    expect(textsOf(ben.doc).size).toBe(1)
    expect(ben.provider.wsconnected).toBe(true)
    expect(await health(server.url)).toMatchObject({
      status: 503,
      storage: { writable: false, problem: 'full' },
    })
    await canRead(server.url, seats.ben, textsOf(ben.doc))

    allow('unlimited')
    await vi.waitFor(() => {
      expect(ana.status()).toMatchObject({ connection: 'online', pending: 0, closed: null })
      expect(textsOf(ben.doc).size).toBe(4)
    }, patience)
    expect(textsOf(ben.doc).get('large2')).toBe(large)
    expect(await health(server.url)).toMatchObject({
      status: 200,
      storage: { writable: true, lastFailure: { reason: 'full' } },
    })
  },
)

test.runIf(has(tools.trace))(
  'a failed sync: nothing is pretended until a restart, and then nothing is missing',
  { timeout: 120_000 },
  async () => {
    const { data, server, seats, ana, ben } = await aWorkshop(21_261)
    const trouble = spawn(tools.trace, [
      '-f',
      '-p',
      String(server.pid),
      '-o',
      '/dev/null',
      '-e',
      'trace=fsync,fdatasync',
      '-e',
      'inject=fsync,fdatasync:error=EIO',
    ])
    onTestFinished(() => void trouble.kill())
    if (!(await isAttached(trouble))) return // a container may forbid tracing

    writeNote(ana.doc, 'during', 'the disk fails')
    await vi.waitFor(() => expect(ana.status().closed?.code).toBe(4503), patience)
    trouble.kill('SIGINT')
    // The disk answers again, but what it kept of the failed write nobody knows.
    writeNote(ben.doc, 'after', 'too late')
    await vi.waitFor(() => expect(ben.provider.wsconnected).toBe(false), patience)
    expect(ana.status().pending).toBeGreaterThan(0)
    expect(textsOf(ana.doc).has('after')).toBe(false)
    const failed = { status: 503, storage: { writable: false, problem: 'failed' } }
    expect(await health(server.url)).toMatchObject(failed)
    await canRead(server.url, seats.ben, new Map([['before', 'all is well']]))
    expect(await health(server.url)).toMatchObject(failed)

    await server.kill()
    const again = await startProcess(realServer, 21_261, data)
    onTestFinished(again.kill)
    const late = openPlain(again.url, seats.ben)
    onTestFinished(late.close)
    await vi.waitFor(() => {
      expect(ana.status().pending).toBe(0)
      expect([...textsOf(late.doc).keys()].sort()).toEqual(['after', 'before', 'during'])
    }, patience)
  },
)

function isAttached(tracer: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    tracer.stderr?.on('data', (said: Buffer) => {
      if (said.includes('attached')) resolve(true)
    })
    tracer.once('exit', () => resolve(false))
  })
}
