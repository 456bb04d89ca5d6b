import { addNotes } from '@vispera/board'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLedWorkshop, type LedWorkshop } from '../../testing/a-led-workshop.ts'
import { aPerson, type TestPerson, until } from '../../testing/a-person.ts'
import { aServer, type TestSeat, type TestServer } from '../../testing/a-server.ts'

let server: TestServer
const open: TestPerson[] = []
beforeAll(async () => {
  server = await aServer({}, undefined, { countMs: 10, lateMs: () => 10 })
})
afterAll(async () => {
  for (const one of open) one.leave()
  await server.stop()
})

async function connect({ token }: TestSeat, document: string, at = server): Promise<TestPerson> {
  const person = aPerson(at, document, token)
  open.push(person)
  await person.synced()
  return person
}
const boardOf = (seat: TestSeat) => seat.documents.boards[0]?.document ?? ''
const draftOf = (seat: TestSeat) => seat.documents.draft ?? ''
const notesOn = ({ doc }: TestPerson) =>
  [...doc.getMap('notes').values()].map((note) => {
    const map = note as { get(key: string): unknown }
    return [String(map.get('text')), map.get('late') ?? false]
  })

/** A silent stage that runs, and how to draft in it. */
async function aSilentStage(workshop: LedWorkshop) {
  const added = await workshop.say('add-stage', { kind: 'write-silent', board: workshop.boards[0] })
  const stage = String(added.body.stage)
  await workshop.say('add-stage', { kind: 'reveal', board: workshop.boards[0] })
  await workshop.move('start-stage', { stage })
  const write = ({ doc }: TestPerson, text: string) =>
    addNotes(doc, [{ kind: 'vision-element', text, fields: { board: workshop.boards[0], stage } }])
  return { write }
}

test('a phone that slept through the reveal brings its drafts late, and finds everybody else’s', async () => {
  const workshop = await aLedWorkshop(server)
  const { write } = await aSilentStage(workshop)
  const [ana, ben] = [await workshop.sit('participant'), await workshop.sit('participant')]
  const [awake, asleep] = [await connect(ana, draftOf(ana)), await connect(ben, draftOf(ben))]
  const board = await connect(ana, boardOf(ana))
  write(awake, 'awake')
  asleep.provider.disconnect()
  write(asleep, 'asleep')
  const second = await connect(ana, draftOf(ana))
  await until(second, () => second.doc.getMap('notes').size === 1)
  await workshop.move('next-stage')
  await workshop.move('reveal', { how: 'all' })
  await until(board, () => board.doc.getMap('notes').size === 1)
  asleep.provider.connect()
  await until(board, () => board.doc.getMap('notes').size === 2)
  expect(notesOn(board).sort()).toEqual([
    ['asleep', true],
    ['awake', false],
  ])
  await until(asleep, () => asleep.doc.getMap('notes').size === 0)
})

test('the same person on two devices hands in each draft once', async () => {
  const workshop = await aLedWorkshop(server)
  const { write } = await aSilentStage(workshop)
  const ana = await workshop.sit('participant')
  const [phone, laptop] = [await connect(ana, draftOf(ana)), await connect(ana, draftOf(ana))]
  const board = await connect(ana, boardOf(ana))
  write(phone, 'on the phone')
  write(laptop, 'on the laptop')
  for (const one of [phone, laptop]) await until(one, () => one.doc.getMap('notes').size === 2)
  await workshop.move('next-stage')
  await workshop.move('reveal', { how: 'all' })
  await until(board, () => board.doc.getMap('notes').size === 2)
  expect(notesOn(board).sort()).toEqual([
    ['on the laptop', false],
    ['on the phone', false],
  ])
  for (const one of [phone, laptop]) await until(one, () => one.doc.getMap('notes').size === 0)
})

test('drafts outlast a restart of the server, of people who do not come back too', async () => {
  const workshop = await aLedWorkshop(server)
  const { write } = await aSilentStage(workshop)
  const ana = await workshop.sit('participant')
  const draft = await connect(ana, draftOf(ana))
  write(draft, 'before the restart')
  const second = await connect(ana, draftOf(ana))
  await until(second, () => second.doc.getMap('notes').size === 1)
  draft.leave()
  second.leave()
  const again = await server.restart()
  try {
    const path = `${again.url}/api/workshops/${workshop.id}/commands`
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${workshop.lead.token}`,
    }
    const say = (body: object) => fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    expect((await say({ command: 'reveal', run: 1, how: 'all' })).status).toBe(200)
    const board = await connect(workshop.lead, boardOf(workshop.lead), again)
    expect(notesOn(board)).toEqual([['before the restart', false]])
  } finally {
    server = again
  }
})
