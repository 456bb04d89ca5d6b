import { recipes } from '@vispera/kinds'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aSeat,
  aServer,
  ask,
  aWorkshop,
  keyOf,
  type TestServer,
  type TestWorkshop,
} from '../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const create = (body: unknown, headers = {}) => ask(server, 'POST', '/api/workshops', { body, headers })

describe('starting a workshop', () => {
  test('answers an absolute link with a key of its own for every role, and a code', async () => {
    const answer = await create({ title: 'Our market', boards: [{ kind: 'vision-board' }] })
    expect(answer.status).toBe(201)
    const { id, links, code } = answer.body as unknown as TestWorkshop
    const link = new RegExp(`^${server.url}/w/${id}(/screen)?#[A-Za-z0-9_-]{32}$`)
    for (const one of Object.values(links)) expect(one).toMatch(link)
    expect(new Set(Object.values(links).map(keyOf)).size).toBe(8)
    expect(links.screen).toContain(`/w/${id}/screen#`)
    expect(links.participant).not.toContain('/screen')
    expect(code).toMatch(/^[A-Z0-9]{6}$/)
  })

  test.each(recipes.map(({ id }) => id))('with the recipe %s has its boards in order', async (recipe) => {
    const workshop = await aWorkshop(server, { title: 'From a recipe', recipe, languages: ['es'] })
    const { documents } = await aSeat(server, workshop, 'participant')
    expect(documents.boards.map(({ kind }) => kind)).toEqual(
      recipes.find(({ id }) => id === recipe)?.boards.map(({ kind }) => kind),
    )
  })

  test('a board without a title is called what its kind is called, in the first language', async () => {
    const boards = [{ kind: 'vision-board' }, { kind: 'next-steps', title: 'Who does what' }]
    const titles = async (languages: string[]) => {
      const seat = await aSeat(
        server,
        await aWorkshop(server, { title: 'T', boards, languages }),
        'participant',
      )
      return seat.documents.boards.map(({ title }) => title)
    }
    const [english, spanish] = [await titles([]), await titles(['es-MX'])]
    expect(english[0]).toBe('Vision')
    expect(spanish[0]).toBe('Visión')
    expect(spanish[1]).toBe('Who does what')
  })

  test('emoji and right-to-left marks make a title; invisible tricks are taken out of it', async () => {
    const titleOf = async (title: string) => {
      const workshop = await aWorkshop(server, { title, boards: [{ kind: 'vision-board' }] })
      const { token } = await aSeat(server, workshop, 'observer')
      return (await ask(server, 'GET', `/api/workshops/${workshop.id}`, { token })).body.title
    }
    expect(await titleOf('🌅👩🏾‍🌾')).toBe('🌅👩🏾‍🌾')
    expect(await titleOf('\u200fسوقنا\u200f')).toBe('\u200fسوقنا\u200f')
    expect(await titleOf('  a\u202etxt.exe\n\tb\u0000  ')).toBe('a txt.exe b')
  })

  test.each([
    ['no title', { boards: [{ kind: 'vision-board' }] }, 'title: The title must be text'],
    ['an empty title', { title: '  ', boards: [{ kind: 'vision-board' }] }, 'title: The title is empty'],
    [
      'a title of marks only',
      { title: '\u200f\u200e', boards: [{ kind: 'vision-board' }] },
      'title: The title is empty',
    ],
    [
      'a title too long',
      { title: 'x'.repeat(201), boards: [{ kind: 'vision-board' }] },
      'title: The title is longer',
    ],
    ['neither boards nor recipe', { title: 'T' }, 'Give either boards'],
    [
      'both',
      { title: 'T', boards: [{ kind: 'vision-board' }], recipe: 'picture-and-path' },
      'Give either boards',
    ],
    ['no boards', { title: 'T', boards: [] }, 'boards: Give at least one board'],
    ['an unknown kind', { title: 'T', boards: [{ kind: 'nope' }] }, 'There is no board kind "nope"'],
    ['an unknown recipe', { title: 'T', recipe: 'nope' }, 'there is no recipe "nope"'],
    ['an unknown safety', { title: 'T', recipe: 'picture-and-path', safety: 'none' }, 'safety'],
    [
      'a language that is none',
      { title: 'T', recipe: 'picture-and-path', languages: ['../x'] },
      'languages[0]',
    ],
    [
      'a title of a board too long',
      { title: 'T', boards: [{ kind: 'vision-board', title: 'x'.repeat(300) }] },
      'boards[0].title',
    ],
  ])('%s is refused, and the message says where', async (_, body, said) => {
    const answer = await create(body)
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'invalid' } } })
    expect((answer.body.error as { message: string }).message).toContain(said)
  })

  test('broken JSON, no JSON and too much JSON each say so', async () => {
    expect(await create('{"title": ')).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-request' } },
    })
    expect(await create('title=T', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
      status: 415,
      body: { error: { code: 'not-json' } },
    })
    expect(await create({ title: 'x'.repeat(70_000) })).toMatchObject({
      status: 413,
      body: { error: { code: 'too-large', message: 'The request is larger than 64 kB.' } },
    })
  })

  test('a body that comes in pieces without a length is measured too', async () => {
    const chunks = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 10; n++) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)))
        controller.close()
      },
    })
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: chunks,
      duplex: 'half',
    }
    const response = await fetch(`${server.url}/api/workshops`, init as RequestInit)
    expect(response.status).toBe(413)
  })

  test('a Host that is no host makes no link', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'evil.example/path@x', 'content-type': 'application/json' }
      const options = {
        port: server.port,
        host: '127.0.0.1',
        path: '/api/workshops',
        method: 'POST',
        headers,
      }
      const outgoing = request(options, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      outgoing.once('error', reject)
      outgoing.end(JSON.stringify({ title: 'T', recipe: 'picture-and-path' }))
    })
    expect(status).toBe(400)
  })
})

describe('changing a workshop', () => {
  test('leaders change its title, languages and safety; what is not named stays', async () => {
    const workshop = await aWorkshop(server)
    const { token } = await aSeat(server, workshop, 'facilitator')
    const path = `/api/workshops/${workshop.id}`
    await ask(server, 'PATCH', path, { token, body: { title: 'Our river' } })
    const answer = await ask(server, 'PATCH', path, { token, body: { safety: 'protected' } })
    expect(answer.body).toMatchObject({ title: 'Our river', safety: 'protected', languages: [] })
    expect(await ask(server, 'PATCH', path, { token, body: {} })).toMatchObject({ status: 422 })
  })

  test('making it protected forgets names that were given before', async () => {
    const workshop = await aWorkshop(server)
    const { token } = await aSeat(server, workshop, 'facilitator')
    const guest = await aSeat(server, workshop, 'participant', { alias: 'Amina' })
    await ask(server, 'PATCH', `/api/workshops/${workshop.id}`, { token, body: { safety: 'protected' } })
    const again = await aSeat(server, workshop, 'participant', { resume: guest.token })
    expect(again.alias).toBe('')
    const me = await ask(server, 'PATCH', `/api/workshops/${workshop.id}/me`, {
      token: guest.token,
      body: { alias: 'Amina' },
    })
    expect(me.body.alias).toBe('')
  })

  test('a deleted workshop is as if it had never been', async () => {
    const workshop = await aWorkshop(server)
    const { token } = await aSeat(server, workshop, 'host')
    await ask(server, 'DELETE', `/api/workshops/${workshop.id}`, { token })
    expect((await ask(server, 'GET', `/api/workshops/${workshop.id}`, { token })).status).toBe(401)
    const body = { key: keyOf(workshop.links.host) }
    expect((await ask(server, 'POST', `/api/workshops/${workshop.id}/join`, { body })).status).toBe(404)
    expect((await ask(server, 'POST', '/api/codes/join', { body: { code: workshop.code } })).status).toBe(404)
  })
})

describe('boards', () => {
  test('are added last, renamed and deleted by leaders', async () => {
    const workshop = await aWorkshop(server)
    const { token } = await aSeat(server, workshop, 'facilitator')
    const path = `/api/workshops/${workshop.id}/boards`
    const added = await ask(server, 'POST', path, { token, body: { kind: 'victory-backcast' } })
    expect(added).toMatchObject({ status: 201, body: { kind: 'victory-backcast', title: 'Backcast' } })
    const board = `${path}/${added.body.id}`
    await ask(server, 'PATCH', board, { token, body: { title: 'Back from 2030' } })
    const read = await ask(server, 'GET', board, { token })
    expect(read.body).toMatchObject({
      title: 'Back from 2030',
      notes: [{ id: 'victory' }, { id: 'instant-before' }],
    })
    expect(read.body.derived).toMatchObject({ victoryReaches: false, cycles: [] })
    expect((await ask(server, 'DELETE', board, { token })).body).toEqual({ id: added.body.id, deleted: true })
    for (const method of ['GET', 'DELETE'])
      expect((await ask(server, method, board, { token })).status).toBe(404)
    const { body } = await ask(server, 'GET', `/api/workshops/${workshop.id}`, { token })
    expect((body.boards as { kind: string }[]).map(({ kind }) => kind)).toEqual(['vision-board'])
  })
})

describe('the example', () => {
  test.each(['en', 'es', 'ar'])('is a workshop of one’s own, in %s', async (lang) => {
    const answer = await ask<TestWorkshop>(server, 'POST', '/api/examples', { body: { lang } })
    expect(answer.status).toBe(201)
    const seat = await aSeat(server, answer.body, 'participant')
    const kinds = seat.documents.boards.map(({ kind }) => kind)
    expect(kinds).toEqual(['vision-board', 'victory-backcast', 'inside-outside-grid', 'next-steps'])
    const backcast = seat.documents.boards[1]?.id
    const { body } = await ask(server, 'GET', `/api/workshops/${answer.body.id}/boards/${backcast}`, {
      token: seat.token,
    })
    const { depth, planNumber } = body.derived as Record<string, Record<string, unknown>>
    expect(depth).toMatchObject({ s8: 5, s6: 4, s9: 6, s7: 5, s4: 4 })
    expect(planNumber).toMatchObject({ s8: '1', s6: '2', s9: '3' })
  })
})
