import { addCrossLink, addNotes, documentNames, notesOf, type Role, roles } from '@vispera/board'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Doc } from 'yjs'
import { aClient, type TestClient } from '../testing/a-client.ts'
import { aLedWorkshop, type LedWorkshop } from '../testing/a-led-workshop.ts'
import { aServer, ask, type TestSeat, type TestServer } from '../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

/** Two boards, and an agenda that begins with these stages on the first one, the first of which runs. */
async function aWorkshopAt(...stages: readonly Record<string, unknown>[]) {
  const boards = [{ kind: 'vision-board' }, { kind: 'vision-board' }]
  const workshop = await aLedWorkshop(server, { title: 'T', boards, safety: 'open' })
  let after: unknown = null
  for (const stage of stages) {
    const added = await workshop.move('add-stage', { board: workshop.boards[0], ...stage, after })
    after = added.stage
  }
  await workshop.move('next-stage')
  return workshop
}

const boardDocument = (workshop: LedWorkshop, at = 0) =>
  documentNames.board(workshop.id, workshop.boards[at] ?? '')
const openBoard = (workshop: LedWorkshop, { token }: TestSeat, at = 0, doc?: Doc) =>
  aClient(server, boardDocument(workshop, at), token, doc)

const write = ({ doc }: TestClient, text: string) =>
  addNotes(doc, [{ kind: 'vision-element', text }])[0] ?? ''

/** What stands on a board, as the server has it. */
async function textsOn(workshop: LedWorkshop, at = 0): Promise<string[]> {
  const path = `/api/workshops/${workshop.id}/boards/${workshop.boards[at]}`
  const { body } = await ask<{ notes: { text: string }[] }>(server, 'GET', path, {
    token: workshop.lead.token,
  })
  return body.notes.map(({ text }) => text).sort()
}

/** Resolves when the server has read everything that this client sent: what it says next has reached somebody. */
async function heard(client: TestClient, witness: TestClient): Promise<void> {
  await Promise.all([witness, client].map(({ when }) => when(({ synced }) => synced)))
  const mark = Math.random()
  await new Promise<void>((resolve) => {
    witness.awareness.on('change', () => {
      if ([...witness.awareness.getStates().values()].some((state) => state.mark === mark)) resolve()
    })
    client.awareness.setLocalState({ mark })
  })
}

describe('while a stage lets nobody add', () => {
  test.each(roles.filter((role) => role !== 'screen'))('a %s writes as the table says', async (role) => {
    const workshop = await aWorkshopAt({ kind: 'arrive' })
    const mayStill: readonly Role[] = ['host', 'facilitator', 'scribe']
    const client = openBoard(workshop, await workshop.sit(role))
    await client.when(({ synced }) => synced)
    write(client, `by the ${role}`)
    await heard(client, openBoard(workshop, workshop.lead))
    expect(await textsOn(workshop)).toEqual(mayStill.includes(role) ? [`by the ${role}`] : [])
  })
})

test('others see nothing of what is held back, and what is written when it opens arrives with it', async () => {
  const workshop = await aWorkshopAt({ kind: 'arrive' }, { kind: 'discuss' })
  const amina = openBoard(workshop, await workshop.sit('participant'))
  const rosa = openBoard(workshop, await workshop.sit('participant'))
  await amina.saved()
  await rosa.saved()
  const early = write(amina, 'too early')
  await heard(amina, rosa)
  expect([notesOf(rosa.doc).has(early), amina.status().pending]).toEqual([false, 1])
  await workshop.move('next-stage')
  await amina.saved()
  expect(await textsOn(workshop)).toEqual(['too early'])
})

test('what was written offline while the stage was closed waits on the device and arrives when it opens', async () => {
  const workshop = await aWorkshopAt({ kind: 'discuss' }, { kind: 'vote' }, { kind: 'discuss' })
  const seat = await workshop.sit('participant')
  const before = openBoard(workshop, seat)
  write(before, 'in time')
  await before.saved()
  before.close()
  write(before, 'on the bus')
  await workshop.move('next-stage')
  const back = openBoard(workshop, seat, 0, before.doc)
  await back.when(({ synced, pending }) => synced && pending > 0)
  await workshop.move('extend-stage', { minutes: 1 })
  expect(await textsOn(workshop)).toEqual(['in time'])
  await workshop.move('next-stage')
  await back.saved()
  expect(await textsOn(workshop)).toEqual(['in time', 'on the bus'])
})

test('when no stage opens again, it arrives after the agenda has ended', async () => {
  const workshop = await aWorkshopAt({ kind: 'imagine' })
  const amina = openBoard(workshop, await workshop.sit('participant'))
  write(amina, 'while imagining')
  await amina.when(({ synced }) => synced)
  await workshop.move('end-agenda')
  await amina.saved()
  expect(await textsOn(workshop)).toEqual(['while imagining'])
})

test('other boards than the one of the stage are for reading', async () => {
  const workshop = await aWorkshopAt({ kind: 'cluster' }, { kind: 'link' })
  const seat = await workshop.sit('participant')
  const [here, there] = [openBoard(workshop, seat), openBoard(workshop, seat, 1)]
  write(here, 'here')
  await here.saved()
  await there.when(({ synced }) => synced)
  write(there, 'there')
  await heard(there, openBoard(workshop, workshop.lead, 1))
  expect([await textsOn(workshop), await textsOn(workshop, 1)]).toEqual([['here'], []])
  await workshop.move('next-stage')
  await there.saved()
})

test('while everybody writes alone, boards and links across boards are for reading and drafts are open', async () => {
  const workshop = await aWorkshopAt({ kind: 'write-silent' }, { kind: 'link' })
  const seat = await workshop.sit('participant')
  const threads = aClient(server, seat.documents.threads, seat.token)
  const draft = aClient(server, seat.documents.draft ?? '', seat.token)
  await threads.when(({ synced }) => synced)
  const [from, to] = workshop.boards.map((board) => ({ board, note: 'n' }))
  if (from && to) addCrossLink(threads.doc, { kind: 'came-from', from, to })
  draft.doc.getMap('notes').set('mine', 'alone')
  await draft.saved()
  expect(threads.status().pending).toBe(1)
  await workshop.move('next-stage')
  await threads.saved()
})

test('a stage that is open until a time closes by itself, with nobody pressing anything', async () => {
  const until = { local: '2126-11-21T18:00', zone: 'Africa/Nairobi' }
  const workshop = await aWorkshopAt({ kind: 'discuss', mode: 'open', until }, { kind: 'discuss' })
  const seat = await workshop.sit('participant')
  const amina = openBoard(workshop, seat)
  const witness = openBoard(workshop, workshop.lead)
  write(amina, 'in time')
  await Promise.all([amina.saved(), witness.saved()])
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2126, 10, 21, 15, 0, 1))
  onTestFinished(() => clock.mockRestore())
  write(amina, 'too late')
  await heard(amina, witness)
  clock.mockRestore()
  expect(await textsOn(workshop)).toEqual(['in time'])
  await workshop.move('next-stage')
  await amina.saved()
  expect(await textsOn(workshop)).toEqual(['in time', 'too late'])
})

test('a stage that has closed by itself opens again with a later time, for what was written meanwhile too', async () => {
  const open = { local: '2126-11-21T18:00', zone: 'UTC' }
  const workshop = await aWorkshopAt({ kind: 'discuss', mode: 'open', until: open })
  const stage = (await workshop.agenda()).now?.stage
  const amina = openBoard(workshop, await workshop.sit('participant'))
  await amina.saved()
  await workshop.move('change-stage', { stage, until: { ...open, local: '2020-01-01T18:00' } })
  write(amina, 'a little late')
  await heard(amina, openBoard(workshop, workshop.lead))
  expect(await textsOn(workshop)).toEqual([])
  await workshop.move('change-stage', { stage, until: open })
  await amina.saved()
})

test('a facilitator who never comes back holds nobody up: the host carries on', async () => {
  const workshop = await aWorkshopAt({ kind: 'arrive' }, { kind: 'discuss' })
  const host = await workshop.sit('host')
  const amina = openBoard(workshop, await workshop.sit('participant'))
  const { run } = await workshop.agenda()
  expect((await workshop.say('next-stage', { run }, host)).body).toMatchObject({ moved: true })
  write(amina, 'we go on')
  await amina.saved()
})

describe('over HTTP', () => {
  const messageOf = (body: unknown) => (body as { error: { message: string } }).error.message

  test.each([
    ['nobody adds', { kind: 'imagine' }, 0, 'Nothing is added in the stage that runs'],
    ['everybody writes alone', { kind: 'write-silent' }, 0, 'write a draft of your own'],
    ['another board is the matter', { kind: 'discuss' }, 1, 'about another board'],
  ])(
    'while %s a script is told so, and one that leads or types for others is not',
    async (_, stage, at, why) => {
      const workshop = await aWorkshopAt(stage)
      const path = `/api/workshops/${workshop.id}/boards/${workshop.boards[at]}`
      const notes = ['one', 'two'].map((id) => ({ id, kind: 'vision-element', text: id }))
      const { token: scribe } = await workshop.sit('scribe')
      expect((await ask(server, 'POST', `${path}/notes`, { token: scribe, body: { notes } })).status).toBe(
        201,
      )
      const links = [{ kind: 'in-tension', from: 'one', to: 'two' }]
      const { token } = await workshop.sit('participant')
      for (const [what, body] of Object.entries({ notes: { notes: notes.slice(0, 1) }, links: { links } })) {
        const refused = await ask(server, 'POST', `${path}/${what}`, { token, body })
        expect(refused).toMatchObject({ status: 403, body: { error: { code: 'not-now' } } })
        expect(messageOf(refused.body)).toContain(why)
      }
      expect(await textsOn(workshop, at)).toEqual(['one', 'two'])
    },
  )
})

describe('presence on boards', () => {
  const usersSeenBy = ({ awareness }: TestClient) =>
    [...awareness.getStates().values()].flatMap(({ user, cursor }) => (user && cursor ? [cursor] : []))
  const whenSeen = (client: TestClient, ...cursors: number[][]) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (JSON.stringify(usersSeenBy(client)) !== JSON.stringify(cursors)) return
        client.awareness.off('change', look)
        resolve()
      }
      client.awareness.on('change', look)
      look()
    })

  test('is taken off the screens as a stage hides it begins, and comes back after', async () => {
    const workshop = await aWorkshopAt({ kind: 'discuss' }, { kind: 'imagine' }, { kind: 'discuss' })
    const amina = openBoard(workshop, await workshop.sit('participant'))
    const rosa = openBoard(workshop, await workshop.sit('facilitator'))
    await Promise.all([amina.saved(), rosa.saved()])
    amina.awareness.setLocalState({ cursor: [1, 2], writing: 'a' })
    await whenSeen(rosa, [1, 2])
    await workshop.move('next-stage')
    await whenSeen(rosa)
    amina.awareness.setLocalState({ cursor: [3, 4] })
    const late = openBoard(workshop, await workshop.sit('participant'))
    await late.saved()
    expect([usersSeenBy(rosa), usersSeenBy(late)]).toEqual([[], []])
    await workshop.move('next-stage')
    await Promise.all([whenSeen(rosa, [3, 4]), whenSeen(late, [3, 4])])
  })
})
