import { workedExample } from '@vispera/kinds'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aLedWorkshop } from '../../testing/a-led-workshop.ts'
import {
  type Answer,
  aSeat,
  aServer,
  ask,
  type TestServer,
  type TestWorkshop,
} from '../../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const minute = 60_000
const messageOf = ({ body }: Answer) => (body as { error?: { message: string } }).error?.message ?? ''

/** A workshop whose agenda is these stages of five minutes, each called by its number. */
async function withStages(count: number) {
  const workshop = await aLedWorkshop(server)
  await workshop.move('make-agenda', { from: [{ board: workshop.boards[0], version: 'quick' }] })
  for (const { id } of (await workshop.agenda()).stages) await workshop.move('remove-stage', { stage: id })
  const ids: string[] = []
  for (let number = 1; number <= count; number++) {
    const { stage } = await workshop.move('add-stage', { kind: 'discuss', title: `${number}` })
    ids.push(String(stage))
  }
  const titles = async () => (await workshop.agenda()).stages.map(({ title }) => title)
  const titleNow = async () => {
    const { stages, now } = await workshop.agenda()
    return stages.find(({ id }) => id === now?.stage)?.title
  }
  return { ...workshop, ids, titles, titleNow }
}

describe('an agenda made with its workshop', () => {
  test("has the stages of its boards' flows one after another, and has not begun", async () => {
    const { agenda, boards } = await aLedWorkshop(server, {
      title: 'T',
      boards: [{ kind: 'vision-board', version: 'quick' }, { kind: 'next-steps' }],
    })
    const { stages, ...rest } = await agenda()
    expect(rest).toEqual({ now: null, ended: false, run: 0 })
    expect(stages.map(({ kind }) => kind)).toEqual([
      ...['imagine', 'write-silent', 'reveal', 'share-round', 'cluster', 'vote', 'close'],
      ...['harvest', 'check', 'decide', 'close'],
    ])
    expect(stages[1]).toEqual({
      id: expect.any(String),
      kind: 'write-silent',
      board: boards[0],
      minutes: 6,
      mode: 'live',
      from: { kind: 'vision-board', version: 'quick', line: 2 },
    })
    expect(stages.at(-1)).toMatchObject({ board: boards[1], from: { version: 'flow', line: 4 } })
  })

  test('comes from the recipe, in the version that the recipe has for each board', async () => {
    const { agenda } = await aLedWorkshop(server, { title: 'T', recipe: 'picture-and-path' })
    const { stages } = await agenda()
    expect(stages.reduce((sum, { minutes }) => sum + Number(minutes), 0)).toBe(72)
  })

  test('comes with the worked example too', async () => {
    const { body } = await ask<TestWorkshop>(server, 'POST', '/api/examples', { body: {} })
    const { token } = await aSeat(server, body, 'participant')
    const answer = await ask<{ agenda: { stages: { board: string }[] } }>(
      server,
      'GET',
      `/api/workshops/${body.id}`,
      { token },
    )
    const boards = new Set(answer.body.agenda.stages.map(({ board }) => board))
    expect(boards.size).toBe(workedExample().boards.length)
  })

  test('stays within two hundred stages, whole boards only', async () => {
    const boards = Array.from({ length: 100 }, () => ({ kind: 'victory-backcast' }))
    const { agenda } = await aLedWorkshop(server, { title: 'T', boards })
    expect((await agenda()).stages.length).toBe(187)
  })

  test('is not longer for a board that is added later, until somebody asks for it', async () => {
    const { agenda, id, lead, move } = await aLedWorkshop(server)
    const before = (await agenda()).stages.length
    const { token } = lead
    const body = { kind: 'next-steps' }
    const added = await ask(server, 'POST', `/api/workshops/${id}/boards`, { token, body })
    expect((await agenda()).stages.length).toBe(before)
    await move('make-agenda', { from: [{ board: added.body.id, version: 'full' }] })
    expect((await agenda()).stages.length).toBe(before + 4)
  })
})

describe('moving through the agenda', () => {
  test('goes from stage to stage by the clock of the server, and notes how long each really took', async () => {
    const { agenda, move, ids, titleNow } = await withStages(2)
    const begun = await move('next-stage')
    const { now } = await agenda()
    expect(now).toEqual({
      stage: ids[0],
      run: 1,
      startedAt: begun.now,
      endsAt: Number(begun.now) + 5 * minute,
      pausedAt: null,
    })
    const second = await move('next-stage')
    expect(await titleNow()).toBe('2')
    const { stages } = await agenda()
    expect(stages[0]?.ranMs).toBe(Number(second.now) - Number(begun.now))
    await move('next-stage')
    expect(await agenda()).toMatchObject({ now: null, ended: true, run: 3 })
  })

  test('two facilitators who press at once move it once', async () => {
    const { say, sit, titleNow } = await withStages(3)
    const other = await sit('facilitator')
    const answers = await Promise.all([say('next-stage', { run: 0 }), say('next-stage', { run: 0 }, other)])
    expect(answers.map(({ body }) => body.moved).sort()).toEqual([false, true])
    expect(await titleNow()).toBe('1')
  })

  test('two facilitators who start different stages at once start the first of them', async () => {
    const { say, sit, ids, agenda } = await withStages(2)
    const other = await sit('host')
    const answers = await Promise.all([
      say('start-stage', { run: 0, stage: ids[0] }),
      say('start-stage', { run: 0, stage: ids[1] }, other),
    ])
    const first = answers.findIndex(({ body }) => body.moved)
    expect((await agenda()).now).toMatchObject({ stage: ids[first], run: 1 })
  })

  test('goes on where it was after the server has restarted, with nobody there', async () => {
    const own = await aServer()
    const { move, agenda, lead, id } = await aLedWorkshop(own)
    await move('next-stage')
    const before = await agenda()
    const again = await own.restart()
    const { body } = await ask(again, 'GET', `/api/workshops/${id}`, { token: lead.token })
    expect(body.agenda).toEqual(before)
    await again.stop()
  })

  test('goes back, repeats and leaves out; time adds up, and what was revealed stays so', async () => {
    const { agenda, move, ids, titleNow } = await withStages(3)
    await move('start-stage', { stage: ids[2] })
    await move('start-stage', { stage: ids[0] })
    await move('start-stage', { stage: ids[0] })
    expect(await titleNow()).toBe('1')
    const { stages, run } = await agenda()
    expect([run, stages[1]?.ranMs]).toEqual([3, undefined])
    expect(stages[0]?.ranMs).toBeGreaterThanOrEqual(0)
  })

  test('pressing on after the end does not start everything over; a stage can still be started', async () => {
    const { move, agenda, ids, titleNow } = await withStages(1)
    await move('next-stage')
    await move('next-stage')
    expect(await move('next-stage')).toMatchObject({ moved: false })
    expect((await agenda()).ended).toBe(true)
    await move('start-stage', { stage: ids[0] })
    expect([await titleNow(), (await agenda()).ended]).toEqual(['1', false])
    await move('end-agenda')
    expect(await agenda()).toMatchObject({ now: null, ended: true })
    expect(await move('end-agenda')).toMatchObject({ moved: false })
  })

  test('an empty agenda says what to do, and a stage that is gone too', async () => {
    const { say } = await withStages(0)
    expect(messageOf(await say('next-stage', { run: 0 }))).toContain('Add a stage')
    const gone = await say('start-stage', { run: 0, stage: 'gone' })
    expect([gone.status, messageOf(gone)]).toEqual([404, expect.stringContaining('Choose another one')])
  })
})

describe('the timer', () => {
  test('is lengthened for everyone; of two presses on the same end the first counts', async () => {
    const { agenda, move } = await withStages(1)
    await move('next-stage')
    const endsAt = (await agenda()).now?.endsAt ?? 0
    await Promise.all([
      move('extend-stage', { minutes: 5, endsAt }),
      move('extend-stage', { minutes: 5, endsAt }),
    ])
    expect((await agenda()).now?.endsAt).toBe(endsAt + 5 * minute)
    await move('extend-stage', { minutes: 1 })
    expect((await agenda()).now?.endsAt).toBe(endsAt + 6 * minute)
  })

  test('of a stage that has moved on is not touched', async () => {
    const { agenda, move } = await withStages(2)
    await move('next-stage')
    await move('next-stage')
    const { now } = await agenda()
    await move('extend-stage', { minutes: 5, run: 1 })
    expect((await agenda()).now).toEqual(now)
  })

  test('follows new minutes from when the stage began, and is gone without a clock', async () => {
    const { agenda, move, say, ids } = await withStages(1)
    const { now: begun } = await move('next-stage')
    await move('change-stage', { stage: ids[0], minutes: 20 })
    expect((await agenda()).now?.endsAt).toBe(Number(begun) + 20 * minute)
    await move('change-stage', { stage: ids[0], mode: 'manual' })
    expect((await agenda()).now?.endsAt).toBeNull()
    const refused = await say('extend-stage', { run: 1, minutes: 5 })
    expect([refused.status, messageOf(refused)]).toEqual([422, expect.stringContaining('has no timer')])
  })

  test('stands still while everything is paused, for as long as that takes', async () => {
    const { agenda, move, sit, say } = await withStages(2)
    const keeper = await sit('safety-keeper')
    await move('next-stage')
    const before = (await agenda()).now
    const paused = await say('pause', { run: 1 }, keeper)
    expect((await agenda()).now).toEqual({ ...before, pausedAt: paused.body.now })
    expect(await move('pause')).toMatchObject({ paused: false })
    const resumed = await move('resume')
    const lasted = Number(resumed.now) - Number(paused.body.now)
    expect((await agenda()).now).toEqual({
      ...before,
      startedAt: Number(before?.startedAt) + lasted,
      endsAt: Number(before?.endsAt) + lasted,
      pausedAt: null,
    })
    expect(await move('resume')).toMatchObject({ resumed: false })
  })

  test('a pause ends with its stage', async () => {
    const { agenda, move } = await withStages(2)
    await move('next-stage')
    await move('pause')
    await move('next-stage')
    expect((await agenda()).now?.pausedAt).toBeNull()
    expect(await move('resume')).toMatchObject({ resumed: false })
  })
})

describe('changing the agenda', () => {
  test('a stage stands where it was put, and moves', async () => {
    const { move, titles, ids } = await withStages(3)
    await move('add-stage', { kind: 'break', title: 'first', after: null })
    await move('add-stage', { kind: 'break', title: 'between', after: ids[0] })
    expect(await titles()).toEqual(['first', '1', 'between', '2', '3'])
    await move('move-stage', { stage: ids[2], before: ids[0] })
    await move('move-stage', { stage: ids[1], before: ids[1] })
    await move('move-stage', { stage: ids[0], before: null })
    expect(await titles()).toEqual(['first', '3', 'between', '2', '1'])
  })

  test('a stage says what a facilitator says of it, in any language, and takes it back', async () => {
    const { agenda, move, ids, boards } = await withStages(1)
    const said = {
      title: 'Our own words',
      prompt: { es: '¿Qué falta?', ar: 'ما الناقص؟' },
      adds: 'nobody',
      board: boards[0],
      minutes: 0,
      dots: 3,
    }
    await move('change-stage', { stage: ids[0], ...said })
    expect((await agenda()).stages).toEqual([{ id: ids[0], kind: 'discuss', mode: 'live', ...said }])
    await move('change-stage', {
      stage: ids[0],
      title: null,
      prompt: { es: ' ' },
      adds: null,
      dots: null,
      board: null,
    })
    expect((await agenda()).stages).toEqual([
      { id: ids[0], kind: 'discuss', mode: 'live', minutes: 0, board: null },
    ])
  })

  test('a stage that was taken out is put back with the prompt of its method', async () => {
    const { agenda, move, say } = await withStages(1)
    const from = { kind: 'vision-board', version: 'flow', line: 3 }
    await move('add-stage', { kind: 'imagine', from })
    expect((await agenda()).stages[1]).toMatchObject({ kind: 'imagine', from })
    const refused = await say('add-stage', { kind: 'imagine', from: { ...from, line: 99 } })
    expect([refused.status, messageOf(refused)]).toEqual([
      422,
      expect.stringContaining('no kind has such a line'),
    ])
  })

  test('the stage that runs goes on where it was moved to; what follows there comes next', async () => {
    const { move, ids, titleNow } = await withStages(3)
    await move('next-stage')
    await move('move-stage', { stage: ids[0], before: ids[2] })
    expect(await titleNow()).toBe('1')
    await move('next-stage')
    expect(await titleNow()).toBe('3')
  })

  test('removing the stage that runs ends it and starts the next one; after the last the agenda has ended', async () => {
    const { agenda, move, ids, titleNow } = await withStages(2)
    await move('next-stage')
    await move('remove-stage', { stage: ids[0] })
    expect(await titleNow()).toBe('2')
    await move('remove-stage', { stage: ids[1] })
    expect(await agenda()).toEqual({ stages: [], now: null, ended: true, run: 3 })
    expect(await move('remove-stage', { stage: ids[1] })).toMatchObject({ removed: false })
  })

  test('who presses next on a stage that another removes moves on once', async () => {
    const { say, move, ids, titleNow } = await withStages(3)
    await move('next-stage')
    await Promise.all([say('remove-stage', { stage: ids[0] }), say('next-stage', { run: 1 })])
    expect(await titleNow()).toBe('2')
  })

  test('an agenda made anew keeps what has run and what runs', async () => {
    const { move, agenda, boards, ids, titleNow } = await withStages(3)
    await move('next-stage')
    await move('next-stage')
    const from = [{ board: boards[0], version: 'quick' }]
    const [one, two] = await Promise.all([
      move('make-agenda', { from, instead: true, seen: 3 }),
      move('make-agenda', { from, instead: true, seen: 3 }),
    ])
    expect([one?.stages, two?.stages].map((made) => (made as string[]).length)).toEqual([7, 0])
    const { stages } = await agenda()
    expect(stages.slice(0, 2).map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect([stages.length, await titleNow()]).toEqual([9, '2'])
  })

  test('a board that is deleted takes its stages along; the one that ran makes way for the next', async () => {
    const { id, lead, move, titles, titleNow, boards, ids } = await withStages(3)
    await move('change-stage', { stage: ids[0], board: boards[0] })
    await move('change-stage', { stage: ids[2], board: boards[0] })
    await move('next-stage')
    const { token } = lead
    await ask(server, 'DELETE', `/api/workshops/${id}/boards/${boards[0]}`, { token })
    expect([await titles(), await titleNow()]).toEqual([['2'], '2'])
  })

  test('holds at most two hundred stages', async () => {
    const { agenda, boards, move, say } = await withStages(0)
    const from = Array.from({ length: 28 }, () => ({ board: boards[0], version: 'quick' }))
    await move('make-agenda', { from })
    const refused = await say('make-agenda', { from: from.slice(0, 1) })
    expect([refused.status, messageOf(refused)]).toEqual([422, expect.stringContaining('room for 4 more')])
    expect((await agenda()).stages.length).toBe(196)
  })

  test.each([
    ['too many minutes', { minutes: 1_441 }, 'Give 0 to 1440'],
    ['less than no time', { minutes: -1 }, 'Give 0 to 1440'],
    ['half a minute', { minutes: 0.5 }, 'whole number'],
    ['a kind that is none', { kind: 'dance' }, 'must be one of'],
    ['a board that is none', { board: 'gone' }, 'no such board'],
    ['a place that is gone', { after: 'gone' }, 'no longer in the agenda'],
    ['open, but until when', { mode: 'open' }, 'until'],
    [
      'a date that is none',
      { mode: 'open', until: { local: '2026-02-31T10:00', zone: 'UTC' } },
      'is no time',
    ],
    [
      'a zone that is none',
      { mode: 'open', until: { local: '2026-02-01T10:00', zone: 'PT' } },
      'Africa/Nairobi',
    ],
    ['a name too long', { title: 'x'.repeat(121) }, 'longer than 120'],
    ['a prompt too long', { prompt: { en: 'x'.repeat(601) } }, 'longer than 600'],
  ])('%s is refused with a sentence, and nothing changes', async (_, given, sentence) => {
    const { agenda, say } = await withStages(0)
    const answer = await say('add-stage', { kind: 'break', ...given })
    expect([404, 422]).toContain(answer.status)
    expect(messageOf(answer)).toContain(sentence)
    expect((await agenda()).stages).toEqual([])
  })
})

describe('a stage that is open until a time', () => {
  const nairobi = { local: '2126-11-21T18:00', zone: 'Africa/Nairobi' }

  test('says when in the zone it was agreed in, and as an instant; it has no timer', async () => {
    const { agenda, move } = await withStages(0)
    await move('add-stage', { kind: 'write-silent', mode: 'open', until: nairobi })
    await move('next-stage')
    const { stages, now } = await agenda()
    expect(stages[0]?.until).toEqual({ ...nairobi, at: Date.UTC(2126, 10, 21, 15) })
    expect(now?.endsAt).toBeNull()
  })

  test('is not started after that time, and says so', async () => {
    const { move, say, agenda } = await withStages(1)
    const until = { local: '2020-01-01T10:00', zone: 'UTC' }
    await move('add-stage', { kind: 'discuss', mode: 'open', until })
    await move('next-stage')
    const refused = await say('next-stage', { run: 1 })
    expect([refused.status, messageOf(refused)]).toEqual([
      422,
      expect.stringContaining('2020-01-01 10:00 (UTC)'),
    ])
    expect((await agenda()).run).toBe(1)
  })

  test('keeps no date when it becomes another kind of stage', async () => {
    const { agenda, move } = await withStages(0)
    const { stage } = await move('add-stage', { kind: 'discuss', mode: 'open', until: nairobi })
    await move('change-stage', { stage, mode: 'live' })
    expect((await agenda()).stages[0]).not.toHaveProperty('until')
  })
})
