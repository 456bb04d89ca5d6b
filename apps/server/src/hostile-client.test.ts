import { addNotes, type Ballot, castBallot, documentNames, readAgenda, readVotes } from '@vispera/board'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeStateAsUpdate } from 'yjs'
import { aLedWorkshop, type LedWorkshop } from './testing/a-led-workshop.ts'
import { aPerson, closeCodeOf, type TestPerson, until } from './testing/a-person.ts'
import { aServer, ask, type TestSeat, type TestServer } from './testing/a-server.ts'

// A participant whose client was changed to do what it may not. Each attempt comes to nothing, and people with
// honest clients notice nothing of it.

let server: TestServer
let workshop: LedWorkshop
let mallory: TestSeat
let ana: TestSeat
const open: TestPerson[] = []

beforeAll(async () => {
  server = await aServer({}, undefined, { countMs: 10, lateMs: () => 10 })
})
afterAll(async () => {
  for (const one of open) one.leave()
  await server.stop()
})
beforeEach(async () => {
  workshop = await aLedWorkshop(server)
  mallory = await workshop.sit('participant')
  ana = await workshop.sit('participant')
  for (const kind of ['write-silent', 'reveal', 'discuss']) {
    await workshop.say('add-stage', { kind, board: workshop.boards[0] })
  }
})

async function connect(seat: TestSeat, document: string): Promise<TestPerson> {
  const person = aPerson(server, document, seat.token)
  open.push(person)
  await person.synced()
  return person
}
const boardOf = (seat: TestSeat) => seat.documents.boards[0]?.document ?? ''
const draftOf = (seat: TestSeat) => seat.documents.draft ?? ''
async function startOwn(index: number): Promise<string> {
  const { stages } = await workshop.agenda()
  const stage = stages.slice(-3)[index]?.id ?? ''
  await workshop.move('start-stage', { stage })
  return stage
}
const aNote = (text: string, more = {}) => ({ kind: 'vision-element', text, ...more })
const texts = ({ doc }: TestPerson) =>
  [...doc.getMap('notes').values()]
    .map((note) => String((note as { get(key: string): unknown }).get('text')))
    .sort()
/** What `writer` sent is on the server once something honest sent after it has come back to `reader`. */
async function echo(reader: TestPerson, lead: TestPerson, board: TestPerson) {
  const id = `echo-${Math.random().toString(36).slice(2)}`
  addNotes(lead.doc, [aNote('echo', { id })])
  await until(reader, () => reader.doc.getMap('notes').has(id))
  await until(board, () => board.doc.getMap('notes').has(id))
  lead.doc.getMap('notes').delete(id)
  await until(reader, () => !reader.doc.getMap('notes').has(id))
}

describe('a hostile client', () => {
  test('that writes the stage document changes nothing for anybody', async () => {
    const evil = await connect(mallory, mallory.documents.stage)
    const honest = await connect(ana, ana.documents.stage)
    const before = JSON.stringify(readAgenda(honest.doc))
    evil.doc.getMap('roles').set(mallory.participant.id, 'host')
    evil.doc.getMap('agenda').clear()
    evil.doc.getMap('votes').set('v', { form: 'dots' })
    const { run } = await workshop.agenda()
    await workshop.move('next-stage')
    await until(honest, () => readAgenda(honest.doc).now?.run === run + 1)
    expect(readAgenda(honest.doc).stages).toEqual(JSON.parse(before).stages)
    expect([...honest.doc.getMap('roles').keys(), ...honest.doc.getMap('votes').keys()]).toEqual([])
    expect((await workshop.say('next-stage', { run: run + 1 }, mallory)).status).toBe(403)
  })

  test('that adds to the board while all write in silence is heard by nobody', async () => {
    await startOwn(0)
    const evil = await connect(mallory, boardOf(mallory))
    const honest = await connect(ana, boardOf(ana))
    const lead = await connect(workshop.lead, boardOf(workshop.lead))
    addNotes(evil.doc, [aNote('look at me')])
    await echo(honest, lead, evil)
    expect(texts(honest)).toEqual([])
    const path = `/api/workshops/${workshop.id}/boards/${workshop.boards[0]}/notes`
    const posted = await ask(server, 'POST', path, {
      token: mallory.token,
      body: { notes: [aNote('or me')] },
    })
    expect(posted.status).toBe(403)
    expect(texts(honest)).toEqual([])
  })

  test('that opens or writes another’s drafts, or what those who lead see, is sent away', async () => {
    const own = await connect(ana, draftOf(ana))
    addNotes(own.doc, [aNote('mine')])
    const lead = documentNames.lead(workshop.id)
    for (const document of [draftOf(ana), lead, draftOf(workshop.lead)])
      expect([document, await closeCodeOf(server, document, mallory.token)]).toEqual([document, 4403])
    expect(await closeCodeOf(server, draftOf(mallory), ana.token)).toBe(4403)
    expect(texts(own)).toEqual(['mine'])
  })

  test('that forges presence is shown as who it is, and takes nobody’s place', async () => {
    const honest = await connect(ana, ana.documents.stage)
    honest.provider.awareness.setLocalState({ hand: false })
    const evil = await connect(mallory, mallory.documents.stage)
    const bystander = await connect(await workshop.sit('participant'), ana.documents.stage)
    const statesAt = () => bystander.provider.awareness.getStates()
    const shown = (person: TestPerson, is: (state: Record<string, unknown>) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const state = statesAt().get(person.doc.clientID)
          if (state && is(state)) resolve()
        }
        bystander.provider.awareness.on('change', look)
        look()
      })
    await shown(honest, ({ hand }) => hand === false)
    // Ana's own client id, with a state and a clock that would win; and a name that is not Mallory's.
    evil.provider.awareness.states.set(honest.doc.clientID, { hand: true, forged: true })
    evil.provider.awareness.meta.set(honest.doc.clientID, { clock: 1_000, lastUpdated: Date.now() })
    evil.provider.awareness.emit('update', [
      { added: [], updated: [honest.doc.clientID], removed: [] },
      'local',
    ])
    evil.provider.awareness.setLocalState({ user: { id: ana.participant.id, name: 'Ana', role: 'host' } })
    await shown(evil, () => true)
    const [hers, its] = [honest, evil].map(({ doc }) => statesAt().get(doc.clientID))
    expect(hers).toMatchObject({ hand: false })
    expect(hers).not.toHaveProperty('forged')
    expect(its?.user).toMatchObject({ id: mallory.participant.id, role: 'participant' })
  })

  test('that hands in the same draft again after the reveal doubles nothing', async () => {
    const stage = await startOwn(0)
    const evil = await connect(mallory, draftOf(mallory))
    const draft = aNote('once', {
      id: 'the-same-draft',
      withdrawKey: 'ab'.repeat(32),
      fields: { board: workshop.boards[0], stage },
    })
    addNotes(evil.doc, [draft])
    const kept = encodeStateAsUpdate(evil.doc)
    const honest = await connect(ana, boardOf(ana))
    await startOwn(1)
    await until(evil, () => evil.doc.getMap('notes').has('the-same-draft'))
    await workshop.move('reveal', { how: 'all' })
    await until(honest, () => texts(honest).length === 1)
    await until(evil, () => evil.doc.getMap('notes').size === 0)

    // As bytes it had before, and as if it were new.
    const again = await connect(mallory, draftOf(mallory))
    again.provider.ws?.send(Buffer.concat([Buffer.from([0, 2]), lengthOf(kept), Buffer.from(kept)]))
    addNotes(again.doc, [draft])
    const marker = await connect(ana, draftOf(ana))
    addNotes(marker.doc, [aNote('late and honest', { fields: { board: workshop.boards[0], stage } })])
    await until(honest, () => texts(honest).includes('late and honest'))
    await until(again, () => again.doc.getMap('notes').size === 0)
    expect(texts(honest)).toEqual(['late and honest', 'once'])
  })
})

describe('a hostile voter', () => {
  const dots = (...ids: (string | undefined)[]): Ballot => ({
    dots: Object.fromEntries(ids.map((id) => [id ?? '', 1])),
  })

  /** Puts a ballot where it belongs, and waits until the server tells it to another device of the voter. */
  async function cast(seat: TestSeat, vote: string, ballot: Ballot) {
    const [device, other] = [await connect(seat, draftOf(seat)), await connect(seat, draftOf(seat))]
    castBallot(device.doc, vote, ballot)
    const told = () => JSON.stringify(other.doc.getMap('ballots').get(vote)) === JSON.stringify(ballot)
    // One for no vote is not kept for long.
    await until(other, () => told() || (vote.endsWith('-again') && !device.doc.getMap('ballots').has(vote)))
  }

  test('counts once at most, with no more dots than anybody, and not for what stands outside the vote', async () => {
    const { lead, boards, say } = workshop
    const path = `/api/workshops/${workshop.id}/boards/${boards[0]}/notes`
    const made = await ask<{ ids: string[] }>(server, 'POST', path, {
      token: lead.token,
      body: { notes: ['a', 'b', 'c', 'd'].map((text) => aNote(text)) },
    })
    const [a, b, c, d] = made.body.ids
    const opened = await say('open-vote', {
      form: 'dots',
      board: boards[0],
      question: 'Which one?',
      options: [a, b, c],
      dots: 2,
    })
    const vote = String(opened.body.vote)
    const honest = await Promise.all([1, 2, 3, 4, 5].map(() => workshop.sit('participant')))
    for (const seat of honest) await cast(seat, vote, dots(a))
    const [tooMany, heap, foreign] = await Promise.all([1, 2, 3].map(() => workshop.sit('participant')))
    await cast(mallory, vote, dots(b))
    await cast(mallory, vote, dots(b, c))
    await cast(mallory, `${vote}-again`, dots(b))
    await cast(tooMany as TestSeat, vote, dots(a, b, c))
    await cast(heap as TestSeat, vote, { dots: { [b ?? '']: 20 } })
    await cast(foreign as TestSeat, vote, dots(d, 'elsewhere'))

    expect((await say('close-vote', { vote }, mallory)).status).toBe(403)
    expect((await say('vote-by-hand', { vote, voices: 500, totals: {} }, mallory)).status).toBe(403)
    await say('close-vote', { vote })
    const stage = await connect(ana, ana.documents.stage)
    await until(stage, () => readVotes(stage.doc)[0]?.state === 'closed')
    expect(readVotes(stage.doc)[0]?.result).toMatchObject({
      totals: { [a ?? '']: 5, [b ?? '']: 1, [c ?? '']: 1 },
      ballots: 7,
    })
  })
})

function lengthOf(bytes: Uint8Array): Buffer {
  const written: number[] = []
  let rest = bytes.length
  for (; rest > 127; rest = Math.floor(rest / 128)) written.push((rest % 128) + 128)
  return Buffer.from([...written, rest])
}
