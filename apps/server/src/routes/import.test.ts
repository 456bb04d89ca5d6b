import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Answer,
  aSeat,
  aServer,
  ask,
  keyOf,
  type TestServer,
  type TestWorkshop,
} from '../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const send = (body: unknown) => ask<TestWorkshop>(server, 'POST', '/api/workshops/import', { body })

const note = {
  id: 'n1',
  kind: 'vision-element',
  text: 'Clean water',
  place: { x: 1, y: 2 },
  fields: { sense: 'see' },
}
const vision = {
  id: 'vision',
  kind: 'vision-board',
  title: 'Vision',
  notes: [note, { ...note, id: 'n2', text: 'حديقة', lang: 'ar', cluster: { id: 't1', order: 'a0' } }],
  links: [{ id: 'l1', kind: 'in-tension', from: 'n1', to: 'n2' }],
  settings: { horizon: 'In five years', 'dismissed.x': true },
}
const backcast = {
  id: 'backcast',
  kind: 'victory-backcast',
  title: 'Backcast',
  notes: [
    {
      id: 'victory',
      kind: 'victory',
      text: 'Ours',
      place: { zone: 'victory' },
      fields: { forWhom: 'all of us' },
    },
    {
      id: 's1',
      kind: 'step',
      text: 'A vote',
      place: { zone: 'path', order: 'a0' },
      fields: { interimGoal: true },
    },
  ],
  links: [{ id: 'l2', kind: 'needs', from: 'victory', to: 's1' }],
  settings: {},
}
const saved = {
  format: 'vispera-workshop',
  version: 1,
  workshop: { title: 'Saved', safety: 'guarded', languages: ['ar'], month: '2026-10', tookPart: 7 },
  boards: [vision, backcast],
  threads: [
    {
      id: 'x1',
      kind: 'becomes',
      from: { board: 'vision', note: 'n1' },
      to: { board: 'backcast', note: 'victory' },
      lastKnown: { from: 'Clean water' },
    },
  ],
}
const withBoard = (more: object) => ({ ...saved, boards: [{ ...vision, ...more }] })
const withNote = (more: object) => withBoard({ notes: [{ ...note, ...more }] })

type Saved = Record<string, unknown> & { workshop: { tookPart?: number } }

/** The file that a workshop is saved as. Who saves it may write, and so counts among those who took part. */
async function save(workshop: TestWorkshop): Promise<Saved> {
  const { token } = await aSeat(server, workshop, 'host')
  return (await ask<Saved>(server, 'GET', `/api/workshops/${workshop.id}/record?format=json`, { token })).body
}

describe('importing', () => {
  test('makes the workshop anew, with links of its own', async () => {
    const { status, body } = await send(saved)
    expect(status).toBe(201)
    const { token } = await aSeat(server, body, 'observer')
    const path = `/api/workshops/${body.id}`
    expect((await ask(server, 'GET', path, { token })).body).toMatchObject({
      title: 'Saved',
      safety: 'guarded',
      languages: ['ar'],
      month: '2026-10',
      boards: [
        { id: 'vision', kind: 'vision-board', title: 'Vision' },
        { id: 'backcast', kind: 'victory-backcast', title: 'Backcast' },
      ],
    })
    const { body: board } = await ask(server, 'GET', `${path}/boards/vision`, { token })
    const { fields, ...flat } = note
    expect(board).toMatchObject({
      notes: [{ ...flat, ...fields }, {}],
      links: vision.links,
      settings: vision.settings,
    })
  })

  test('what was saved, imported and saved again is the same to the last letter', async () => {
    const first = await send(saved)
    const example = await ask<TestWorkshop>(server, 'POST', '/api/examples', { body: { lang: 'ar' } })
    for (const workshop of [first.body, example.body]) {
      const file = await save(workshop)
      const again = await send(file)
      expect(again.status).toBe(201)
      const { tookPart = 0, ...facts } = file.workshop
      expect(await save(again.body)).toEqual({ ...file, workshop: { ...facts, tookPart: tookPart + 1 } })
      expect(again.body.id).not.toBe(workshop.id)
    }
  })

  test('boards whose ids would be wiped together get ids of their own, and threads follow', async () => {
    const file = {
      ...saved,
      boards: [vision, { ...backcast, id: 'vision2' }],
      threads: [{ ...saved.threads[0], to: { board: 'vision2', note: 'victory' } }],
    }
    const { body } = await send(file)
    const { boards, threads } = (await save(body)) as unknown as typeof saved
    expect(boards.map(({ kind }) => kind)).toEqual(['vision-board', 'victory-backcast'])
    expect(boards.map(({ id }) => id)).not.toContain('vision2')
    expect(threads[0]).toMatchObject({ from: { board: boards[0]?.id }, to: { board: boards[1]?.id } })
  })

  test.each<[string, unknown, number, string, string]>([
    ['nothing', {}, 422, 'invalid', 'not a workshop saved by Vispera'],
    ['a list', [], 422, 'invalid', 'not a workshop saved by Vispera'],
    ['null', 'null', 422, 'invalid', 'not a workshop saved by Vispera'],
    ['words', 'hello', 400, 'bad-request', 'not JSON'],
    ['an empty file', '', 400, 'bad-request', 'not JSON'],
    ['a file that was cut off', JSON.stringify(saved).slice(0, -40), 400, 'bad-request', 'cut off'],
    ['another format', { ...saved, format: 'other' }, 422, 'invalid', 'format'],
    ['a newer version', { ...saved, version: 2 }, 422, 'newer-version', 'newer Vispera'],
    ['a version that is none', { ...saved, version: 'x' }, 422, 'invalid', 'version'],
    ['no boards', { ...saved, boards: undefined }, 422, 'invalid', 'boards'],
    ['too many boards', { ...saved, boards: new Array(101).fill(vision) }, 413, 'too-large', 'boards'],
    ['no title', { ...saved, workshop: { ...saved.workshop, title: '' } }, 422, 'invalid', 'workshop'],
    [
      'an unknown safety',
      { ...saved, workshop: { ...saved.workshop, safety: 'no' } },
      422,
      'invalid',
      'workshop',
    ],
    ['a board with an address for an id', withBoard({ id: '../stage' }), 422, 'invalid', '../stage'],
    ['two boards of one id', { ...saved, boards: [vision, vision] }, 422, 'invalid', 'twice'],
    ['a note of 100,000 characters', withNote({ text: 'x'.repeat(100_000) }), 422, 'invalid', 'note "n1"'],
    ['a note in no place', withNote({ place: { x: 'left' } }), 422, 'invalid', 'n1'],
    ['a note beyond the world', withNote({ place: { x: 1e300, y: 0 } }), 422, 'invalid', 'n1'],
    ['a note without an id', withNote({ id: 7 }), 422, 'invalid', 'note'],
    ['two notes of one id', withBoard({ notes: [note, note] }), 422, 'invalid', 'twice'],
    [
      'a link to nowhere',
      withBoard({ links: [{ id: 'l', kind: 'x', from: 'a b', to: 'n1' }] }),
      422,
      'invalid',
      '"l"',
    ],
    [
      'two links of one id',
      withBoard({ links: [vision.links[0], vision.links[0]] }),
      422,
      'invalid',
      'twice',
    ],
    ['a setting without end', withBoard({ settings: { x: [[[[[[1]]]]]] } }), 422, 'invalid', 'setting'],
    [
      'a broken thread',
      { ...saved, threads: [{ id: 'x', kind: 'y', from: 'n1', to: 'n2' }] },
      422,
      'invalid',
      'thread',
    ],
  ])(
    '%s is refused with what is wrong, and nothing is there afterwards',
    async (_, file, status, code, said) => {
      const rooms = async () =>
        (await ask<{ rooms: { open: number } }>(server, 'GET', '/api/health')).body.rooms.open
      const before = await rooms()
      const answer: Answer<unknown> = await send(file)
      expect(answer).toMatchObject({
        status,
        body: { error: { code, message: expect.stringContaining(said) } },
      })
      expect(await rooms()).toBeLessThanOrEqual(before)
    },
  )

  test('a board of a kind that this server does not know can still be read', async () => {
    const { status, body } = await send(withBoard({ kind: 'from-tomorrow' }))
    expect(status).toBe(201)
    const { token } = await aSeat(server, body, 'participant')
    const read = await ask(server, 'GET', `/api/workshops/${body.id}/boards/vision`, { token })
    expect(read).toMatchObject({
      status: 200,
      body: { kind: 'from-tomorrow', derived: {}, notes: [{ id: 'n1' }, {}] },
    })
  })

  test('nesting without end does not end the server', async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`
    const file = JSON.stringify(withNote({ fields: { mood: 0 } })).replace('"mood":0', `"mood":${deep}`)
    expect((await send(file)).status).toBeLessThan(500)
    expect((await ask(server, 'GET', '/api/health')).status).toBe(200)
  })

  test('a file above 40 MB is not even read', async () => {
    const answer: Answer<unknown> = await send(`"${'x'.repeat(41 * 1024 * 1024)}"`)
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } })
  })

  test('names, keys and roles in a file give nobody anything', async () => {
    const { body } = await send({
      ...saved,
      keys: { host: 'x' },
      id: 'mine',
      workshop: { ...saved.workshop, keys: 1 },
    })
    expect(body.id).not.toBe('mine')
    const answer = await ask(server, 'POST', `/api/workshops/${body.id}/join`, { body: { key: 'x' } })
    expect(answer.status).toBe(404)
    expect(keyOf(body.links.host)).toHaveLength(32)
  })
})
