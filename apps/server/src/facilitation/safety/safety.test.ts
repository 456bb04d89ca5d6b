import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, until } from '../../testing/a-person.ts'
import {
  aSeat,
  aServer,
  ask,
  aWorkshop,
  type TestSeat,
  type TestServer,
  type TestWorkshop,
} from '../../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const say = (workshop: TestWorkshop, by: TestSeat, command: string, input = {}) =>
  ask(server, 'POST', `/api/workshops/${workshop.id}/commands`, {
    token: by.token,
    body: { command, ...input },
  })
const levelOf = async (workshop: TestWorkshop, by: TestSeat) =>
  (await ask(server, 'GET', `/api/workshops/${workshop.id}`, by)).body.safety
const aProtectedWorkshop = () =>
  aWorkshop(server, { title: 'Ours', boards: [{ kind: 'vision-board' }], safety: 'protected' })

test('raising the level holds at once, by whoever leads or keeps people safe', async () => {
  const workshop = await aWorkshop(server)
  const keeper = await aSeat(server, workshop, 'safety-keeper')
  const rosa = await aSeat(server, workshop, 'participant', { alias: 'Rosa' })
  expect((await say(workshop, rosa, 'safety', { level: 'protected' })).status).toBe(403)
  expect((await say(workshop, keeper, 'safety', { level: 'protected' })).body).toMatchObject({
    level: 'protected',
    waitsFor: 0,
  })
  expect(await levelOf(workshop, rosa)).toBe('protected')
  expect(
    JSON.stringify(await ask(server, 'GET', `/api/workshops/${workshop.id}/invitation`, rosa)),
  ).not.toContain('Rosa')
})

test('lowering the level waits until everybody who leads and is here has agreed', async () => {
  const workshop = await aProtectedWorkshop()
  const [host, lead, away] = [
    await aSeat(server, workshop, 'host'),
    await aSeat(server, workshop, 'facilitator'),
    await aSeat(server, workshop, 'facilitator'),
  ]
  const keeper = await aSeat(server, workshop, 'safety-keeper')
  const here = [host, lead].map((seat) => aPerson(server, `${workshop.id}/lead`, seat.token))
  const [list] = here as [(typeof here)[number]]
  await Promise.all(here.map((person) => person.synced()))
  expect((await say(workshop, keeper, 'safety', { level: 'open' })).status).toBe(403)
  expect((await say(workshop, host, 'safety', { level: 'guarded' })).body).toMatchObject({ waitsFor: 1 })
  await until(list, () => list.doc.getMap('lead').has('lowering'))
  // The same person twice is one voice, and another wish begins anew.
  expect((await say(workshop, host, 'safety', { level: 'guarded' })).body).toMatchObject({ waitsFor: 1 })
  expect((await say(workshop, lead, 'safety', { level: 'open' })).body).toMatchObject({ waitsFor: 1 })
  expect(await levelOf(workshop, away)).toBe('protected')
  expect((await say(workshop, host, 'safety', { level: 'open' })).body).toMatchObject({
    level: 'open',
    waitsFor: 0,
  })
  expect(await levelOf(workshop, away)).toBe('open')
  for (const person of here) person.leave()
})

test('a wish to lower the level is taken back by saying the level that holds', async () => {
  const workshop = await aProtectedWorkshop()
  const [host, lead] = [await aSeat(server, workshop, 'host'), await aSeat(server, workshop, 'facilitator')]
  const person = aPerson(server, `${workshop.id}/lead`, lead.token)
  await person.synced()
  await say(workshop, host, 'safety', { level: 'open' })
  await say(workshop, lead, 'safety', { level: 'protected' })
  expect((await say(workshop, host, 'safety', { level: 'open' })).body).toMatchObject({ waitsFor: 1 })
  person.leave()
})

test('the level is not lowered by the back door', async () => {
  const workshop = await aProtectedWorkshop()
  const host = await aSeat(server, workshop, 'host')
  const answer = await ask(server, 'PATCH', `/api/workshops/${workshop.id}`, {
    token: host.token,
    body: { safety: 'open', title: 'Renamed' },
  })
  expect(answer.status).toBe(403)
  expect(await levelOf(workshop, host)).toBe('protected')
})

test.each(['markdown', 'html', 'json'])(
  'a protected workshop’s record leaves as %s only when two people have approved it',
  async (format) => {
    const workshop = await aProtectedWorkshop()
    const lead = await aSeat(server, workshop, 'facilitator')
    const keeper = await aSeat(server, workshop, 'safety-keeper')
    const take = () => ask(server, 'GET', `/api/workshops/${workshop.id}/record?format=${format}`, lead)
    const refused = await take()
    expect([refused.status, refused.body]).toMatchObject([403, { error: { code: 'not-approved' } }])
    await say(workshop, lead, 'approve-record', { on: true })
    expect((await take()).status).toBe(403)
    await say(workshop, keeper, 'approve-record', { on: true })
    expect((await take()).status).toBe(200)
    await say(workshop, keeper, 'approve-record', { on: false })
    expect((await take()).status).toBe(403)
  },
)

test('one person in two roles, one after the other, approves once', async () => {
  const workshop = await aProtectedWorkshop()
  const host = await aSeat(server, workshop, 'host')
  const lead = await aSeat(server, workshop, 'facilitator')
  await say(workshop, lead, 'approve-record', { on: true })
  await say(workshop, host, 'change-role', { participant: lead.participant.id, role: 'safety-keeper' })
  expect((await say(workshop, lead, 'approve-record', { on: true })).body).toMatchObject({
    approved: ['safety-keeper'],
  })
})
