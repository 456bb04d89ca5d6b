import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  startPostgres,
  startRedis,
  type TestPostgres,
  type TestRedis,
} from '../../packages/storage/src/testing/index.ts'
import { realServer, type ServerProcess, startProcess } from './server-process.ts'

/** Two real servers on one real PostgreSQL and one real Redis. */
export interface TwoNodes {
  readonly postgres: TestPostgres
  readonly redis: TestRedis
  readonly urls: readonly [string, string]
  node(index: number): ServerProcess
  /** Starts a node again, on the port that it had. */
  start(index: number): Promise<void>
  /** Everything that any of them has printed. */
  printed(): string
}

export async function withTwoNodes<T>(port: number, use: (nodes: TwoNodes) => Promise<T>): Promise<T> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const folder = mkdtempSync(join(tmpdir(), 'vispera-nodes-'))
  const environment = {
    DATABASE_URL: await postgres.database(),
    REDIS_URL: redis.url,
    VISPERA_PEPPER: 'the same secret on every machine of ours',
  }
  const started: ServerProcess[] = []
  const running: ServerProcess[] = []
  const start = async (index: number) => {
    const server = await startProcess(realServer, port + index, join(folder, `${index}`), environment)
    running[index] = server
    started.push(server)
  }
  try {
    // One by one: whoever starts first makes the tables. That two do so at once is the store's own test.
    await start(0)
    await start(1)
    const node = (index: number) => {
      const server = running[index]
      if (!server) throw new Error(`there is no node ${index}`)
      return server
    }
    const printed = () => started.map((server) => server.printed()).join('')
    const urls = [node(0).url, node(1).url] as const
    return await use({ postgres, redis, urls, node, start, printed })
  } finally {
    // One that is frozen dies of this signal all the same.
    for (const server of running) await server.kill()
    await Promise.all([postgres.remove(), redis.remove()])
    rmSync(folder, { recursive: true, force: true })
  }
}
