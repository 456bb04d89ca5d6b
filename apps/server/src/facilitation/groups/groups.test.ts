import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aPerson, closeCodeOf, until } from '../../testing/a-person.ts'
import {
  aSeat,
  aServer,
  ask,
  aWorkshop,
  keyOf,
  type TestSeat,
  type TestServer,
  type TestWorkshop,
} from '../../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const say = (workshop: TestWorkshop, by: { token: string }, command: string, input = {}) =>
  ask(server, 'POST', `/api/workshops/${workshop.id}/commands`, {
    token: by.token,
    body: { command, ...input },
  })
const notesOf = async (workshop: TestWorkshop, by: TestSeat, board: string) =>
  ask<{ notes: { id: string; text: string }[] }>(
    server,
    'GET',
    `/api/workshops/${workshop.id}/boards/${board}`,
    by,
  )
const add = (workshop: TestWorkshop, by: TestSeat, board: string, text: string) =>
  ask(server, 'POST', `/api/workshops/${workshop.id}/boards/${board}/notes`, {
    token: by.token,
    body: { notes: [{ kind: 'vision-element', text, place: { x: 10, y: 10 } }] },
  })

/** Two people in two groups with a private copy each. */
async function twoGroups(more: Record<string, unknown> = {}) {
  const workshop = await aWorkshop(server)
  const lead = await aSeat(server, workshop, 'facilitator')
  const [ana, ben] = [
    await aSeat(server, workshop, 'participant'),
    await aSeat(server, workshop, 'participant'),
  ]
  const main = lead.documents.boards[0]?.id ?? ''
  await add(workshop, lead, main, 'there before')
  const stage = aPerson(server, lead.documents.stage, lead.token)
  await stage.synced()
  const answer = await say(workshop, lead, 'split', {
    board: main,
    how: 'by-hand',
    names: ['Group 1', 'Group 2'],
    own: 'copy',
    private: true,
    minutes: 10,
    members: { [ana.participant.id]: 0, [ben.participant.id]: 1 },
    ...more,
  })
  await until(stage, () => stage.doc.getMap('groups').has('split'))
  const copies = [...stage.doc.getMap<{ from?: string }>('boards').entries()]
    .filter(([, entry]) => entry.from === main)
    .map(([id]) => id)
  const split = () => stage.doc.getMap('groups').get('split') as { groups: { id: string; at: string }[] }
  const [first = '', second = ''] = split()?.groups.map(({ at }) => at) ?? []
  return { workshop, lead, ana, ben, main, stage, answer, copies, split, first, second }
}

test('a private board is its group’s and the leaders’ alone: by socket, over HTTP and in the record', async () => {
  const { workshop, lead, ana, ben, first, second, copies, stage } = await twoGroups()
  expect(copies.sort()).toEqual([first, second].sort())
  const secret = 'only-for-the-first-group-7731'
  expect((await add(workshop, ana, first, secret)).status).toBe(201)
  const document = `${workshop.id}/board/${first}`
  expect(await closeCodeOf(server, document, ben.token)).toBe(4403)
  expect((await notesOf(workshop, ben, first)).status).toBe(404)
  expect((await add(workshop, ben, first, 'x')).status).toBe(404)
  const watcher = await aSeat(server, workshop, 'observer')
  const wall = await aSeat(server, workshop, 'screen')
  for (const seat of [watcher, wall, await aSeat(server, workshop, 'scribe')]) {
    expect(await closeCodeOf(server, document, seat.token)).toBe(4403)
    expect((await notesOf(workshop, seat, first)).status).toBe(404)
    expect(seat.documents.boards.map(({ id }) => id)).not.toContain(first)
  }
  for (const format of ['markdown', 'html', 'json', 'csv']) {
    const path = `/api/workshops/${workshop.id}/record?format=${format}`
    expect((await ask(server, 'GET', path, ben)).text).not.toContain(secret)
  }
  expect((await notesOf(workshop, lead, first)).text).toContain(secret)
  expect((await notesOf(workshop, ana, first)).text).toContain(secret)
  expect((await notesOf(workshop, ana, first)).text).toContain('there before')
  // What a record hands on is what was shared, also in a leader's hands; a whole copy is the leader's own.
  const record = (format: string) =>
    ask(server, 'GET', `/api/workshops/${workshop.id}/record?format=${format}`, lead)
  expect((await record('markdown')).text).not.toContain(secret)
  expect((await record('json')).text).toContain(secret)
  stage.leave()
})

test('gathering brings what is new to the board it came from, once; then all may read the copies and none write', async () => {
  const { workshop, lead, ana, ben, main, first, second, stage } = await twoGroups()
  await add(workshop, ana, first, 'from one')
  await add(workshop, ben, second, 'from two')
  const gathered = await say(workshop, lead, 'gather')
  expect(gathered.body).toMatchObject({ brought: 4 })
  const words = async () => (await notesOf(workshop, ben, main)).body.notes.map(({ text }) => text).sort()
  const expected = ['Group 1: Vision', 'Group 2: Vision', 'from one', 'from two', 'there before']
  expect(
    (await words()).filter((text) => text !== '').map((text) => text.replace(/: .*/, ': Vision')),
  ).toEqual(expected)
  await say(workshop, lead, 'gather')
  expect((await words()).filter((text) => text !== '')).toHaveLength(expected.length)
  expect((await notesOf(workshop, ben, first)).text).toContain('from one')
  expect((await add(workshop, ana, first, 'too late')).status).toBe(403)
  const threads = aPerson(server, lead.documents.threads, lead.token)
  await threads.synced()
  const links = [...threads.doc.getMap<{ kind: string; to: { board: string } }>('links').values()]
  expect(links.map(({ kind, to }) => [kind, to.board]).sort()).toEqual(
    [
      ['came-from', first],
      ['came-from', second],
    ].sort(),
  )
  threads.leave()
  stage.leave()
})

test('whoever is moved reads the other group’s board and no longer their old one', async () => {
  const { workshop, lead, ana, first, second, split, stage } = await twoGroups()
  const old = aPerson(server, `${workshop.id}/board/${first}`, ana.token)
  await old.synced()
  const target = split().groups[1]?.id
  expect(
    (await say(workshop, ana, 'move-to-group', { participant: ana.participant.id, group: target })).status,
  ).toBe(403)
  await say(workshop, lead, 'move-to-group', { participant: ana.participant.id, group: target })
  expect(await old.sentAway).toBe(4403)
  expect((await notesOf(workshop, ana, first)).status).toBe(404)
  expect((await notesOf(workshop, ana, second)).status).toBe(200)
  stage.leave()
})

test('whoever leads no longer does not go on reading what only groups and leaders may', async () => {
  const { workshop, lead, first, stage } = await twoGroups()
  const other = await aSeat(server, workshop, 'facilitator')
  const open = aPerson(server, `${workshop.id}/board/${first}`, other.token)
  await open.synced()
  await say(workshop, lead, 'change-role', { participant: other.participant.id, role: 'participant' })
  expect(await open.sentAway).toBe(4403)
  expect((await notesOf(workshop, other, first)).status).toBe(404)
  stage.leave()
})

test('a hostile member of another group writes nothing into a board that only its group may change', async () => {
  const { workshop, ana, ben, first, stage } = await twoGroups({ private: false })
  const intruder = aPerson(server, `${workshop.id}/board/${first}`, ben.token)
  const member = aPerson(server, `${workshop.id}/board/${first}`, ana.token)
  await Promise.all([intruder.synced(), member.synced()])
  const note = (text: string) =>
    new Y.Map<unknown>([
      ['kind', 'vision-element'],
      ['text', new Y.Text(text)],
    ])
  intruder.doc.getMap('notes').set('intruder', note('no'))
  member.doc.getMap('notes').set('member', note('yes'))
  await until(intruder, () => intruder.doc.getMap('notes').has('member'))
  expect(member.doc.getMap('notes').has('intruder')).toBe(false)
  for (const one of [intruder, member, stage]) one.leave()
})

test('people are split as evenly as it goes, and latecomers go to the smallest group', async () => {
  const workshop = await aWorkshop(server)
  const lead = await aSeat(server, workshop, 'facilitator')
  const people = await Promise.all(Array.from({ length: 5 }, () => aSeat(server, workshop, 'participant')))
  const sockets = people.map((seat) => aPerson(server, seat.documents.stage, seat.token))
  const stage = aPerson(server, lead.documents.stage, lead.token)
  await Promise.all([stage, ...sockets].map((one) => one.synced()))
  const board = lead.documents.boards[0]?.id
  await say(workshop, lead, 'split', {
    board,
    how: 'random',
    names: ['1', '2'],
    own: 'area',
    private: false,
    minutes: 0,
  })
  const sizes = () => {
    const groups = stage.doc.getMap('groups')
    const split = groups.get('split') as { groups: { id: string }[] }
    return split.groups.map(({ id }) => [...groups.keys()].filter((key) => key.startsWith(`${id}/`)).length)
  }
  await until(stage, () => stage.doc.getMap('groups').size === 6)
  expect(sizes().sort()).toEqual([2, 3])
  const late = await aSeat(server, workshop, 'participant')
  await until(stage, () => stage.doc.getMap('groups').size === 7)
  expect(sizes()).toEqual([3, 3])
  // Who comes back stays where they were.
  await ask(server, 'POST', `/api/workshops/${workshop.id}/join`, {
    body: { key: keyOf(workshop.links.participant), resume: late.token },
  })
  expect(sizes()).toEqual([3, 3])
  const themes = (await notesOf(workshop, lead, board ?? '')).body.notes.map(({ text }) => text)
  expect(themes).toEqual(expect.arrayContaining(['1', '2']))
  expect((await say(workshop, lead, 'group-timer', { minutes: 2 })).status).toBe(200)
  expect((await say(workshop, lead, 'end-groups')).status).toBe(200)
  expect((await say(workshop, lead, 'end-groups')).status).toBe(409)
  for (const one of [stage, ...sockets]) one.leave()
})

test.each([
  ['a private area', { own: 'area', private: true }, 422],
  ['one group', { names: ['only'] }, 422],
  ['a board that is not there', { board: 'nowhere' }, 404],
])('a split with %s is refused', async (_, wrong, status) => {
  const workshop = await aWorkshop(server)
  const lead = await aSeat(server, workshop, 'facilitator')
  const answer = await say(workshop, lead, 'split', {
    board: lead.documents.boards[0]?.id,
    how: 'random',
    names: ['1', '2'],
    own: 'copy',
    private: false,
    minutes: 0,
    ...wrong,
  })
  expect(answer.status).toBe(status)
})
