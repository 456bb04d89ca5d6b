import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, until } from '../../testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop, type TestServer } from '../../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const first = {
  title: 'Bridging difference',
  question: 'What do we owe one another?',
  local: '2024-11-14T09:00',
  zone: 'America/Los_Angeles',
  minutes: 90,
  languages: ['en', 'es'],
  mode: 'live',
}

test('a gathering is agreed on as a wall clock in a zone, changed, taken along as a calendar, and removed', async () => {
  const workshop = await aWorkshop(server)
  const lead = await aSeat(server, workshop, 'facilitator')
  const observer = await aSeat(server, workshop, 'observer')
  const say = (input: Record<string, unknown>) =>
    ask<Record<string, string>>(server, 'POST', `/api/workshops/${workshop.id}/commands`, {
      token: lead.token,
      body: input,
    })
  const stage = aPerson(server, observer.documents.stage, observer.token)
  await stage.synced()
  const added = await say({ command: 'add-gathering', ...first })
  expect(added.status).toBe(200)
  const gathering = added.body.gathering ?? ''
  await until(stage, () => stage.doc.getMap('gatherings').size === 1)
  expect(stage.doc.getMap('gatherings').get(gathering)).toMatchObject({
    start: { local: first.local, zone: first.zone, at: Date.UTC(2024, 10, 14, 17) },
    status: 'planned',
  })
  const file = await ask(server, 'GET', `/api/workshops/${workshop.id}/calendar`, observer)
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(file.text).toContain('DTSTART:20241114T170000Z\r\n')
  const changed = { command: 'change-gathering', gathering, ...first, status: 'cancelled' }
  expect((await say(changed)).status).toBe(200)
  expect((await ask(server, 'GET', `/api/workshops/${workshop.id}/calendar`, observer)).text).toContain(
    'STATUS:CANCELLED',
  )
  expect((await say({ command: 'remove-gathering', gathering })).status).toBe(200)
  expect((await say(changed)).status).toBe(404)
  stage.leave()
})

test.each([
  ['an abbreviation for a zone', { zone: 'PST' }],
  ['a zone that is none', { zone: 'Mars/Olympus' }],
  ['a day that is none', { local: '2024-02-31T09:00' }],
  ['no title', { title: ' ' }],
])('a gathering with %s is refused', async (_, wrong) => {
  const workshop = await aWorkshop(server)
  const lead = await aSeat(server, workshop, 'facilitator')
  const answer = await ask(server, 'POST', `/api/workshops/${workshop.id}/commands`, {
    token: lead.token,
    body: { command: 'add-gathering', ...first, ...wrong },
  })
  expect(answer.status).toBe(422)
})
