import { type Attention, readAttention } from '@vispera/board'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { aLedWorkshop } from '../../testing/a-led-workshop.ts'
import { aPerson, until } from '../../testing/a-person.ts'
import { aServer, ask, type TestServer } from '../../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

/** A workshop, and somebody who only looks on and sees what attention is asked for. */
async function withOnlooker() {
  const workshop = await aLedWorkshop(server)
  const seat = await workshop.sit('observer')
  const onlooker = aPerson(server, seat.documents.stage, seat.token)
  onTestFinished(onlooker.leave)
  await onlooker.synced()
  const sees = async (is: (attention: Attention) => boolean) => {
    await until(onlooker, () => is(readAttention(onlooker.doc)))
    return readAttention(onlooker.doc)
  }
  return { ...workshop, sees }
}

test('"look here" reaches everyone, and the next one is another', async () => {
  const { boards, move, sees } = await withOnlooker()
  const area = { x: -10, y: 20, width: 300, height: 200 }
  const { look: first } = await move('look-here', { board: boards[0], area })
  const { look } = await sees((attention) => attention.look !== null)
  expect(look).toEqual({ id: first, board: boards[0], area, at: expect.any(Number) })
  const { look: second } = await move('look-here', { board: boards[0], notes: ['a', 'b'] })
  expect((await sees((attention) => attention.look?.id === second)).look?.notes).toEqual(['a', 'b'])
})

test('the next stage begins without what the last one asked for; who leads goes on', async () => {
  const { boards, lead, move, sees } = await withOnlooker()
  await move('next-stage')
  await move('look-here', { board: boards[0] })
  await move('ready-check', { on: true })
  await move('lead-view', { on: true })
  await move('pause')
  const asked = await sees((attention) => attention.paused !== null)
  expect(asked).toMatchObject({ look: { board: boards[0] }, ready: {} })
  await move('next-stage')
  expect(await sees((attention) => attention.paused === null)).toEqual({
    look: null,
    lead: { participant: lead.participant.id, since: expect.any(Number) },
    ready: null,
    paused: null,
  })
})

test('everything can be paused with no stage running', async () => {
  const { move, sees } = await withOnlooker()
  const { now } = await move('pause')
  expect((await sees((attention) => attention.paused !== null)).paused).toBe(now)
  await move('resume')
  await sees((attention) => attention.paused === null)
})

test('a ready check that two facilitators ask for at once is one', async () => {
  const { move, sees } = await withOnlooker()
  const checks = await Promise.all([move('ready-check', { on: true }), move('ready-check', { on: true })])
  expect(checks[0]?.ready).toBe(checks[1]?.ready)
  await move('ready-check', { on: false })
  await sees((attention) => attention.ready === null)
  expect((await move('ready-check', { on: true })).ready).not.toBe(checks[0]?.ready)
})

test('who begins to lead takes over; only who leads lets go', async () => {
  const { say, sit, sees, lead } = await withOnlooker()
  const rosa = await sit('facilitator')
  await say('lead-view', { on: true })
  expect((await say('lead-view', { on: true }, rosa)).body.leads).toBe(true)
  const isRosa = ({ lead: leader }: Attention) => leader?.participant === rosa.participant.id
  await sees(isRosa)
  expect((await say('lead-view', { on: false }, lead)).body.leads).toBe(false)
  expect(isRosa(await sees(() => true))).toBe(true)
  await say('lead-view', { on: false }, rosa)
  await sees((attention) => attention.lead === null)
})

test('who is made a participant while they lead lets everyone go at once', async () => {
  const { say, sit, sees, lead } = await withOnlooker()
  const host = await sit('host')
  await say('lead-view', { on: true })
  await sees((attention) => attention.lead !== null)
  await say('change-role', { participant: lead.participant.id, role: 'participant' }, host)
  await sees((attention) => attention.lead === null)
})

test('in a protected workshop who leads can be followed, without a name, and only while they lead', async () => {
  const given = { title: 'T', boards: [{ kind: 'vision-board' }], safety: 'protected' }
  const { lead, move, sit } = await aLedWorkshop(server, given)
  const seat = await sit('participant')
  const [leader, other] = [lead, seat].map(({ documents, token }) => {
    const person = aPerson(server, documents.stage, token)
    onTestFinished(person.leave)
    return person
  })
  if (!leader || !other) throw new Error('nobody came')
  await Promise.all([leader.synced(), other.synced()])
  const { awareness } = other.provider
  const whenLeads = (is: boolean) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const look = () => {
        const user = awareness.getStates().get(leader.doc.clientID)?.user
        if (!user || (user.id === lead.participant.id) !== is) return
        awareness.off('change', look)
        resolve(user)
      }
      awareness.on('change', look)
      look()
    })
  leader.provider.awareness.setLocalState({ at: 'somewhere' })
  await whenLeads(false)
  await move('lead-view', { on: true })
  expect(await whenLeads(true)).toMatchObject({ name: '', color: 0 })
  await move('lead-view', { on: false })
  await whenLeads(false)
})

test.each([
  ['a board that is none', { board: 'gone' }, 404],
  ['no board', {}, 422],
  ['too many notes', { notes: Array.from({ length: 201 }, () => 'n') }, 422],
  ['a place beyond every board', { area: { x: 1e9, y: 0, width: 1, height: 1 } }, 422],
])('looking at %s is refused', async (_, input, status) => {
  const { boards, say } = await aLedWorkshop(server)
  const board = 'board' in input || Object.keys(input).length === 0 ? {} : { board: boards[0] }
  expect((await say('look-here', { ...board, ...input })).status).toBe(status)
})

test("the server's clock is told to whoever asks, and never from a cache", async () => {
  const before = Date.now()
  const { status, body, headers } = await ask<{ now: number }>(server, 'GET', '/api/time')
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(body.now).toBeGreaterThanOrEqual(before)
})
