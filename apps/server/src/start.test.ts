import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let folder: string
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vispera-start-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<{ code: number | null; out: string; err: string }>
  /** Resolves with the address once the server says that it is ready. */
  readonly ready: Promise<string>
}

/** Root without its right to write where the permissions say no; another user might not even reach our Node. */
const asAnybody = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all']

/** Starts the server as people do, without special rights where root could write anyway. */
function start(environment: Record<string, string>, withoutRights = false): Run {
  const env = { ...process.env, PORT: '0', HOST: '', VISPERA_DATA: join(folder, 'data'), ...environment }
  const [command = '', ...args] = [...(withoutRights ? asAnybody : []), process.execPath, main]
  const child = spawn(command, args, { env })
  children.push(child)
  let out = ''
  let err = ''
  let onReady = (_: string) => {}
  const ready = new Promise<string>((resolve) => {
    onReady = resolve
  })
  child.stdout.on('data', (chunk) => {
    out += chunk
    const address = /http:\/\/localhost:\d+/.exec(out)?.[0]
    if (address !== undefined && out.includes('Ctrl+C')) onReady(address)
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
  return { child, ready, ended }
}

describe('starting', () => {
  test('says where it is and where the data is, and stops cleanly when told to', async () => {
    const { child, ready, ended } = start({})
    const url = await ready
    const created = await fetch(`${url}/api/workshops`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'T', boards: [{ kind: 'vision-board' }] }),
    })
    const { id, links } = (await created.json()) as { id: string; links: { host: string } }
    const joined = await fetch(`${url}/api/workshops/${id}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: links.host.split('#')[1] }),
    })
    const { token } = (await joined.json()) as { token: string }
    const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${id}/stage`, [
      'y-websocket',
      `token.${token}`,
    ])
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await new Promise((resolve) => socket.once('open', resolve))
    child.kill('SIGTERM')
    expect(await closed).toBe(1012)
    const { code, out, err } = await ended
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`The data is in:            ${join(folder, 'data')}`)
  })

  test('a port in use is said in one line that says what to do', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, err } = await start({ PORT: String(port) }).ended
    other.close()
    expect([code, err]).toEqual([
      1,
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start\n`,
    ])
  })

  test('a data folder that may not be written is said in one line', async () => {
    await mkdir(join(folder, 'data'))
    await chmod(folder, 0o755)
    await chmod(join(folder, 'data'), 0o555)
    const { code, err } = await start({}, process.getuid?.() === 0).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^The data folder .+ cannot be used: this user may not write there\. [^\n]+\n$/)
  })

  test('a file where the data folder should be is said in one line', async () => {
    await writeFile(join(folder, 'data'), 'x')
    const { code, err } = await start({}).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^The data folder .+ there is a file of that name\. [^\n]+\n$/)
  })

  test('a database of something else is left alone', async () => {
    await mkdir(join(folder, 'data'))
    await writeFile(
      join(folder, 'data', 'vispera.db'),
      'this is not a database, it is a letter to a friend'.repeat(50),
    )
    const { code, err } = await start({}).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^The data cannot be opened: [^\n]+\n$/)
  })

  test('two servers do not share a data folder', async () => {
    const first = start({})
    await first.ready
    const { code, err } = await start({}).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^The data cannot be opened: [^\n]+\n$/)
  })

  test('a variable that cannot be used is named', async () => {
    const { code, err } = await start({ PORT: 'eighty' }).ended
    expect([code, err.split('\n')[0]]).toEqual([
      1,
      'PORT is "eighty", but it must be a number. Set PORT to a free port, for example PORT=8081, or leave it out for 8080.',
    ])
  })
})
