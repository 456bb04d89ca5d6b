import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startPostgres, startRedis } from '../../../packages/storage/src/testing/index.ts'

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
  /** How many machines; person n is on machine n modulo so many. */
  readonly nodes: number
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

/** How many machines of ours a target has; none is a peer's. */
const nodesOf: Readonly<Record<string, number>> = { vispera: 1, other: 1, 'vispera-pg': 1, 'vispera-two': 2 }

/** The peers' start scripts are in the benchmark folder that is named; ours is here. */
export async function startTarget(name: string, port: number, peers: Peers): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'vispera-load-'))
  const sqlite = { SQLITE: join(folder, 'hocus.sqlite') }
  const ours = { VISPERA_DATA: folder, HOST: '127.0.0.1', VISPERA_LOG: 'error' }
  const shared = name === 'vispera-pg' || name === 'vispera-two' ? await startShared() : null
  const scripts: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
    vispera: [vispera, ours],
    'vispera-pg': [vispera, { ...ours, ...shared?.environment }],
    'vispera-two': [vispera, { ...ours, ...shared?.environment }],
    other: [other, ours],
    ywss: [join(peers.folder, 'servers/ywss.mjs'), { SRV: 'srv-ywss' }],
    hocus: [join(peers.folder, 'servers/hocus.mjs'), {}],
    'hocus-flush16': [join(peers.folder, 'servers/hocus.mjs'), { FLUSH: '16' }],
    'hocus-sqlite': [join(peers.folder, 'servers/hocus.mjs'), sqlite],
    'hocus-sqlite-flush16': [join(peers.folder, 'servers/hocus.mjs'), { ...sqlite, FLUSH: '16' }],
  }
  const [script, environment] = scripts[name] ?? []
  if (!script) throw new Error(`there is no target ${name}`)
  const nodes = nodesOf[name] ?? 0
  const ports = Array.from({ length: Math.max(1, nodes) }, (_, node) => port + 5000 * node)
  const children: ChildProcess[] = []
  for (const one of ports) {
    const child = fork(script, [], {
      execPath: nodes > 0 ? process.execPath : peers.node,
      execArgv: ['--expose-gc', '--import', probe],
      env: { ...process.env, NODE_ENV: 'production', PORT: String(one), ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    children.push(child)
    await answering(child, one)
  }
  return {
    name,
    nodes: ports.length,
    rooms: nodes > 0 ? (rooms, people) => workshops(ports, rooms, people) : plain(name, port),
    cost: async (collect = false) =>
      (await Promise.all(children.map((child) => costOf(child, collect)))).reduce(sumOf),
    async stop() {
      const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(gone)
      await shared?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const sumOf = (one: Cost, another: Cost): Cost => ({
  processorMs: one.processorMs + another.processorMs,
  rss: one.rss + another.rss,
  heapUsed: one.heapUsed + another.heapUsed,
  external: one.external + another.external,
  blocked: Math.max(one.blocked, another.blocked),
})

/** What several machines share: a PostgreSQL and a Redis of their own. */
async function startShared() {
  const [postgres, redis] = [await startPostgres(), await startRedis()]
  const environment = {
    DATABASE_URL: await postgres.database(),
    REDIS_URL: redis.url,
    VISPERA_PEPPER: 'only for measuring, on loopback, for a minute',
  }
  return {
    environment,
    async stop() {
      await redis.remove()
      await postgres.remove()
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

/** One workshop for every hundred documents, and as many people in each as are asked for, on the machines in turn. */
async function workshops(ports: readonly number[], rooms: number, people: number): Promise<Address[][]> {
  const url = `http://127.0.0.1:${ports[0]}`
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
        seats.map(({ token, documents }, person) => ({
          url: `ws://127.0.0.1:${ports[person % ports.length]}/sync/${documents.boards[board].document}`,
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
