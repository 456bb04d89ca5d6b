import type { Role } from '@vispera/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPerson, closeCodeOf, until } from '../../testing/a-person.ts'
import {
  type Answer,
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
const join = (workshop: TestWorkshop, body: Record<string, unknown>): Promise<Answer<TestSeat>> =>
  ask(server, 'POST', `/api/workshops/${workshop.id}/join`, { body })
const codeOf = ({ status, body }: Answer<unknown>) => [
  status,
  (body as { error?: { code: string } }).error?.code,
]
const noted = (workshop: TestWorkshop, by: TestSeat) =>
  ask(server, 'POST', `/api/workshops/${workshop.id}/boards/${by.documents.boards[0]?.id}/notes`, {
    token: by.token,
    body: { notes: [{ kind: 'vision-element', text: 'x' }] },
  })

describe('a role', () => {
  test('changes while somebody is in, at once, for their sockets and over HTTP, and after they come back', async () => {
    const workshop = await aWorkshop(server)
    const lead = await aSeat(server, workshop, 'facilitator')
    const rosa = await aSeat(server, workshop, 'observer')
    const person = aPerson(server, rosa.documents.stage, rosa.token)
    await person.synced()
    expect((await noted(workshop, rosa)).status).toBe(403)
    const made = await say(workshop, lead, 'change-role', {
      participant: rosa.participant.id,
      role: 'facilitator',
    })
    expect(made.status).toBe(200)
    await until(person, () => person.doc.getMap('roles').get(rosa.participant.id) === 'facilitator')
    expect((await noted(workshop, rosa)).status).toBe(201)
    person.leave()
    const again = await join(workshop, { key: keyOf(workshop.links.observer), resume: rosa.token })
    expect(again.body.participant).toEqual({ id: rosa.participant.id, role: 'facilitator' })
    // Whoever leads can hand on what leaders hand on.
    expect(Object.keys(again.body.links).sort()).toEqual(
      ['facilitator', 'interpreter', 'observer', 'participant', 'safety-keeper', 'scribe', 'screen'].sort(),
    )
    expect(again.body.links.participant).toBe(lead.links.participant)
  })

  test('that is taken away closes what it opened, and the rest stays open', async () => {
    const workshop = await aWorkshop(server)
    const lead = await aSeat(server, workshop, 'facilitator')
    const other = await aSeat(server, workshop, 'facilitator')
    const theirLead = aPerson(server, `${workshop.id}/lead`, other.token)
    const theirStage = aPerson(server, other.documents.stage, other.token)
    await Promise.all([theirLead.synced(), theirStage.synced()])
    await say(workshop, lead, 'change-role', { participant: other.participant.id, role: 'participant' })
    expect(await theirLead.sentAway).toBe(4403)
    expect(await closeCodeOf(server, `${workshop.id}/lead`, other.token)).toBe(4403)
    expect(theirStage.provider.wsconnected).toBe(true)
    expect((await say(workshop, other, 'lobby', { state: 'open' })).status).toBe(403)
    const { body } = await ask<{ links: object }>(
      server,
      'GET',
      `/api/workshops/${workshop.id}/invitation`,
      other,
    )
    expect(Object.keys(body.links).sort()).toEqual(['observer', 'participant', 'screen'])
    theirStage.leave()
  })

  test('cannot be raised above that of whoever gives it, and a host is always left', async () => {
    const workshop = await aWorkshop(server)
    const host = await aSeat(server, workshop, 'host')
    const lead = await aSeat(server, workshop, 'facilitator')
    const rosa = await aSeat(server, workshop, 'participant')
    const change = (by: TestSeat, who: TestSeat, role: Role) =>
      say(workshop, by, 'change-role', { participant: who.participant.id, role })
    expect(codeOf(await change(lead, rosa, 'host'))).toEqual([403, 'forbidden'])
    expect(codeOf(await change(lead, host, 'participant'))).toEqual([403, 'forbidden'])
    expect(codeOf(await change(rosa, rosa, 'facilitator'))).toEqual([403, 'forbidden'])
    expect(codeOf(await change(host, host, 'participant'))).toEqual([409, 'conflict'])
    expect((await change(host, rosa, 'host')).status).toBe(200)
    expect((await change(host, host, 'participant')).status).toBe(200)
  })

  test('of a facilitator survives a lost connection and a restart of the server', async () => {
    const workshop = await aWorkshop(server)
    const lead = await aSeat(server, workshop, 'host')
    const rosa = await aSeat(server, workshop, 'participant')
    await say(workshop, lead, 'change-role', { participant: rosa.participant.id, role: 'facilitator' })
    server = await server.restart()
    expect((await say(workshop, rosa, 'lobby', { state: 'open' })).status).toBe(200)
    const again = await join(workshop, { key: keyOf(workshop.links.participant), resume: rosa.token })
    expect(again.body.participant).toEqual({ id: rosa.participant.id, role: 'facilitator' })
  })
})

describe('renewed links', () => {
  test('cut off everybody below, whose old link and code open nothing any more', async () => {
    const workshop = await aWorkshop(server)
    const lead = await aSeat(server, workshop, 'facilitator')
    const rosa = await aSeat(server, workshop, 'participant')
    const person = aPerson(server, rosa.documents.boards[0]?.document ?? '', rosa.token)
    await person.synced()
    const answer = await say(workshop, lead, 'renew-links')
    expect(answer.body).toMatchObject({ cutOff: 1 })
    expect(await person.sentAway).toBe(4401)
    expect((await noted(workshop, rosa)).status).toBe(401)
    const old = { key: keyOf(workshop.links.participant) }
    expect((await join(workshop, old)).status).toBe(404)
    expect((await join(workshop, { ...old, resume: rosa.token })).status).toBe(404)
    expect((await ask(server, 'POST', '/api/codes/join', { body: { code: workshop.code } })).status).toBe(404)
    const { body } = await ask<{ links: Record<Role, string>; code: string }>(
      server,
      'GET',
      `/api/workshops/${workshop.id}/invitation`,
      lead,
    )
    expect(body.code).not.toBe(workshop.code)
    for (const role of [
      'scribe',
      'interpreter',
      'safety-keeper',
      'participant',
      'observer',
      'screen',
    ] as const)
      expect((await join(workshop, { key: keyOf(body.links[role]) })).body.participant.role).toBe(role)
    // The way in that scribes and screens show is the new one.
    const scribe = await join(workshop, { key: keyOf(body.links.scribe) })
    expect(scribe.body.links.participant).toBe(body.links.participant)
    expect((await noted(workshop, lead)).status).toBe(201)
    // The facilitators' own link is not below theirs.
    expect((await join(workshop, { key: keyOf(workshop.links.facilitator) })).status).toBe(200)
  })

  test('can be renewed again and again, by whoever was given a leading role too', async () => {
    const workshop = await aWorkshop(server)
    const host = await aSeat(server, workshop, 'host')
    const rosa = await aSeat(server, workshop, 'participant')
    await say(workshop, host, 'change-role', { participant: rosa.participant.id, role: 'facilitator' })
    await say(workshop, host, 'renew-links')
    expect((await noted(workshop, rosa)).status).toBe(401)

    const lead = await aSeat(server, workshop, 'host')
    const invited = await ask<{ links: Record<Role, string> }>(
      server,
      'GET',
      `/api/workshops/${workshop.id}/invitation`,
      lead,
    )
    const ana = (await join(workshop, { key: keyOf(invited.body.links.participant) })).body
    await say(workshop, lead, 'change-role', { participant: ana.participant.id, role: 'facilitator' })
    expect((await say(workshop, ana, 'renew-links')).status).toBe(200)
    // Her own link is dead with the others', her seat is not: a reload keeps her.
    const again = await join(workshop, { key: keyOf(invited.body.links.participant), resume: ana.token })
    expect(again.body.participant).toEqual({ id: ana.participant.id, role: 'facilitator' })
    expect((await join(workshop, { key: keyOf(invited.body.links.participant) })).status).toBe(404)
  })
})

describe('the lobby', () => {
  const key = (workshop: TestWorkshop, role: Role = 'participant') => keyOf(workshop.links[role])

  test('closed lets nobody new in, kills the code, and lets people back who were in', async () => {
    const workshop = await aWorkshop(server)
    const lead = await aSeat(server, workshop, 'facilitator')
    const rosa = await aSeat(server, workshop, 'participant')
    await say(workshop, lead, 'lobby', { state: 'closed' })
    expect(codeOf(await join(workshop, { key: key(workshop) }))).toEqual([403, 'closed'])
    expect((await ask(server, 'POST', '/api/codes/join', { body: { code: workshop.code } })).status).toBe(404)
    expect((await join(workshop, { key: key(workshop), resume: rosa.token })).status).toBe(200)
    expect((await join(workshop, { key: key(workshop, 'facilitator') })).status).toBe(200)
    const invitation = await ask(server, 'GET', `/api/workshops/${workshop.id}/invitation`, lead)
    expect(invitation.body).not.toHaveProperty('code')
    await say(workshop, lead, 'lobby', { state: 'open' })
    expect((await join(workshop, { key: key(workshop) })).status).toBe(200)
  })

  test('that asks shows who waits to those who lead, and lets in whom they admit, once they say so', async () => {
    const workshop = await aWorkshop(server)
    const lead = await aSeat(server, workshop, 'safety-keeper')
    const host = await aSeat(server, workshop, 'host')
    await say(workshop, host, 'lobby', { state: 'ask' })
    const list = aPerson(server, `${workshop.id}/lead`, lead.token)
    await list.synced()
    const waiting = () => (list.doc.getMap('lead').get('waiting') ?? []) as { who: string; alias: string }[]
    const first = await join(workshop, { key: key(workshop), alias: 'Amina' })
    expect(first.status).toBe(202)
    const { ticket } = first.body as unknown as { ticket: string }
    await until(list, () => waiting().length === 1)
    expect(waiting()[0]).toMatchObject({ alias: 'Amina', role: 'participant' })
    expect(JSON.stringify(waiting())).not.toContain(ticket)
    const entering = join(workshop, { key: key(workshop), alias: 'Amina', ticket })
    await say(workshop, lead, 'admit', { who: waiting()[0]?.who })
    expect((await entering).body).toMatchObject({ alias: 'Amina', participant: { role: 'participant' } })
    await until(list, () => waiting().length === 0)

    const second = await join(workshop, { key: key(workshop) })
    await until(list, () => waiting().length === 1)
    await say(workshop, lead, 'turn-away', { who: waiting()[0]?.who })
    const { ticket: theirs } = second.body as unknown as { ticket: string }
    expect(codeOf(await join(workshop, { key: key(workshop), ticket: theirs }))).toEqual([403, 'turned-away'])
    list.leave()
  })

  test('that opens or closes answers everybody who waits', async () => {
    const workshop = await aWorkshop(server)
    const host = await aSeat(server, workshop, 'host')
    await say(workshop, host, 'lobby', { state: 'ask' })
    const list = aPerson(server, `${workshop.id}/lead`, host.token)
    const { body } = await join(workshop, { key: key(workshop) })
    await until(list, () => ((list.doc.getMap('lead').get('waiting') ?? []) as unknown[]).length === 1)
    const entering = join(workshop, {
      key: key(workshop),
      ticket: (body as unknown as { ticket: string }).ticket,
    })
    await say(workshop, host, 'lobby', { state: 'open' })
    expect((await entering).status).toBe(200)
    list.leave()
  })

  test('a ticket that nobody knows any more simply asks again', async () => {
    const workshop = await aWorkshop(server)
    const host = await aSeat(server, workshop, 'host')
    await say(workshop, host, 'lobby', { state: 'ask' })
    expect((await join(workshop, { key: key(workshop), ticket: 'made up' })).status).toBe(202)
  })
})

describe('a translation', () => {
  test('stands beside the words, which an interpreter cannot change', async () => {
    const workshop = await aWorkshop(server)
    const host = await aSeat(server, workshop, 'host')
    const interpreter = await aSeat(server, workshop, 'interpreter')
    const board = host.documents.boards[0]?.id
    const { body } = await noted(workshop, host)
    const [note] = (body as { ids: string[] }).ids
    const translate = (by: TestSeat, text: string) =>
      say(workshop, by, 'translate', { board, note, lang: 'es', text })
    expect((await translate(interpreter, 'equis')).status).toBe(200)
    expect((await translate(interpreter, 'equis, por fin')).status).toBe(200)
    const read = async () =>
      (
        await ask<{ notes: Record<string, unknown>[] }>(
          server,
          'GET',
          `/api/workshops/${workshop.id}/boards/${board}`,
          interpreter,
        )
      ).body.notes.find(({ id }) => id === note)
    expect(await read()).toMatchObject({
      text: 'x',
      translations: [{ lang: 'es', text: 'equis, por fin', by: 'person', checked: true }],
    })
    expect((await noted(workshop, interpreter)).status).toBe(403)
    expect((await translate(await aSeat(server, workshop, 'participant'), 'no')).status).toBe(403)
    await translate(interpreter, ' ')
    expect(await read()).toMatchObject({ translations: [] })
  })
})
