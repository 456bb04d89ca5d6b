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

type Imported = TestWorkshop & { leftOut: number }
const send = (body: unknown) => ask<Imported>(server, 'POST', '/api/workshops/import', { body })

const note = { id: 'n1', kind: 'vision-element', text: 'Clean water', place: { x: 1, y: 2 }, sense: 'see' }
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
    { id: 'victory', kind: 'victory', text: 'Ours', place: { zone: 'victory' }, forWhom: 'all of us' },
    { id: 's1', kind: 'step', text: 'A vote', place: { zone: 'path', order: 'a0' }, interimGoal: true },
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

describe('importing', () => {
  test('makes the same workshop anew, under the same ids and with links of its own', async () => {
    const { status, body } = await send(saved)
    expect(status).toBe(201)
    expect(body.leftOut).toBe(0)
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
    const first = await ask(server, 'GET', `${path}/boards/vision`, { token })
    expect(first.body).toMatchObject({ notes: vision.notes, links: vision.links, settings: vision.settings })
    const second = await ask(server, 'GET', `${path}/boards/backcast`, { token })
    expect(second.body).toMatchObject({ links: backcast.links, leftOut: 0 })
    expect(second.body.notes).toEqual(
      expect.arrayContaining([
        expect.objectContaining(backcast.notes[0]),
        expect.objectContaining(backcast.notes[1]),
        expect.objectContaining({ id: 'instant-before' }),
      ]),
    )
  })

  test('takes fields from beside a note or from under it', async () => {
    const { sense, ...bare } = note
    const { body } = await send(withBoard({ notes: [{ ...bare, fields: { sense } }], links: [] }))
    const { token } = await aSeat(server, body, 'observer')
    const read = await ask(server, 'GET', `/api/workshops/${body.id}/boards/vision`, { token })
    expect(read.body.notes).toMatchObject([note])
  })

  test('counts what this version does not know, and leaves it out', async () => {
    const { status, body } = await send(withNote({ mood: 'sunny' }))
    expect([status, body.leftOut]).toEqual([201, 1])
  })

  test.each<[string, unknown, number, string, string]>([
    ['nothing', {}, 422, 'invalid', 'not a workshop saved by Vispera'],
    ['a list', [], 422, 'invalid', 'not a workshop saved by Vispera'],
    ['null', 'null', 422, 'invalid', 'not a workshop saved by Vispera'],
    ['a file that was cut off', JSON.stringify(saved).slice(0, -40), 400, 'bad-request', 'cut off'],
    ['another format', { ...saved, format: 'other' }, 422, 'invalid', 'not a workshop saved by Vispera'],
    ['a newer version', { ...saved, version: 2 }, 422, 'newer-version', 'newer Vispera'],
    ['a version that is none', { ...saved, version: 'x' }, 422, 'invalid', 'version'],
    ['no boards', { ...saved, boards: undefined }, 422, 'invalid', 'boards'],
    ['too many boards', { ...saved, boards: new Array(101).fill(vision) }, 422, 'invalid', 'boards'],
    ['no title', { ...saved, workshop: { ...saved.workshop, title: '\u200f' } }, 422, 'invalid', 'title'],
    [
      'an unknown safety',
      { ...saved, workshop: { ...saved.workshop, safety: 'none' } },
      422,
      'invalid',
      'safety',
    ],
    ['an unknown kind of board', withBoard({ kind: 'nope' }), 422, 'invalid', 'boards[0].kind'],
    ['a board with an address for an id', withBoard({ id: '../stage' }), 422, 'invalid', 'boards[0].id'],
    ['two boards of one id', { ...saved, boards: [vision, vision] }, 422, 'invalid', 'collide'],
    [
      'a board whose id begins another',
      { ...saved, boards: [vision, { ...backcast, id: 'vision2' }] },
      422,
      'invalid',
      'collide',
    ],
    ['an unknown kind of note', withNote({ kind: 'step' }), 422, 'invalid', 'boards[0].notes[0]'],
    [
      'a note of 100,000 characters',
      withNote({ text: 'x'.repeat(100_000) }),
      422,
      'invalid',
      'boards[0].notes[0].text',
    ],
    ['a note in no place', withNote({ place: { x: 'left' } }), 422, 'invalid', 'boards[0].notes[0]'],
    [
      'a note beyond the world',
      withNote({ place: { x: 1e300, y: 0 } }),
      422,
      'invalid',
      'boards[0].notes[0]',
    ],
    ['a value that cannot be', withNote({ sense: { $ne: 1 } }), 422, 'invalid', 'boards[0].notes[0].sense'],
    ['two notes of one id', withBoard({ notes: [note, note] }), 422, 'invalid', 'boards[0].notes'],
    [
      'a link to nowhere',
      withBoard({ links: [{ id: 'l', kind: 'needs', from: 'a b', to: 'n1' }] }),
      422,
      'invalid',
      'boards[0].links[0]',
    ],
    [
      'two links of one id',
      withBoard({ links: [vision.links[0], vision.links[0]] }),
      422,
      'invalid',
      'boards[0].links',
    ],
    [
      'a setting that is a tree',
      withBoard({ settings: { horizon: { deep: [1] } } }),
      422,
      'invalid',
      'boards[0].settings',
    ],
    [
      'a broken thread',
      { ...saved, threads: [{ id: 'x', kind: 'becomes', from: 'n1', to: 'victory' }] },
      422,
      'invalid',
      'threads[0]',
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

  test('nesting without end does not end the server', async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`
    const file = JSON.stringify(withNote({ mood: 0 })).replace('"mood":0', `"mood":${deep}`)
    expect((await send(file)).status).toBeLessThan(500)
    expect((await ask(server, 'GET', '/api/health')).status).toBe(200)
  })

  test('a file above 32 MB is not even read', async () => {
    const answer: Answer<unknown> = await send(`"${'x'.repeat(33 * 1024 * 1024)}"`)
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
