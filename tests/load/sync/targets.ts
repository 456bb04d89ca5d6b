import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** How people of a load test reach a document. */
export interface Address {
  readonly url: string
  readonly protocols: readonly string[]
  /** What goes before every message: Hocuspocus names the document in each. */
  readonly named: string | null
}

export interface Cost {
  readonly processorMs: number
  readonly rss: number
  readonly heapUsed: number
  readonly external: number
  /** Longest that the event loop was held up since last asked, in ms. */
  readonly blocked: number
}

/** A server under test, as a process of its own. */
export interface Target {
  readonly name: string
  /** The addresses of `people` people in each of `rooms` documents. */
  rooms(rooms: number, people: number): Promise<Address[][]>
  /** Since start; `collect` runs the garbage collector before. */
  cost(collect?: boolean): Promise<Cost>
  stop(): Promise<void>
}

const probe = fileURLToPath(new URL('./probe.mjs', import.meta.url))
const vispera = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
/** Another Vispera to compare with, by the path of its `apps/server/src/main.ts`. */
const other = process.env.OTHER_VISPERA ?? vispera
const boardsPerWorkshop = 100

export interface Peers {
  readonly folder: string
  /** The Node that their packages were built for. */
  readonly node: string
}

/** The peers' start scripts are in the benchmark folder that is named; ours is here. */
export async function startTarget(name: string, port: number, peers: Peers): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'vispera-load-'))
  const sqlite = { SQLITE: join(folder, 'hocus.sqlite') }
  const scripts: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
    vispera: [vispera, { VISPERA_DATA: folder, HOST: '127.0.0.1', VISPERA_LOG: 'error' }],
    other: [other, { VISPERA_DATA: folder, HOST: '127.0.0.1', VISPERA_LOG: 'error' }],
    ywss: [join(peers.folder, 'servers/ywss.mjs'), { SRV: 'srv-ywss' }],
    hocus: [join(peers.folder, 'servers/hocus.mjs'), {}],
    'hocus-flush16': [join(peers.folder, 'servers/hocus.mjs'), { FLUSH: '16' }],
    'hocus-sqlite': [join(peers.folder, 'servers/hocus.mjs'), sqlite],
    'hocus-sqlite-flush16': [join(peers.folder, 'servers/hocus.mjs'), { ...sqlite, FLUSH: '16' }],
  }
  const [script, environment] = scripts[name] ?? []
  if (!script) throw new Error(`there is no target ${name}`)
  const isOurs = name === 'vispera' || name === 'other'
  const child = fork(script, [], {
    execPath: isOurs ? process.execPath : peers.node,
    execArgv: ['--expose-gc', '--import', probe],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await answering(child, port)
  return {
    name,
    rooms: isOurs ? (rooms, people) => workshops(port, rooms, people) : plain(name, port),
    cost: (collect = false) => costOf(child, collect),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answering(child: ChildProcess, port: number) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error('the server ended at once')
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
    if (answer) return pause(300)
    await pause(50)
  }
  throw new Error('the server did not answer')
}

const costOf = (child: ChildProcess, collect: boolean): Promise<Cost> =>
  new Promise((resolve) => {
    const hear = (message: Cost & { answer?: string }) => {
      if (message.answer !== 'cost') return
      child.off('message', hear)
      resolve(message)
    }
    child.on('message', hear)
    child.send({ ask: 'cost', collect })
  })

const plain = (name: string, port: number) => async (rooms: number, people: number) =>
  Array.from({ length: rooms }, (_, room) =>
    Array.from({ length: people }, (): Address => {
      const isHocus = name.startsWith('hocus')
      return {
        url: `ws://127.0.0.1:${port}${isHocus ? '' : `/room${room}`}`,
        protocols: [],
        named: isHocus ? `room${room}` : null,
      }
    }),
  )

/** One workshop for every hundred documents, and as many people in each as are asked for. */
async function workshops(port: number, rooms: number, people: number): Promise<Address[][]> {
  const url = `http://127.0.0.1:${port}`
  const addresses: Address[][] = []
  while (addresses.length < rooms) {
    const boards = Math.min(boardsPerWorkshop, rooms - addresses.length)
    const kind = { kind: 'vision-board' }
    const { id, links } = await post(`${url}/api/workshops`, {
      title: 'Load',
      boards: Array.from({ length: boards }, () => kind),
    })
    const key = new URL(links.participant).hash.slice(1)
    const seats = []
    for (let person = 0; person < people; person += 1)
      seats.push(await post(`${url}/api/workshops/${id}/join`, { key }))
    for (let board = 0; board < boards; board += 1) {
      addresses.push(
        seats.map(({ token, documents }) => ({
          url: `ws://127.0.0.1:${port}/sync/${documents.boards[board].document}`,
          protocols: ['y-websocket', `token.${token}`],
          named: null,
        })),
      )
    }
  }
  return addresses
}

async function post(address: string, body: unknown) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
