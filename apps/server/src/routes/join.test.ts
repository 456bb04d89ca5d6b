import { roles } from '@vispera/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '../testing/a-person.ts'
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
let workshop: TestWorkshop
beforeAll(async () => {
  server = await aServer()
  workshop = await aWorkshop(server)
})
afterAll(() => server.stop())

describe('joining', () => {
  test.each(roles)('with the link of a %s gives that role', async (role) => {
    const seat = await aSeat(server, workshop, role, { alias: ' Amina ' })
    expect(seat.participant).toEqual({ id: expect.stringMatching(/^[A-Za-z0-9]{16}$/), role })
    expect(seat.alias).toBe('Amina')
    expect(seat.documents).toMatchObject({
      stage: `${workshop.id}/stage`,
      threads: `${workshop.id}/threads`,
      boards: [{ kind: 'vision-board', document: expect.stringContaining(`${workshop.id}/board/`) }],
    })
  })

  test('whoever only looks on has no draft', async () => {
    const draftOf = async (role: 'participant' | 'observer' | 'screen') =>
      (await aSeat(server, workshop, role)).documents.draft
    expect(await draftOf('participant')).toContain(`${workshop.id}/draft/`)
    expect(await draftOf('observer')).toBeUndefined()
    expect(await draftOf('screen')).toBeUndefined()
  })

  test('gives the links that may be handed on: those below, and the way in where one shows it', async () => {
    const given = async (role: (typeof roles)[number]) =>
      Object.keys((await aSeat(server, workshop, role)).links).sort()
    expect(await given('host')).toEqual([...roles].sort())
    expect(await given('facilitator')).toEqual(roles.filter((role) => role !== 'host').sort())
    expect(await given('participant')).toEqual(['observer', 'participant', 'screen'])
    expect(await given('scribe')).toEqual(['participant', 'scribe'])
    expect(await given('screen')).toEqual(['participant', 'screen'])
    expect(await given('observer')).toEqual(['observer'])
  })

  test('gives links that open', async () => {
    const { links } = await aSeat(server, workshop, 'facilitator')
    expect(links).toEqual(
      Object.fromEntries(Object.entries(workshop.links).filter(([role]) => role !== 'host')),
    )
  })

  test('again from the same tab keeps the person and the token', async () => {
    const first = await aSeat(server, workshop, 'participant', { alias: 'Amina' })
    const again = await aSeat(server, workshop, 'participant', { resume: first.token })
    expect({ ...again, now: 0 }).toEqual({ ...first, now: 0 })
  })

  test('again with another link keeps the person, with a token for the new role', async () => {
    const first = await aSeat(server, workshop, 'observer', { alias: 'Amina' })
    const again = await aSeat(server, workshop, 'participant', { resume: first.token })
    expect(again.participant).toEqual({ id: first.participant.id, role: 'participant' })
    expect(again.token).not.toBe(first.token)
    expect(again.alias).toBe('Amina')
  })

  test('with a token of another workshop makes somebody new', async () => {
    const other = await aWorkshop(server)
    const first = await aSeat(server, other, 'participant', { alias: 'Amina' })
    const second = await aSeat(server, workshop, 'participant', { resume: first.token })
    expect(second.participant.id).not.toBe(first.participant.id)
    expect(second.alias).toBe('')
  })

  test('counts who takes part once, and observers not at all', async () => {
    const counted = await aWorkshop(server)
    const first = await aSeat(server, counted, 'participant')
    await aSeat(server, counted, 'participant', { resume: first.token })
    await aSeat(server, counted, 'observer')
    await aSeat(server, counted, 'scribe')
    const person = aPerson(server, first.documents.stage, first.token)
    await person.synced()
    expect(person.doc.getMap('workshop').get('tookPart')).toBe(2)
    person.leave()
  })

  test('a name that is too long is refused; one of invisible marks is no name', async () => {
    const body = { key: keyOf(workshop.links.participant), alias: 'x'.repeat(41) }
    const answer = await ask(server, 'POST', `/api/workshops/${workshop.id}/join`, { body })
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining('alias') } },
    })
    expect((await aSeat(server, workshop, 'participant', { alias: '\u202e\u200f' })).alias).toBe('')
  })
})

describe('the door', () => {
  test('has one same answer for every key that does not open it', async () => {
    const other = await aWorkshop(server)
    const gone = await aWorkshop(server)
    const host = await aSeat(server, gone, 'host')
    await ask(server, 'DELETE', `/api/workshops/${gone.id}`, { token: host.token })
    const knocks: [string, string][] = [
      [workshop.id, 'wrong'],
      [workshop.id, ''],
      [workshop.id, 'x'.repeat(3_000)],
      [workshop.id, keyOf(other.links.host)],
      [workshop.id, host.token],
      ['unknown', keyOf(workshop.links.host)],
      ['x'.repeat(500), 'wrong'],
      [encodeURIComponent('../../etc'), 'wrong'],
      [gone.id, keyOf(gone.links.host)],
    ]
    for (const door of ['join', 'peek']) {
      const answers = await Promise.all(
        knocks.map(([id, key]) => ask(server, 'POST', `/api/workshops/${id}/${door}`, { body: { key } })),
      )
      const seen = new Set(
        answers.map(({ status, text, headers }) => {
          return JSON.stringify([status, text, [...headers].filter(([name]) => name !== 'date')])
        }),
      )
      expect(seen.size).toBe(1)
      expect(answers[0]).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } })
    }
  })

  test('shows a holder of a key what is behind it, and seats nobody', async () => {
    const body = { key: keyOf(workshop.links.observer) }
    const answer = await ask(server, 'POST', `/api/workshops/${workshop.id}/peek`, { body })
    expect(answer.body).toEqual({
      title: 'Our market',
      safety: 'guarded',
      lobby: 'open',
      role: 'observer',
      people: { here: 0, observers: 0 },
    })
  })

  test('says how many are here, observers apart, two devices of one person once', async () => {
    const full = await aWorkshop(server)
    const amina = await aSeat(server, full, 'participant')
    const looker = await aSeat(server, full, 'observer')
    const screen = await aSeat(server, full, 'screen')
    const sockets = [amina, amina, looker, screen].map((seat) =>
      aPerson(server, seat.documents.stage, seat.token),
    )
    await Promise.all(sockets.map((socket) => socket.synced()))
    const body = { key: keyOf(full.links.participant) }
    const answer = await ask(server, 'POST', `/api/workshops/${full.id}/peek`, { body })
    expect(answer.body.people).toEqual({ here: 1, observers: 1 })
    for (const socket of sockets) socket.leave()
  })
})

describe('the code', () => {
  test('leads to a link with a key of its own that lets participants in', async () => {
    const linkFor = async () => {
      const body = { code: workshop.code.toLowerCase() }
      return (await ask<{ url: string }>(server, 'POST', '/api/codes/join', { body })).body.url
    }
    const [first, second] = [await linkFor(), await linkFor()]
    expect(first).toMatch(new RegExp(`^${server.url}/w/${workshop.id}#`))
    expect(first).not.toBe(second)
    expect(first).not.toBe(workshop.links.participant)
    const key = keyOf(first)
    const joined = await ask(server, 'POST', `/api/workshops/${workshop.id}/join`, { body: { key } })
    expect(joined).toMatchObject({ status: 200, body: { participant: { role: 'participant' } } })
    expect(joined.body.links).toEqual({ participant: first })
  })

  test('is shown with the links again to people in the workshop, but not to observers', async () => {
    const shown = async (role: 'facilitator' | 'participant' | 'screen' | 'observer') => {
      const { token } = await aSeat(server, workshop, role)
      return (await ask(server, 'GET', `/api/workshops/${workshop.id}/invitation`, { token })).body
    }
    expect(await shown('facilitator')).toMatchObject({
      code: workshop.code,
      links: { participant: workshop.links.participant, scribe: workshop.links.scribe },
    })
    expect(await shown('participant')).toMatchObject({ code: workshop.code })
    expect(await shown('screen')).toEqual({
      code: workshop.code,
      links: { participant: workshop.links.participant, screen: workshop.links.screen },
    })
    expect(await shown('observer')).toEqual({ links: { observer: workshop.links.observer } })
  })

  test('cannot be guessed: after ten wrong ones nothing is tried any more', async () => {
    const strict = await aServer()
    const target = await aWorkshop(strict)
    const guess = (code: string) => ask(strict, 'POST', '/api/codes/join', { body: { code } })
    const wrong = await Promise.all(Array.from({ length: 10 }, (_, n) => guess(`AAAA${n}`)))
    expect(new Set(wrong.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await guess(target.code)).toMatchObject({ status: 429, body: { error: { code: 'slow-down' } } })
    await strict.stop()
  })
})
