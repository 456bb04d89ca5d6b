import { roles } from '@vispera/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSeat, aServer, ask, aWorkshop, type TestServer } from './testing/a-server.ts'
import { authzTable, publicRoutes } from './testing/authz-table.ts'
import { bare } from './testing/pictures.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

async function describedRoutes(): Promise<string[]> {
  const { body } = await ask<{ paths: Record<string, Record<string, unknown>> }>(
    server,
    'GET',
    '/api/openapi.json',
  )
  return Object.entries(body.paths).flatMap(([path, operations]) =>
    methods.filter((method) => method in operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
}

test('every route is described, and every route has its row', async () => {
  const known = new Set([...authzTable.map(({ route }) => route), ...publicRoutes])
  expect((await describedRoutes()).sort()).toEqual([...known].sort())
})

describe.each(authzTable)('$route $query', ({ route, query = '', allowed, status, body }) => {
  const [method = '', template = ''] = `${route}${query}`.split(' ')
  const send = (path: string, token?: string) =>
    ask(server, method, path, { ...(token !== undefined && { token }), ...(body !== undefined && { body }) })

  // A place for each knock where one of them takes it away, else one for all.
  let shared: ReturnType<typeof makePlace> | undefined
  const aPlace = () => {
    if (method === 'DELETE') return makePlace()
    shared ??= makePlace()
    return shared
  }

  async function makePlace() {
    const workshop = await aWorkshop(server)
    const lead = await aSeat(server, workshop, 'host')
    const board = lead.documents.boards[0]?.id ?? ''
    const path = `/api/workshops/${workshop.id}/boards/${board}/notes`
    const notes = ['one', 'two'].map((id) => ({ id, kind: 'vision-element', text: id }))
    await ask(server, 'POST', path, { token: lead.token, body: { notes } })
    const media = template.includes('{media}') ? await aShownPicture(workshop.id, path, lead.token) : ''
    const filled = template.replace('{id}', workshop.id).replace('{board}', board).replace('{media}', media)
    return { workshop, path: filled }
  }

  async function aShownPicture(workshop: string, path: string, token: string): Promise<string> {
    const kept = await ask(server, 'POST', `/api/workshops/${workshop}/media`, { token, body: bare.png })
    const { id, width, height } = kept.body as { id: string; width: number; height: number }
    const media = { kind: 'image', alt: 'two stalls', mediaId: id, width, height }
    await ask(server, 'POST', path, {
      token,
      body: { notes: [{ kind: 'vision-element', text: 'two stalls', media }] },
    })
    return id
  }

  test.each(roles)('as %s', async (role) => {
    const { workshop, path } = await aPlace()
    const { token } = await aSeat(server, workshop, role)
    const answer = await send(path, token)
    expect(answer.status).toBe(allowed.includes(role) ? status : 403)
    if (!allowed.includes(role)) expect(answer.body).toMatchObject({ error: { code: 'forbidden' } })
  })

  test('without a token, with a wrong one and with one of another workshop, the same answer', async () => {
    const { workshop, path } = await aPlace()
    const { token } = await aSeat(server, workshop, 'host')
    const stranger = await aSeat(server, await aWorkshop(server), 'host')
    const answers = await Promise.all([
      send(path),
      send(path, 'nope'),
      send(path, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
      send(path, stranger.token),
      send(path, `${token}/`),
      send(path.replace(workshop.id, 'unknown'), token),
    ])
    expect(new Set(answers.map(({ status: seen, text }) => `${seen} ${text}`)).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'no-session' } } })
  })
})
