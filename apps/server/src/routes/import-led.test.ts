import { readAgenda, readDecisions, readGatherings, readVotes } from '@vispera/board'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLedWorkshop } from '../testing/a-led-workshop.ts'
import { aPerson } from '../testing/a-person.ts'
import { aSeat, aServer, ask, type TestServer, type TestWorkshop } from '../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

test('a saved workshop comes back with its agenda, what was voted on and what was decided', async () => {
  const { id, lead, boards, say, move, agenda } = await aLedWorkshop(server)
  const path = `/api/workshops/${id}`
  const [board] = boards
  await ask(server, 'POST', `${path}/boards/${board}/notes`, {
    token: lead.token,
    body: { notes: [{ kind: 'vision-element', text: 'bread' }] },
  })
  await move('next-stage')
  await move('next-stage')
  const asked = await say('open-vote', { form: 'agreement', board, question: 'We take the lease.' })
  const { vote } = asked.body
  await say('vote-by-hand', { vote, voices: 12, totals: { fully: 9, with: 3 } })
  await say('close-vote', { vote })
  await say('decide', { words: 'We take it.', board, method: 'consent', vote, reservations: ['the rent'] })
  await say('open-vote', { form: 'dots', board, question: 'Still open.' })
  const when = { local: '2026-11-21T18:00', zone: 'Africa/Nairobi', minutes: 90, mode: 'live' }
  await say('add-gathering', { title: 'Bread and roofs', ...when })

  const saved = await ask(server, 'GET', `${path}/record?format=json`, { token: lead.token })
  const made = await ask<TestWorkshop>(server, 'POST', '/api/workshops/import', { body: saved.text })
  expect(made.status).toBe(201)
  const seat = await aSeat(server, made.body, 'participant')
  const stage = aPerson(server, seat.documents.stage, seat.token)
  await stage.synced()
  const before = await agenda()
  const after = readAgenda(stage.doc)
  expect(after.now).toBe(null)
  expect(after.stages.map(({ kind, minutes }) => [kind, minutes])).toEqual(
    before.stages.map(({ kind, minutes }) => [kind, minutes]),
  )
  const closed = readVotes(stage.doc).filter(({ question }) => question !== '')
  expect(closed).toMatchObject([
    { id: vote, state: 'closed', result: { totals: { fully: 9, with: 3 }, byHand: 12 } },
  ])
  expect(readDecisions(stage.doc)).toMatchObject([
    { words: 'We take it.', vote, reservations: ['the rent'], number: 1 },
  ])
  expect(readGatherings(stage.doc)).toMatchObject([
    { title: 'Bread and roofs', start: { local: when.local, zone: when.zone } },
  ])
  const record = await ask(server, 'GET', `${path}/record?format=markdown`, { token: lead.token })
  for (const said of ['We take it.', 'fully with it', 'the rent', 'Nairobi'])
    expect(record.text).toContain(said)
  stage.leave()
})
