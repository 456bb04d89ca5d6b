import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@vispera/board'
import { type Config, readConfig } from '../config.ts'
import type { Pace } from '../facilitation/silence/pace.ts'
import { openLog } from '../logging.ts'
import { openServer } from '../server.ts'

/** A real server on a free port, with a real SQLite file in a folder of its own. */
export interface TestServer {
  readonly url: string
  readonly port: number
  readonly folder: string
  /** Everything it has logged, as text. */
  log(): string
  /** Stops, does something to the data, and starts again on another port. */
  restart(meanwhile?: (database: string) => void): Promise<TestServer>
  stop(): Promise<void>
}

export const page = '<!doctype html><title>Vispera</title><div id="root"></div>'
export const script = `console.log("${'a script that is long enough to be worth compressing '.repeat(40)}")`

/** `webFolder` stands in for the built client; one is made when left out. */
export async function aServer(
  environment: Record<string, string> = {},
  webFolder?: string,
  pace?: Pace,
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vispera-server-'))
  const web = join(folder, 'web')
  await mkdir(join(web, 'assets'), { recursive: true })
  await writeFile(join(web, 'index.html'), page)
  await writeFile(join(web, 'assets', 'app-4f5e6d.js'), script)
  const config: Config = {
    ...readConfig({ PORT: '0', HOST: '127.0.0.1', VISPERA_DATA: join(folder, 'data'), ...environment }),
    port: 0,
  }
  return serve(folder, config, webFolder ?? web, pace)
}

async function serve(folder: string, config: Config, web: string, pace?: Pace): Promise<TestServer> {
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  const server = await openServer(config, log, web, pace)
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    folder,
    log: () => lines.join(''),
    async restart(meanwhile) {
      await server.close()
      meanwhile?.(join(config.dataFolder, 'vispera.db'))
      return serve(folder, config, web, pace)
    },
    async stop() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number
  readonly headers: Headers
  /** Empty when the answer was not JSON. */
  readonly body: Body
  readonly text: string
}

export interface Request {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks the server; the answer's body is parsed when it is JSON. */
export async function ask<Body = Record<string, unknown>>(
  { url }: TestServer,
  method: string,
  path: string,
  request: Request = {},
): Promise<Answer<Body>> {
  const { token, body, headers = {} } = request
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': isBytes(body) ? 'image/png' : 'application/json' }),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { body: typeof body === 'string' || isBytes(body) ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const parsed: unknown = isJson ? JSON.parse(text) : {}
  return { status: response.status, headers: response.headers, text, body: parsed as Body }
}

const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array

export interface TestWorkshop {
  readonly id: string
  readonly links: Readonly<Record<Role, string>>
  readonly code: string
}

export async function aWorkshop(
  server: TestServer,
  given: Record<string, unknown> = { title: 'Our market', boards: [{ kind: 'vision-board' }] },
): Promise<TestWorkshop> {
  const answer = await ask<TestWorkshop>(server, 'POST', '/api/workshops', { body: given })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}

export const keyOf = (link: string): string => new URL(link).hash.slice(1)

export interface TestSeat {
  readonly token: string
  readonly participant: { readonly id: string; readonly role: Role }
  readonly documents: {
    readonly stage: string
    readonly threads: string
    readonly draft?: string
    readonly boards: readonly { id: string; kind: string; title: string; document: string }[]
  }
  readonly links: Readonly<Partial<Record<Role, string>>>
  readonly alias: string
}

/** Somebody who joined with the link of a role. */
export async function aSeat(
  server: TestServer,
  workshop: TestWorkshop,
  role: Role,
  more: Record<string, unknown> = {},
): Promise<TestSeat> {
  const body = { key: keyOf(workshop.links[role]), ...more }
  const answer = await ask<TestSeat>(server, 'POST', `/api/workshops/${workshop.id}/join`, { body })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body
}
