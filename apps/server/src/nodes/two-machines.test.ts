import { addNotes } from '@vispera/board'
import { startPostgres, startRedis, type TestPostgres, type TestRedis } from '@vispera/storage/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aLedWorkshop, withStages } from '../testing/a-led-workshop.ts'
import { aPerson, closeCodeOf, type TestPerson, until } from '../testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop, keyOf, type TestSeat, type TestServer } from '../testing/a-server.ts'

let postgres: TestPostgres
let redis: TestRedis
let ana: TestServer
let ben: TestServer
const people: TestPerson[] = []

beforeAll(async () => {
  ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
}, 60_000)
afterAll(() => Promise.all([postgres.remove(), redis.remove()]))

beforeEach(async () => {
  const environment = {
    DATABASE_URL: await postgres.database(),
    REDIS_URL: redis.url,
    VISPERA_PEPPER: 'the same secret on every machine of ours',
  }
  const pace = { countMs: 50, lateMs: () => 200 }
  ;[ana, ben] = await Promise.all([
    aServer(environment, undefined, pace),
    aServer(environment, undefined, pace),
  ])
})
afterEach(async () => {
  for (const person of people.splice(0)) person.leave()
  await Promise.all([ana.stop(), ben.stop()])
})

async function at(server: TestServer, document: string, { token }: TestSeat): Promise<TestPerson> {
  const person = aPerson(server, document, token)
  people.push(person)
  await person.synced()
  return person
}

const say = (server: TestServer, { id }: { id: string }, { token }: TestSeat, body: object) =>
  ask(server, 'POST', `/api/workshops/${id}/commands`, { token, body })
const boardOf = ({ documents }: TestSeat) => documents.boards[0]?.document ?? ''
const textsOn = async (server: TestServer, workshop: { id: string }, { token, documents }: TestSeat) => {
  const path = `/api/workshops/${workshop.id}/boards/${documents.boards[0]?.id}`
  const { body } = await ask<{ notes: { text: string }[] }>(server, 'GET', path, { token })
  return body.notes.map(({ text }) => text).sort()
}

describe('two machines', () => {
  test('show the same board, whichever one people are connected to, and count everybody', async () => {
    const workshop = await aWorkshop(ana)
    const [rosa, amir] = [
      await aSeat(ana, workshop, 'participant'),
      await aSeat(ben, workshop, 'participant'),
    ]
    const [here, there] = [await at(ana, boardOf(rosa), rosa), await at(ben, boardOf(amir), amir)]
    const [mine] = addNotes(here.doc, [{ kind: 'vision-element', text: 'from ana' }])
    const [theirs] = addNotes(there.doc, [{ kind: 'vision-element', text: 'from ben' }])
    await Promise.all([
      until(here, () => here.doc.getMap('notes').has(theirs ?? '')),
      until(there, () => there.doc.getMap('notes').has(mine ?? '')),
    ])
    const peek = async (server: TestServer) => {
      const body = { key: keyOf(workshop.links.participant) }
      return (await ask<{ people: object }>(server, 'POST', `/api/workshops/${workshop.id}/peek`, { body }))
        .body.people
    }
    for (const server of [ana, ben]) await expect.poll(() => peek(server)).toEqual({ here: 2, observers: 0 })
  })

  test('answer what was written a moment ago on the other', async () => {
    const workshop = await aWorkshop(ana)
    const seat = await aSeat(ana, workshop, 'participant')
    const path = `/api/workshops/${workshop.id}/boards/${seat.documents.boards[0]?.id}/notes`
    const written: string[] = []
    for (let number = 0; number < 10; number += 1) {
      const server = number % 2 ? ana : ben
      written.push(`note ${number}`)
      const body = { notes: [{ kind: 'vision-element', text: `note ${number}` }] }
      expect((await ask(server, 'POST', path, { token: seat.token, body })).status).toBe(201)
      expect(await textsOn(number % 2 ? ben : ana, workshop, seat)).toEqual(written.toSorted())
    }
  })

  test('cut somebody whose role was taken on the other, at once, also when nothing can be heard', async () => {
    const workshop = await aWorkshop(ana)
    const host = await aSeat(ana, workshop, 'host')
    const [rosa, amir] = [
      await aSeat(ben, workshop, 'facilitator'),
      await aSeat(ben, workshop, 'facilitator'),
    ]
    const demote = (seat: TestSeat) => {
      const { id: participant } = seat.participant
      return say(ana, workshop, host, { command: 'change-role', participant, role: 'observer' })
    }
    const lead = await at(ben, `${workshop.id}/lead`, rosa)
    expect((await demote(rosa)).status).toBe(200)
    expect(await lead.sentAway).toBe(4403)
    expect(await closeCodeOf(ben, `${workshop.id}/lead`, rosa.token)).toBe(4403)
    expect((await say(ben, workshop, rosa, { command: 'lobby', state: 'closed' })).status).toBe(403)

    const deafLead = await at(ben, `${workshop.id}/lead`, amir)
    await redis.kill()
    try {
      expect((await demote(amir)).status).toBe(200)
      expect(await deafLead.sentAway).toBe(4403)
      expect(await closeCodeOf(ben, `${workshop.id}/lead`, amir.token)).toBe(4403)
    } finally {
      await redis.start()
    }
  })

  test('end everywhere what renewed links have ended, and forget everywhere what was deleted', async () => {
    const workshop = await aWorkshop(ana)
    const host = await aSeat(ana, workshop, 'host')
    const rosa = await aSeat(ben, workshop, 'participant')
    const hers = await at(ben, boardOf(rosa), rosa)
    await say(ana, workshop, host, { command: 'renew-links' })
    expect(await hers.sentAway).toBe(4401)
    expect(await closeCodeOf(ben, boardOf(rosa), rosa.token)).toBe(4401)
    const hostElsewhere = await at(ben, boardOf(host), host)
    const body = { title: 'Our market' }
    const { token } = host
    const gone = await ask(ana, 'DELETE', `/api/workshops/${workshop.id}`, { token, body })
    expect(gone.status).toBeLessThan(300)
    expect(await hostElsewhere.sentAway).toBe(4410)
    expect(await closeCodeOf(ben, boardOf(host), host.token)).toBe(4410)
  })

  test('move on one stage when those who lead press at once on both', async () => {
    const workshop = await withStages(ana, 8)
    await workshop.move('start-stage', { stage: workshop.ids[0] })
    for (let round = 1; round < 6; round += 1) {
      const { run } = await workshop.agenda()
      const press = (server: TestServer) =>
        say(server, workshop, workshop.lead, { command: 'next-stage', run })
      await Promise.all([press(ana), press(ben)])
      expect(await workshop.titleNow()).toBe(`${round + 1}`)
      expect((await workshop.agenda()).run).toBe(run + 1)
    }
  })

  test('turn over what was written on both, once, and count it once', async () => {
    const workshop = await silentWorkshop()
    const writers = await Promise.all(
      [ana, ben, ana, ben].map(async (server, index) => {
        const seat = await workshop.sit('participant')
        const draft = await at(server, seat.documents.draft ?? '', seat)
        addNotes(draft.doc, [
          {
            id: `d${index}`,
            kind: 'vision-element',
            text: `voice ${index}`,
            place: { x: 0, y: 0 },
            stage: workshop.silent,
          },
        ] as never)
        return seat
      }),
    )
    await expect.poll(async () => (await workshop.agenda()).now?.drafts, { timeout: 15_000 }).toBe(4)
    await workshop.move('next-stage')
    const { run } = await workshop.agenda()
    const press = (server: TestServer) =>
      say(server, workshop, workshop.lead, { command: 'reveal', run, how: 'all' })
    const answers = await Promise.all([press(ana), press(ben)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const [first] = writers
    if (!first) throw new Error('nobody wrote')
    expect(await textsOn(ben, workshop, first)).toEqual(['voice 0', 'voice 1', 'voice 2', 'voice 3'])
    expect(answers.map(({ body }) => body.revealed).sort()).toEqual([0, 4])
  })

  test('let somebody in who asked on one and was answered on the other', async () => {
    const workshop = await aWorkshop(ana)
    const host = await aSeat(ben, workshop, 'host')
    await say(ben, workshop, host, { command: 'lobby', state: 'ask' })
    const list = await at(ben, `${workshop.id}/lead`, host)
    const waiting = () => (list.doc.getMap('lead').get('waiting') ?? []) as { who: string; alias: string }[]
    const join = (server: TestServer, more = {}) =>
      ask(server, 'POST', `/api/workshops/${workshop.id}/join`, {
        body: { key: keyOf(workshop.links.participant), alias: 'Amina', ...more },
      })
    const { ticket } = (await join(ana)).body
    await until(list, () => waiting().length === 1)
    const entering = join(ana, { ticket })
    await say(ben, workshop, host, { command: 'admit', who: waiting()[0]?.who })
    expect((await entering).status).toBe(200)
    expect((await join(ben, { ticket })).status).toBe(200)
    await until(list, () => waiting().length === 0)
  })
})

/** A stage in which everybody writes alone, and then the one that turns it over. */
async function silentWorkshop() {
  const workshop = await aLedWorkshop(ana)
  for (const { id } of (await workshop.agenda()).stages) await workshop.move('remove-stage', { stage: id })
  const [board] = workshop.boards
  const { stage } = await workshop.move('add-stage', { kind: 'write-silent', title: 'Alone', board })
  await workshop.move('add-stage', { kind: 'reveal', title: 'Together', board })
  await workshop.move('start-stage', { stage })
  return { ...workshop, silent: String(stage) }
}
