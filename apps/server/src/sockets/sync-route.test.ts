import { addNotes, documentNames, notesOf, writeText } from '@vispera/board'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { aPerson, closeCodeOf, type TestPerson, until } from '../testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop, type TestSeat, type TestServer } from '../testing/a-server.ts'

let server: TestServer
const people: TestPerson[] = []

beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => {
  for (const person of people) person.leave()
  await server.stop()
})

async function join(document: string, seat: TestSeat): Promise<TestPerson> {
  const person = aPerson(server, document, seat.token)
  people.push(person)
  await person.synced()
  return person
}

const boardOf = (seat: TestSeat) => seat.documents.boards[0]?.document ?? ''
const usersOf = ({ provider }: TestPerson) =>
  [...provider.awareness.getStates().values()].flatMap((state) => (state.user ? [state.user] : []))

test('two unmodified y-websocket clients write in one note and see each other', async () => {
  const workshop = await aWorkshop(server)
  const seats = await Promise.all([
    aSeat(server, workshop, 'participant', { alias: 'Amina' }),
    aSeat(server, workshop, 'facilitator', { alias: 'Rosa' }),
  ])
  const [amina, rosa] = await Promise.all(seats.map((seat) => join(boardOf(seat), seat)))
  if (!amina || !rosa) throw new Error('nobody came')
  const [id] = addNotes(amina.doc, [{ kind: 'vision-element', text: 'Clean water' }])
  await until(rosa, () => notesOf(rosa.doc).has(id ?? ''))
  writeText(rosa.doc, id ?? '', 'Clean water, all day')
  await until(
    amina,
    () =>
      notesOf(amina.doc)
        .get(id ?? '')
        ?.get('text')
        ?.toString() === 'Clean water, all day',
  )
  const answer = await ask(
    server,
    'GET',
    `/api/workshops/${workshop.id}/boards/${seats[0]?.documents.boards[0]?.id}`,
    {
      token: seats[0]?.token ?? '',
    },
  )
  expect(answer.body.notes).toMatchObject([{ id, kind: 'vision-element', text: 'Clean water, all day' }])
})

test('the server says who somebody is, whatever they claim', async () => {
  const workshop = await aWorkshop(server, {
    title: 'Open',
    boards: [{ kind: 'vision-board' }],
    safety: 'open',
  })
  const amina = await aSeat(server, workshop, 'participant', { alias: 'Amina' })
  const rosa = await aSeat(server, workshop, 'facilitator', { alias: 'Rosa' })
  const [one, two] = [await join(boardOf(amina), amina), await join(boardOf(rosa), rosa)]
  const seen = new Promise<void>((resolve) => {
    two.provider.awareness.on('change', () => {
      if (usersOf(two).length > 0) resolve()
    })
  })
  one.provider.awareness.setLocalState({ user: { id: 'x', name: 'The boss', role: 'host' }, cursor: [1, 2] })
  await seen
  expect(usersOf(two)).toEqual([
    { id: amina.participant.id, name: 'Amina', color: expect.any(Number), role: 'participant' },
  ])
})

test('a workshop that becomes protected while open takes names off the screens at once', async () => {
  const workshop = await aWorkshop(server, {
    title: 'Open',
    boards: [{ kind: 'vision-board' }],
    safety: 'open',
  })
  const lead = await aSeat(server, workshop, 'facilitator', { alias: 'Rosa' })
  const guest = await aSeat(server, workshop, 'participant', { alias: 'Amina' })
  const [one, two] = [await join(boardOf(lead), lead), await join(boardOf(guest), guest)]
  two.provider.awareness.setLocalState({ cursor: [1, 2] })
  const settled = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (usersOf(one).length === count) resolve()
      }
      one.provider.awareness.on('change', look)
      look()
    })
  await settled(1)
  expect(usersOf(one)).toMatchObject([{ name: 'Amina' }])
  await ask(server, 'PATCH', `/api/workshops/${workshop.id}`, {
    token: lead.token,
    body: { safety: 'protected' },
  })
  await settled(0)
  await one.synced()
  expect(usersOf(one)).toEqual([])
})

test('in a protected workshop nobody has a name or a cursor, and people are only counted', async () => {
  const workshop = await aWorkshop(server, {
    title: 'Careful',
    boards: [{ kind: 'vision-board' }],
    safety: 'protected',
  })
  const amina = await aSeat(server, workshop, 'participant', { alias: 'Amina' })
  expect(amina.alias).toBe('')
  const rosa = await aSeat(server, workshop, 'participant')
  const [onStage, onBoard] = [await join(amina.documents.stage, amina), await join(boardOf(amina), amina)]
  const [other, otherBoard] = [await join(rosa.documents.stage, rosa), await join(boardOf(rosa), rosa)]
  onBoard.provider.awareness.setLocalState({ user: { name: 'Amina' }, cursor: [1, 2] })
  onStage.provider.awareness.setLocalState({ user: { name: 'Amina' } })
  await new Promise<void>((resolve) => {
    other.provider.awareness.on('change', () => {
      if (usersOf(other).length > 0) resolve()
    })
  })
  const [seen] = usersOf(other)
  expect(seen).toEqual({ id: expect.any(String), name: '', color: 0, role: 'participant' })
  expect(seen?.id).not.toBe(amina.participant.id)
  expect(usersOf(otherBoard)).toEqual([])
})

test("an observer's writing reaches nobody", async () => {
  const workshop = await aWorkshop(server)
  const [seat, observer] = [
    await aSeat(server, workshop, 'participant'),
    await aSeat(server, workshop, 'observer'),
  ]
  const [writer, looker] = [await join(boardOf(seat), seat), await join(boardOf(observer), observer)]
  addNotes(looker.doc, [{ id: 'from-observer', kind: 'vision-element', text: 'psst' }])
  addNotes(writer.doc, [{ id: 'from-writer', kind: 'vision-element', text: 'hello' }])
  await until(looker, () => notesOf(looker.doc).has('from-writer'))
  const late = await join(boardOf(seat), seat)
  expect([...notesOf(late.doc).keys()]).toEqual(['from-writer'])
  expect([...notesOf(writer.doc).keys()]).toEqual(['from-writer'])
})

test('nobody but the server writes the stage', async () => {
  const workshop = await aWorkshop(server)
  const host = await aSeat(server, workshop, 'host')
  const stage = await join(host.documents.stage, host)
  stage.doc.getMap('workshop').set('title', 'Mine now')
  const renamed = await ask(server, 'PATCH', `/api/workshops/${workshop.id}`, {
    token: host.token,
    body: { languages: ['es'] },
  })
  expect(renamed.body).toMatchObject({ title: 'Our market', languages: ['es'] })
  const late = await join(host.documents.stage, host)
  expect(late.doc.getMap('workshop').get('title')).toBe('Our market')
})

test('documents that are not open are refused with a code that makes clients stop', async () => {
  const [mine, other] = [await aWorkshop(server), await aWorkshop(server)]
  const seat = await aSeat(server, mine, 'participant')
  const observer = await aSeat(server, mine, 'observer')
  const stranger = await aSeat(server, other, 'facilitator')
  const { draft } = documentNames
  expect({
    'a board of another workshop': await closeCodeOf(server, boardOf(stranger), seat.token),
    'the stage of another workshop': await closeCodeOf(server, stranger.documents.stage, seat.token),
    "somebody else's draft": await closeCodeOf(server, draft(mine.id, observer.participant.id), seat.token),
    "an observer's own draft": await closeCodeOf(
      server,
      draft(mine.id, observer.participant.id),
      observer.token,
    ),
    'a board that is not there': await closeCodeOf(server, documentNames.board(mine.id, 'nope'), seat.token),
    'an unknown workshop': await closeCodeOf(server, documentNames.stage('nope'), seat.token),
    'a wrong token': await closeCodeOf(server, seat.documents.stage, 'nope'),
    'no document at all': await closeCodeOf(server, 'nope', seat.token),
    'a climbing name': await closeCodeOf(server, `${other.id}/../${mine.id}/stage`, stranger.token),
  }).toEqual({
    'a board of another workshop': 4401,
    'the stage of another workshop': 4401,
    "somebody else's draft": 4403,
    "an observer's own draft": 4403,
    'a board that is not there': 4404,
    'an unknown workshop': 4401,
    'a wrong token': 4401,
    'no document at all': 4401,
    'a climbing name': 4401,
  })
})

test('a draft is open to its owner, on two devices', async () => {
  const workshop = await aWorkshop(server)
  const seat = await aSeat(server, workshop, 'participant')
  const [one, two] = [
    await join(seat.documents.draft ?? '', seat),
    await join(seat.documents.draft ?? '', seat),
  ]
  addNotes(one.doc, [{ id: 'mine', kind: 'vision-element', text: 'not yet' }])
  await until(two, () => notesOf(two.doc).has('mine'))
})

test('only pages of our own origin open sockets', async () => {
  const workshop = await aWorkshop(server)
  const seat = await aSeat(server, workshop, 'participant')
  const opens = (origin: string | undefined) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(
        `${server.url.replace('http', 'ws')}/sync/${seat.documents.stage}`,
        ['y-websocket', `token.${seat.token}`],
        { ...(origin !== undefined && { origin }) },
      )
      socket.once('open', () => {
        resolve('opens')
        socket.terminate()
      })
      socket.once('unexpected-response', (_, response) => {
        resolve(String(response.statusCode))
        socket.terminate()
      })
      socket.on('error', () => {})
    })
  expect(await opens(undefined)).toBe('opens')
  expect(await opens(server.url)).toBe('opens')
  for (const origin of [
    'null',
    'https://evil.example',
    `http://sub.127.0.0.1:${server.port}`,
    `http://127.0.0.1:${server.port + 1}`,
    `http://127.0.0.1:${server.port}.evil.example`,
    'file://',
  ]) {
    expect([origin, await opens(origin)]).toEqual([origin, '403'])
  }
})

test('the plain protocol is selected when only that is offered, ours when both are', async () => {
  const workshop = await aWorkshop(server)
  const seat = await aSeat(server, workshop, 'participant')
  const selected = (offered: string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = new WebSocket(
        `${server.url.replace('http', 'ws')}/sync/${seat.documents.stage}`,
        offered,
      )
      socket.once('open', () => {
        resolve(socket.protocol)
        socket.terminate()
      })
      socket.once('error', reject)
    })
  expect(await selected(['y-websocket', `token.${seat.token}`])).toBe('y-websocket')
  expect(await selected(['vispera.1', 'y-websocket', `token.${seat.token}`])).toBe('vispera.1')
  await expect(selected([`token.${seat.token}`])).rejects.toThrow('400')
})

test('a workshop that is deleted while open says so, and so does it to who comes back', async () => {
  const workshop = await aWorkshop(server)
  const host = await aSeat(server, workshop, 'host')
  const guest = await aSeat(server, workshop, 'participant')
  const person = await join(boardOf(guest), guest)
  const answer = await ask(server, 'DELETE', `/api/workshops/${workshop.id}`, { token: host.token })
  expect(answer.body).toEqual({ id: workshop.id, deleted: true })
  expect(await person.sentAway).toBe(4410)
  expect(await closeCodeOf(server, boardOf(guest), guest.token)).toBe(4410)
})

test('a board that is deleted while open closes for everyone', async () => {
  const workshop = await aWorkshop(server)
  const lead = await aSeat(server, workshop, 'facilitator')
  const guest = await aSeat(server, workshop, 'participant')
  const person = await join(boardOf(guest), guest)
  const board = guest.documents.boards[0]?.id
  await ask(server, 'DELETE', `/api/workshops/${workshop.id}/boards/${board}`, { token: lead.token })
  expect(await person.sentAway).toBe(4404)
  expect(await closeCodeOf(server, boardOf(guest), guest.token)).toBe(4404)
})
