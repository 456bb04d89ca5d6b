import {
  type Ballot,
  deleteNotes,
  documentNames,
  makeTheme,
  readAgenda,
  readVotes,
  writeStage,
} from '@vispera/board'
import { afterEach, describe, expect, test } from 'vitest'
import { aDesk, type Desk } from '../../testing/a-desk.ts'
import { openSilence } from '../silence/open-silence.ts'

const open: Desk[] = []
/** A board with notes `a` to `d`, in a workshop with somebody who leads. */
async function aRoomWithNotes(): Promise<Desk> {
  const desk = await aDesk()
  open.push(desk)
  desk.comes('facilitator')
  await desk.drafts(
    'scribe',
    ['a', 'b', 'c', 'd'].map((text) => ({ text })),
  )
  await desk.say('reveal', { run: 0, how: 'all' })
  return desk
}
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

const idsOf = async (desk: Desk) =>
  Object.fromEntries((await desk.board()).notes.map(({ id, text }) => [text, id])) as Record<string, string>
const voteOf = async (desk: Desk, id: unknown) => (await desk.stage(readVotes)).find((vote) => vote.id === id)
const dots = (...ids: (string | undefined)[]): Ballot => ({
  dots: Object.fromEntries(ids.map((id) => [id ?? '', 1])),
})
const ask = (desk: Desk, more = {}) =>
  desk
    .say('open-vote', { form: 'dots', board: desk.boards[0], question: 'Which one?', ...more })
    .then(({ vote }) => String(vote))

describe('a vote', () => {
  test('gives dots by how much there is to choose from', async () => {
    const desk = await aRoomWithNotes()
    const id = await ask(desk)
    expect(await voteOf(desk, id)).toMatchObject({ state: 'open', dots: 2, dotsPerNote: 1, options: null })
    expect((await voteOf(desk, id))?.result).toBeUndefined()
  })

  test('offers themes and what stands by itself: dots on what is in a theme count for nothing', async () => {
    const desk = await aRoomWithNotes()
    const { a, b, c, d } = (await idsOf(desk)) as Record<'a' | 'b' | 'c' | 'd', string>
    let theme = ''
    await desk.services.rooms.transact(
      documentNames.board(desk.workshop, desk.boards[0] as string),
      (doc) => {
        theme = makeTheme(doc, { kind: 'theme', title: 'food', place: { x: 0, y: 0 }, ids: [a, b, c] })
      },
    )
    const id = await ask(desk, { dots: 2 })
    for (let n = 0; n < 5; n++) await desk.votes(`p${n}`, id, dots(a, b, theme, d))
    await desk.say('close-vote', { vote: id })
    expect((await voteOf(desk, id))?.result).toMatchObject({ ballots: 5, totals: { [theme]: 5, [d]: 5 } })
    expect(Object.keys((await voteOf(desk, id))?.result?.totals ?? {})).toHaveLength(2)
  })

  test('is counted from everybody’s ballots when it closes, and every ballot is erased', async () => {
    const desk = await aRoomWithNotes()
    const { a, b, c } = await idsOf(desk)
    const id = await ask(desk)
    const people = Array.from({ length: 5 }, () => desk.comes().participant)
    for (const one of people) await desk.votes(one, id, dots(a, b))
    await desk.votes(people[0] ?? '', id, dots(a, c))
    await desk.votes('who-left', id, dots(a))
    expect(JSON.stringify(await desk.stage((doc) => doc.getMap('votes').toJSON()))).not.toContain('totals')
    await desk.say('close-vote', { vote: id })
    expect(await voteOf(desk, id)).toMatchObject({
      state: 'closed',
      result: {
        totals: { [a ?? '']: 6, [b ?? '']: 4, [c ?? '']: 1 },
        isOrderOnly: false,
        ballots: 6,
        byHand: 0,
        // The facilitator is a person too.
        missing: 1,
      },
    })
    for (const one of [...people, 'who-left'])
      expect(await desk.stored(documentNames.draft(desk.workshop, one))).not.toContain(a)
  })

  test('closed by two at once is closed once', async () => {
    const desk = await aRoomWithNotes()
    const id = await ask(desk)
    const answers = await Promise.all([1, 2].map(() => desk.say('close-vote', { vote: id })))
    expect(answers).toEqual([{ closed: true }, { closed: false }])
    expect((await voteOf(desk, id))?.result).toEqual({
      totals: {},
      isOrderOnly: false,
      ballots: 0,
      byHand: 0,
      missing: 1,
    })
  })

  test('asked for by two at once is opened once', async () => {
    const desk = await aRoomWithNotes()
    const [one, other] = await Promise.all([ask(desk), ask(desk)])
    expect(one).toBe(other)
    expect(await ask(desk, { question: 'And which next?' })).not.toBe(one)
  })

  test('on notes that are deleted meanwhile counts what is left', async () => {
    const desk = await aRoomWithNotes()
    const { a, b } = await idsOf(desk)
    const id = await ask(desk)
    for (let n = 0; n < 5; n++) await desk.votes(`p${n}`, id, dots(a, b))
    const document = documentNames.board(desk.workshop, desk.boards[0] as string)
    await desk.services.rooms.transact(document, (doc) => deleteNotes(doc, [a as string]))
    await desk.say('close-vote', { vote: id })
    expect((await voteOf(desk, id))?.result?.totals).toEqual({ [b as string]: 5 })
  })

  test('limited to an area counts dots in it alone', async () => {
    const desk = await aRoomWithNotes()
    const { a, b, c } = await idsOf(desk)
    const id = await ask(desk, { options: [a, b], dots: 2 })
    for (let n = 0; n < 5; n++) await desk.votes(`p${n}`, id, dots(b, c))
    await desk.say('close-vote', { vote: id })
    expect((await voteOf(desk, id))?.result?.totals).toEqual({ [b as string]: 5 })
  })

  test('with four ballots says the order only, and with two says to talk', async () => {
    const desk = await aRoomWithNotes()
    const { a, b } = await idsOf(desk)
    const four = await ask(desk)
    for (let n = 0; n < 3; n++) await desk.votes(`p${n}`, four, dots(a))
    await desk.votes('p3', four, dots(b))
    await desk.say('close-vote', { vote: four })
    expect((await voteOf(desk, four))?.result).toMatchObject({
      isOrderOnly: true,
      totals: { [a as string]: 1, [b as string]: 2 },
    })
    const two = await ask(desk)
    await desk.votes('p0', two, dots(a))
    await desk.votes('p1', two, dots(a))
    await desk.say('close-vote', { vote: two })
    const closed = await voteOf(desk, two)
    expect([closed?.state, closed?.result]).toEqual(['talk', undefined])
    expect((await desk.stage(readVotes)).map(({ id }) => id)).toEqual([four, two])
  })

  test('called off counts nothing and leaves no ballot', async () => {
    const desk = await aRoomWithNotes()
    const { a } = await idsOf(desk)
    const id = await ask(desk)
    await desk.votes('p0', id, dots(a))
    await desk.say('drop-vote', { vote: id })
    expect(await voteOf(desk, id)).toBeUndefined()
    expect(await desk.stored(documentNames.draft(desk.workshop, 'p0'))).not.toContain(a)
  })

  test('takes no ballot that comes after it was closed, and does not keep it', async () => {
    const desk = await aRoomWithNotes()
    const { a } = await idsOf(desk)
    const id = await ask(desk)
    await desk.say('close-vote', { vote: id })
    await desk.votes('p0', id, dots(a))
    const document = documentNames.draft(desk.workshop, 'p0')
    await desk.until(async () => !(await desk.stored(document)).includes(a as string))
    expect((await voteOf(desk, id))?.result?.ballots).toBe(0)
  })

  test('only those who lead open, close and enter for others; a scribe enters for a room', async () => {
    const desk = await aRoomWithNotes()
    const id = await ask(desk)
    for (const role of ['participant', 'scribe', 'safety-keeper', 'observer', 'screen'] as const)
      await expect(desk.say('close-vote', { vote: id }, role)).rejects.toThrow('may not')
    for (const role of ['participant', 'interpreter', 'observer'] as const)
      await expect(desk.say('vote-by-hand', { vote: id, voices: 1, totals: {} }, role)).rejects.toThrow()
  })
})

describe('a room that shares one device', () => {
  test('is entered by hand, corrected by entering again, and shown as such', async () => {
    const desk = await aRoomWithNotes()
    const { a, b } = await idsOf(desk)
    const id = await ask(desk)
    const scribe = desk.comes('scribe')
    await desk.saysAs(scribe, 'vote-by-hand', { vote: id, voices: 9, totals: { [a ?? '']: 9 } })
    await desk.saysAs(scribe, 'vote-by-hand', { vote: id, voices: 8, totals: { [a ?? '']: 6, [b ?? '']: 7 } })
    await desk.say('close-vote', { vote: id })
    expect((await voteOf(desk, id))?.result).toMatchObject({
      totals: { [a ?? '']: 6, [b ?? '']: 7 },
      ballots: 8,
      byHand: 8,
      missing: 2,
    })
    expect(await desk.services.store.list('hand-counts')).toEqual([])
  })

  test('cannot have voted more than it has voices, or on something else', async () => {
    const desk = await aRoomWithNotes()
    const { a } = await idsOf(desk)
    const id = await ask(desk)
    const enter = (totals: Record<string, number>) =>
      desk.say('vote-by-hand', { vote: id, voices: 3, totals }, 'scribe')
    await expect(enter({ [a ?? '']: 4 })).rejects.toMatchObject({ code: 'invalid' })
    await expect(enter({ other: 1 })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a stage that votes', () => {
  test('opens its vote when it starts and closes it when it ends, again and again', async () => {
    const desk = await aRoomWithNotes()
    const { a } = await idsOf(desk)
    await desk.agenda([{ kind: 'discuss' }, { kind: 'vote', dots: 3 }, { kind: 'discuss' }])
    await desk.say('next-stage', { run: 1 })
    const votes = () => desk.stage(readVotes)
    await desk.until(async () => (await votes()).length === 1)
    const [first] = await votes()
    expect(first).toMatchObject({ form: 'dots', stage: 's2', state: 'open', dots: 3 })
    for (let n = 0; n < 5; n++) await desk.votes(`p${n}`, first?.id ?? '', dots(a))
    await desk.say('next-stage', { run: 2 })
    await desk.until(async () => (await votes())[0]?.state === 'closed')
    expect((await votes())[0]?.result?.totals).toEqual({ [a as string]: 5 })
    await desk.say('start-stage', { stage: 's2', run: 3 })
    await desk.until(async () => (await votes()).length === 2)
    expect((await votes()).map(({ state }) => state)).toEqual(['closed', 'open'])
  })

  test('opens its vote after a crash just as it began', async () => {
    const desk = await aRoomWithNotes()
    await desk.agenda([{ kind: 'discuss' }, { kind: 'vote', dots: 3 }])
    await desk.services.silence.close()
    await desk.say('next-stage', { run: 1 })
    expect(await desk.stage(readVotes)).toEqual([])
    const restarted = openSilence(desk.services, { countMs: 0, lateMs: () => 0 })
    restarted.look(desk.workshop)
    await desk.until(async () => (await desk.stage(readVotes)).length === 1)
    await restarted.close()
  })

  test('that is open until a time closes its vote by itself', async () => {
    const desk = await aRoomWithNotes()
    const { a } = await idsOf(desk)
    const until = { local: '2026-11-21T12:00', zone: 'UTC', at: Date.now() + 600_000 }
    await desk.agenda([{ kind: 'vote', mode: 'open', until }])
    await desk.until(async () => (await desk.stage(readVotes)).length === 1)
    const [vote] = await desk.stage(readVotes)
    for (let n = 0; n < 5; n++) await desk.votes(`p${n}`, vote?.id ?? '', dots(a))
    await desk.services.stages.write(desk.workshop, (doc) => {
      const [stage] = readAgenda(doc).stages
      if (stage) writeStage(doc, { ...stage, until: { ...until, at: Date.now() + 20 } })
    })
    await desk.until(async () => (await desk.stage(readVotes))[0]?.state === 'closed')
    expect((await desk.stage(readVotes))[0]?.result?.totals).toEqual({ [a as string]: 5 })
  })

  test('does not open again what was called off', async () => {
    const desk = await aRoomWithNotes()
    await desk.agenda([{ kind: 'check' }])
    await desk.until(async () => (await desk.stage(readVotes)).length === 1)
    const [vote] = await desk.stage(readVotes)
    expect(vote).toMatchObject({ form: 'shaky', dots: 3, dotsPerNote: 1 })
    await desk.say('drop-vote', { vote: vote?.id })
    await desk.drafts('ana', [{ text: 'something', stage: 's1' }])
    await desk.until(async () => (await desk.stage((doc) => doc.getMap('now').toJSON())).now.drafts === 1)
    expect(await desk.stage(readVotes)).toEqual([])
  })
})

describe('an agreement', () => {
  test('tells levels and worries, never which worry came with which level', async () => {
    const desk = await aRoomWithNotes()
    const id = await ask(desk, { form: 'agreement', board: null, question: 'We take the lease.' })
    for (let n = 0; n < 4; n++) await desk.votes(`p${n}`, id, { level: 'fully' })
    await desk.votes('p4', id, { level: 'cannot', worry: 'the rent' })
    await desk.votes('p5', id, { level: 'talk-more', worry: 'who pays' })
    await desk.say('close-vote', { vote: id })
    const result = (await voteOf(desk, id))?.result
    expect(result?.totals).toEqual({ cannot: 1, fully: 4, 'talk-more': 1 })
    expect([...(result?.worries ?? [])].sort()).toEqual(['the rent', 'who pays'])
    expect(await desk.stored(documentNames.draft(desk.workshop, 'p4'))).not.toContain('rent')
  })
})
