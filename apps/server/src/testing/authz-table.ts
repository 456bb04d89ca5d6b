import { type Role, roles } from '@vispera/board'
import { bare } from './pictures.ts'

/**
 * Who may do what over HTTP. The matrix test walks it, and fails when a route of the server has no row here.
 * Written out on its own, so that a slip in `permissions.ts` does not slip in here too.
 */
export interface AuthzRow {
  readonly route: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /api/${string}`
  /** What is asked for there, where that decides who may. */
  readonly query?: `?${string}`
  readonly allowed: readonly Role[]
  readonly status: number
  readonly body?: unknown
}

const all = roles
const notScreens: readonly Role[] = roles.filter((role) => role !== 'screen')
const writers: readonly Role[] = [
  'host',
  'facilitator',
  'scribe',
  'interpreter',
  'safety-keeper',
  'participant',
]
/** An interpreter's words stand beside those of others, which takes a command of its own. */
const adders: readonly Role[] = writers.filter((role) => role !== 'interpreter')
const leaders: readonly Role[] = ['host', 'facilitator']

const workshop = '/api/workshops/{id}'
const board = `${workshop}/boards/{board}` as const

export const authzTable: readonly AuthzRow[] = [
  { route: `GET ${workshop}`, allowed: all, status: 200 },
  { route: `PATCH ${workshop}`, allowed: leaders, status: 200, body: { title: 'Renamed' } },
  { route: `GET ${workshop}/invitation`, allowed: all, status: 200 },
  { route: `PATCH ${workshop}/me`, allowed: notScreens, status: 200, body: { alias: 'Rosa' } },
  { route: `GET ${workshop}/record`, allowed: notScreens, status: 200 },
  { route: `GET ${workshop}/record`, query: '?sensitive=true', allowed: writers, status: 200 },
  { route: `GET ${workshop}/record`, query: '?format=json', allowed: writers, status: 200 },
  { route: `GET ${workshop}/calendar`, allowed: notScreens, status: 200 },
  { route: `POST ${workshop}/boards`, allowed: leaders, status: 201, body: { kind: 'next-steps' } },
  { route: `GET ${board}`, allowed: all, status: 200 },
  { route: `PATCH ${board}`, allowed: leaders, status: 200, body: { title: 'Renamed' } },
  {
    route: `POST ${board}/notes`,
    allowed: adders,
    status: 201,
    body: { notes: [{ kind: 'vision-element', text: 'x' }] },
  },
  {
    route: `POST ${board}/links`,
    allowed: adders,
    status: 201,
    body: { links: [{ kind: 'in-tension', from: 'one', to: 'two' }] },
  },
  {
    route: `POST ${workshop}/commands`,
    allowed: leaders,
    status: 200,
    body: { command: 'next-stage', run: 7 },
  },
  {
    route: `POST ${workshop}/media`,
    allowed: writers,
    status: 201,
    body: bare.png,
  },
  { route: `GET ${workshop}/media/{media}`, allowed: all, status: 200 },
  { route: `DELETE ${board}`, allowed: leaders, status: 200 },
  { route: `DELETE ${workshop}`, allowed: leaders, status: 200 },
]

/** Open to everyone, with a key, a code or nothing at all. */
export const publicRoutes = [
  'GET /api/health',
  'GET /api/time',
  'GET /api/openapi.json',
  'POST /api/workshops',
  'POST /api/workshops/import',
  'POST /api/examples',
  'POST /api/codes/join',
  `POST ${workshop}/join`,
  `POST ${workshop}/peek`,
  'GET /sync/{document}',
  'GET /w/{id}',
  'GET /w/{id}/screen',
] as const
