import { createHash } from 'node:crypto'
import { addNotes, castBallot, readAgenda, readVotes } from '@vispera/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeUpdate, encodeStateAsUpdate } from 'yjs'
import { aPerson, type TestPerson, until } from './testing/a-person.ts'
import { aSeat, aServer, ask, aWorkshop, type TestServer, type TestWorkshop } from './testing/a-server.ts'
import { dumpDatabase, readDataFolder } from './testing/database-dump.ts'
import { anEavesdropper, type Eavesdropper } from './testing/eavesdropper.ts'
import { traceOf } from './testing/traces.ts'

// What issue 3 promises, read as it is written: nobody but its writer holds an unrevealed draft or an uncounted
// ballot, by any way that bytes take; and what is revealed does not say who wrote it.

const secret = 'canary-that-sings-only-after-the-reveal'
const worry = 'canary-that-worries-only-after-the-count'
const alias = 'alias-of-the-author'
const draftId = 'draft-id-that-nobody-learns'
const withdrawKey = createHash('sha256').update('only on my device').digest('hex')
/** Everybody else: every role, and another participant. */
const listeners = [
  'host',
  'facilitator',
  'scribe',
  'interpreter',
  'safety-keeper',
  'participant',
  'observer',
  'screen',
] as const

let server: TestServer
let workshop: TestWorkshop
let others: Eavesdropper[]
let lead: Eavesdropper
let author: { participant: string; draft: TestPerson; draftDocument: string; board: string; boardId: string }

beforeAll(async () => {
  server = await aServer({ TRUST_PROXY: 'yes', VISPERA_LOG: 'debug' }, undefined, {
    countMs: 20,
    lateMs: () => 20,
  })
  // Open: the level that shows most of people.
  workshop = await aWorkshop(server, {
    title: 'Our market',
    safety: 'open',
    boards: [{ kind: 'vision-board' }, { kind: 'next-steps' }],
  })
  others = await Promise.all(listeners.map((role) => anEavesdropper(server, workshop, role)))
  lead = others.find(({ role }) => role === 'facilitator') as Eavesdropper
  for (const kind of ['write-silent', 'reveal', 'decide']) {
    await say('add-stage', { kind, board: lead.seat.documents.boards[0]?.id })
  }
  const seat = await aSeat(server, workshop, 'participant', { alias })
  const draftDocument = seat.documents.draft ?? ''
  const draft = aPerson(server, draftDocument, seat.token)
  const stage = aPerson(server, seat.documents.stage, seat.token)
  stage.provider.awareness.setLocalState({})
  await Promise.all([draft.synced(), stage.synced()])
  const [board] = seat.documents.boards
  author = {
    participant: seat.participant.id,
    draft,
    draftDocument,
    board: board?.document ?? '',
    boardId: board?.id ?? '',
  }
})
afterAll(async () => {
  for (const one of others) one.leave()
  author.draft.leave()
  await server.stop()
})

/** Says a command as the facilitator, who hears what it answers. */
async function say(command: string, input: Record<string, unknown> = {}) {
  const answer = await ask(server, 'POST', `/api/workshops/${workshop.id}/commands`, {
    token: lead.seat.token,
    body: { command, ...input },
  })
  lead.hear(`POST ${command}`, Buffer.from(answer.text))
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body
}
const stageOf = (one: Eavesdropper) => one.doc(one.seat.documents.stage)
const agendaNow = () => readAgenda(stageOf(lead))
async function moveTo(index: number) {
  const own = agendaNow().stages.slice(-3)
  await say('start-stage', { stage: own[index]?.id, run: agendaNow().now?.run ?? 0 })
  await everybodySees((one) => readAgenda(stageOf(one)).now?.stage === own[index]?.id)
}
const everybodySees = (is: (one: Eavesdropper) => boolean, document?: string) =>
  Promise.all(others.map((one) => seen(one, document ?? one.seat.documents.stage, () => is(one))))
function seen(one: Eavesdropper, document: string, is: () => boolean): Promise<void> {
  const doc = one.doc(document)
  return until({ doc } as TestPerson, is)
}
const askEverything = () => Promise.all(others.map((one) => one.askEverything()))
const heardOf = (...words: string[]) => others.flatMap((one) => words.flatMap((word) => one.traces(word)))
/** Where in the data folder a secret stands, apart from its writer's own drafts. */
const restsIn = (words: string) =>
  [...dumpDatabase(server.folder)].flatMap(([where, bytes]) =>
    where !== `document ${author.draftDocument}` && traceOf(words, bytes) ? [where] : [],
  )

describe('a draft', () => {
  test('is nowhere but with its writer and the server before the reveal', async () => {
    await moveTo(0)
    addNotes(author.draft.doc, [
      {
        id: draftId,
        kind: 'vision-element',
        text: secret,
        state: 'draft',
        withdrawKey,
        fields: { board: author.boardId, stage: agendaNow().now?.stage },
      },
    ])
    author.draft.provider.awareness.setLocalState({ typing: secret })
    await everybodySees((one) => readAgenda(stageOf(one)).now?.drafts === 1)
    await askEverything()
    expect(heardOf(secret, draftId, withdrawKey)).toEqual([])
    expect([secret, draftId, withdrawKey].flatMap(restsIn)).toEqual([])
  })

  test('is there for everybody after it, by the same ways', async () => {
    await moveTo(1)
    await say('reveal', { run: agendaNow().now?.run, how: 'all' })
    await everybodySees((one) => one.doc(author.board).getMap('notes').size > 0, author.board)
    await askEverything()
    for (const one of others) expect([one.role, one.traces(secret).length > 1]).toEqual([one.role, true])
    expect(restsIn(secret)).toEqual([`document ${author.board}`])
  })

  test('does not say who wrote it', async () => {
    const doc = lead.doc(author.board)
    const board = Buffer.from(encodeStateAsUpdate(doc))
    for (const told of [author.participant, alias, draftId])
      expect([told, traceOf(told, board)]).toEqual([told, null])
    const writers = new Set(decodeUpdate(encodeStateAsUpdate(doc)).structs.map(({ id }) => id.client))
    expect(writers.has(author.draft.doc.clientID)).toBe(false)
    expect(writers.size).toBe(1)
    // Nor does anything that anybody ever heard, except the list of who is here.
    expect(heardOf(draftId)).toEqual([])
    const named = heardOf(author.participant, alias)
    expect(named.filter((where) => !/ (y-websocket|vispera\.2) [^/]+\/stage,/.test(where))).toEqual([])
  })

  test('leaves nothing in its writer’s drafts on the server', async () => {
    const { draftDocument } = author
    const kept = dumpDatabase(server.folder).get(`document ${draftDocument}`) ?? Buffer.alloc(0)
    expect(traceOf(secret, kept)).toBe(null)
    expect(traceOf(withdrawKey, kept)).toBe(null)
    await until(author.draft, () => author.draft.doc.getMap('notes').size === 0)
  })
})

describe('a ballot', () => {
  let vote: string

  test('is nowhere but with its voter and the server before the count', async () => {
    await moveTo(2)
    const opened = await say('open-vote', { form: 'agreement', board: null, question: 'We take the lease.' })
    vote = String(opened.vote)
    const voters = others.filter(({ seat }) => seat.documents.draft)
    for (const one of voters) castBallot(one.doc(one.seat.documents.draft ?? ''), vote, { level: 'with' })
    castBallot(author.draft.doc, vote, { level: 'cannot', worry })
    await say('extend-stage', { run: agendaNow().now?.run, minutes: 1 })
    await askEverything()
    expect(heardOf(worry)).toEqual([])
    expect(restsIn(worry)).toEqual([])
    expect(JSON.stringify(stageOf(lead).toJSON())).not.toContain('"totals"')
  })

  test('is told as a total, its worry without its voter, and is kept by nobody', async () => {
    await say('close-vote', { vote })
    await everybodySees((one) =>
      readVotes(stageOf(one)).some(({ id, state }) => id === vote && state !== 'open'),
    )
    const closed = readVotes(stageOf(lead)).find(({ id }) => id === vote)
    expect(closed?.result).toEqual({
      totals: { cannot: 1, with: 6 },
      isOrderOnly: false,
      ballots: 7,
      byHand: 0,
      missing: 0,
      worries: [worry],
    })
    expect(restsIn(worry)).toEqual([`document ${lead.seat.documents.stage}`])
    const kept = dumpDatabase(server.folder).get(`document ${author.draftDocument}`) ?? Buffer.alloc(0)
    for (const told of [worry, 'cannot']) expect([told, traceOf(told, kept)]).toEqual([told, null])
    const stage = Buffer.from(encodeStateAsUpdate(stageOf(lead)))
    expect(traceOf(author.participant, stage)).toBe(null)
  })
})

test('no log says a word of it, or of whose it was', () => {
  const log = Buffer.from(server.log())
  for (const told of [secret, worry, alias, draftId, withdrawKey, author.participant, workshop.id])
    expect([told, traceOf(told, log)]).toEqual([told, null])
})

test('no file of the server still holds what was withdrawn with its key', async () => {
  const [note] = [...lead.doc(author.board).getMap('notes').keys()]
  await say('own-note', { board: author.boardId, note, key: 'only on my device', do: 'withdraw' })
  expect(traceOf(secret, readDataFolder(server.folder))).toBe(null)
})
