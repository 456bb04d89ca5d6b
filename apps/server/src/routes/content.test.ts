import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSeat, aServer, ask, aWorkshop, type TestSeat, type TestServer } from '../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

async function aBoard(kind: string) {
  const workshop = await aWorkshop(server, { title: 'T', boards: [{ kind }] })
  const seat: TestSeat = await aSeat(server, workshop, 'participant')
  const path = `/api/workshops/${workshop.id}/boards/${seat.documents.boards[0]?.id}`
  const { token } = seat
  return {
    workshop,
    path,
    token,
    addNotes: (notes: unknown) =>
      ask<{ ids: string[] }>(server, 'POST', `${path}/notes`, { token, body: { notes } }),
    addLinks: (links: unknown) =>
      ask<{ ids: string[] }>(server, 'POST', `${path}/links`, { token, body: { links } }),
    read: async () => (await ask(server, 'GET', path, { token })).body,
  }
}

const messageOf = (answer: { body: unknown }) => (answer.body as { error: { message: string } }).error.message

describe('notes', () => {
  test('are added with their fields and come back as they went in', async () => {
    const board = await aBoard('vision-board')
    const notes = [
      { kind: 'vision-element', text: 'Clean water', place: { x: 10, y: 20 }, sense: 'see', color: 'sky' },
      {
        id: 'mine',
        kind: 'seed-today',
        text: 'حديقة',
        place: { zone: 'alive' },
        where: 'by the river',
        lang: 'ar',
      },
    ]
    const answer = await board.addNotes(notes)
    expect(answer).toMatchObject({ status: 201, body: { ids: [expect.any(String), 'mine'] } })
    const { place, ...second } = notes[1] ?? {}
    expect((await board.read()).notes).toMatchObject([
      { ...notes[0], id: answer.body.ids[0] },
      { ...second, place: { ...place, order: expect.any(String) } },
    ])
  })

  test('a note for a card that is there exactly once is written into it', async () => {
    const board = await aBoard('victory-backcast')
    expect((await board.addNotes([{ kind: 'victory', text: 'The market is ours' }])).body.ids).toEqual([
      'victory',
    ])
    const { notes } = (await board.read()) as { notes: { id: string; text: string }[] }
    expect(notes.filter(({ id }) => id === 'victory')).toMatchObject([{ text: 'The market is ours' }])
  })

  test.each<[string, Record<string, unknown>, string]>([
    [
      'of 100,000 characters',
      { text: 'x'.repeat(100_000) },
      'notes[1].text: The text has 100000 characters; 600 is the most.',
    ],
    ['without words', { text: ' ' }, 'notes[1].text: A note needs some words.'],
    ['of an unknown kind', { kind: 'nope' }, 'notes[1].kind: This board has no kind "nope".'],
    [
      'in a place that is not there',
      { place: { zone: 'nope' } },
      'notes[1].place: This board has no such place',
    ],
    [
      'with a field it has not',
      { colour: 'red' },
      'notes[1].colour: This kind of note has no field "colour".',
    ],
    ['with a value it cannot have', { sense: 'smell' }, 'notes[1].sense: This value cannot be used here.'],
    ['with an id that is none', { id: 'a b' }, 'notes[1].id: An id is'],
  ])('one %s refuses all of them and says which it is', async (_, wrong, said) => {
    const board = await aBoard('vision-board')
    const good = { kind: 'vision-element', text: 'good' }
    const answer = await board.addNotes([good, { ...good, ...wrong }])
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'invalid' } } })
    expect(messageOf(answer)).toContain(said)
    expect((await board.read()).notes).toEqual([])
  })

  test('one that tries to reach into the server’s own objects reaches nothing', async () => {
    const board = await aBoard('vision-board')
    const note = '{"kind": "vision-element", "text": "x", "__proto__": {"polluted": 1}, "constructor": {}}'
    const body = `{"notes": [${note}], "__proto__": {"polluted": 1}}`
    const answer = await ask(server, 'POST', `${board.path}/notes`, { token: board.token, body })
    expect(messageOf(answer)).toContain('notes[0].constructor: This kind of note has no field')
    expect('polluted' in {}).toBe(false)
  })

  test('an id that is taken refuses all of them', async () => {
    const board = await aBoard('vision-board')
    await board.addNotes([{ id: 'a', kind: 'vision-element', text: 'first' }])
    const answer = await board.addNotes([
      { id: 'b', kind: 'vision-element', text: 'x' },
      { id: 'a', kind: 'vision-element', text: 'y' },
    ])
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    expect((await board.read()).notes).toHaveLength(1)
  })

  test('five thousand arrive in one request', async () => {
    const board = await aBoard('vision-board')
    const notes = Array.from({ length: 5_000 }, (_, n) => ({
      kind: 'vision-element',
      text: `note ${n}`,
      place: { x: n, y: n },
    }))
    const answer = await board.addNotes(notes)
    expect(new Set(answer.body.ids).size).toBe(5_000)
    expect((await board.read()).notes).toHaveLength(5_000)
  })

  test('no notes, too many, and something else say so', async () => {
    const board = await aBoard('vision-board')
    expect(messageOf(await board.addNotes([]))).toContain('notes: Give at least one note')
    expect(messageOf(await board.addNotes(new Array(10_001).fill({})))).toContain('At most 10000 notes')
    expect(messageOf(await board.addNotes('x'))).toContain('notes')
    expect(messageOf(await board.addNotes([null]))).toContain('notes[0]')
  })
})

describe('links', () => {
  test('make a path, and what follows from it is served with the board', async () => {
    const board = await aBoard('victory-backcast')
    await board.addNotes([
      { id: 'first', kind: 'step', text: 'A hearing', grounding: 'true-now' },
      { id: 'second', kind: 'step', text: 'A vote' },
    ])
    const links = [
      { id: 'one', kind: 'needs', from: 'victory', to: 'second' },
      { kind: 'needs', from: 'second', to: 'first' },
    ]
    expect(await board.addLinks(links)).toMatchObject({
      status: 201,
      body: { ids: ['one', expect.any(String)] },
    })
    const read = await board.read()
    expect(read.links).toMatchObject(links)
    expect(read.derived).toMatchObject({ victoryReaches: true, planNumber: { first: '1', second: '2' } })
  })

  test('that are there already are answered, not doubled', async () => {
    const board = await aBoard('victory-backcast')
    await board.addNotes([{ id: 's', kind: 'step', text: 'A vote' }])
    const link = { kind: 'needs', from: 'victory', to: 's' }
    const [first, second] = [await board.addLinks([link]), await board.addLinks([link])]
    expect(second.body).toEqual(first.body)
    expect((await board.read()).links).toHaveLength(1)
  })

  test.each([
    ['a note that is not there', { to: 'nope' }, 'links[1].to: There is no note "nope" on this board.'],
    ['the same note', { to: 's' }, 'links[1].to: A link joins two different notes.'],
    ['an unknown kind', { kind: 'nope' }, 'links[1].kind: This board has no kind "nope".'],
    ['a kind that cannot join these', { to: 'q' }, 'links[1].to: This value cannot be used here.'],
  ])('one with %s refuses all of them', async (_, wrong, said) => {
    const board = await aBoard('victory-backcast')
    await board.addNotes([
      { id: 's', kind: 'step', text: 'A vote' },
      { id: 't', kind: 'step', text: 'A hearing' },
      { id: 'q', kind: 'question', text: 'Who decides?' },
    ])
    const good = { kind: 'needs', from: 's', to: 't' }
    const answer = await board.addLinks([good, { ...good, ...wrong }])
    expect(answer.status).toBe(422)
    expect(messageOf(answer)).toContain(said)
    expect((await board.read()).links).toEqual([])
  })
})
