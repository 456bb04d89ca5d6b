import { workedExample } from '@vispera/kinds'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { aLedWorkshop, messageOf, withStages } from '../../testing/a-led-workshop.ts'
import { aSeat, aServer, ask, type TestServer, type TestWorkshop } from '../../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

const minute = 60_000

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
    const { agenda, move, ids, titleNow } = await withStages(server, 2)
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
    const { say, sit, titleNow } = await withStages(server, 3)
    const other = await sit('facilitator')
    const answers = await Promise.all([say('next-stage', { run: 0 }), say('next-stage', { run: 0 }, other)])
    expect(answers.map(({ body }) => body.moved).sort()).toEqual([false, true])
    expect(await titleNow()).toBe('1')
  })

  test('two facilitators who start different stages at once start the first of them', async () => {
    const { say, sit, ids, agenda } = await withStages(server, 2)
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
    const { agenda, move, ids, titleNow } = await withStages(server, 3)
    await move('start-stage', { stage: ids[2] })
    await move('start-stage', { stage: ids[0] })
    await move('start-stage', { stage: ids[0] })
    expect(await titleNow()).toBe('1')
    const { stages, run } = await agenda()
    expect([run, stages[1]?.ranMs]).toEqual([3, undefined])
    expect(stages[0]?.ranMs).toBeGreaterThanOrEqual(0)
  })

  test('pressing on after the end does not start everything over; a stage can still be started', async () => {
    const { move, agenda, ids, titleNow } = await withStages(server, 1)
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
    const { say } = await withStages(server, 0)
    expect(messageOf(await say('next-stage', { run: 0 }))).toContain('Add a stage')
    const gone = await say('start-stage', { run: 0, stage: 'gone' })
    expect([gone.status, messageOf(gone)]).toEqual([404, expect.stringContaining('Choose another one')])
  })
})

describe('the timer', () => {
  test('is lengthened for everyone; of two presses on the same end the first counts', async () => {
    const { agenda, move } = await withStages(server, 1)
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

  test('that is up already is lengthened from now on', async () => {
    const { agenda, move } = await withStages(server, 1)
    await move('next-stage')
    const late = ((await agenda()).now?.endsAt ?? 0) + 3 * minute
    const clock = vi.spyOn(Date, 'now').mockReturnValue(late)
    onTestFinished(() => clock.mockRestore())
    await move('extend-stage', { minutes: 5 })
    expect((await agenda()).now?.endsAt).toBe(late + 5 * minute)
  })

  test('of a stage that has moved on is not touched', async () => {
    const { agenda, move } = await withStages(server, 2)
    await move('next-stage')
    await move('next-stage')
    const { now } = await agenda()
    await move('extend-stage', { minutes: 5, run: 1 })
    expect((await agenda()).now).toEqual(now)
  })

  test('follows new minutes from when the stage began, and is gone without a clock', async () => {
    const { agenda, move, say, ids } = await withStages(server, 1)
    const { now: begun } = await move('next-stage')
    await move('change-stage', { stage: ids[0], minutes: 20 })
    expect((await agenda()).now?.endsAt).toBe(Number(begun) + 20 * minute)
    await move('change-stage', { stage: ids[0], mode: 'manual' })
    expect((await agenda()).now?.endsAt).toBeNull()
    const refused = await say('extend-stage', { run: 1, minutes: 5 })
    expect([refused.status, messageOf(refused)]).toEqual([422, expect.stringContaining('has no timer')])
  })

  test('stands still while everything is paused, for as long as that takes', async () => {
    const { agenda, move, sit, say } = await withStages(server, 2)
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

  test('does not count in what a stage took while everything is paused', async () => {
    const { agenda, move } = await withStages(server, 2)
    const clock = vi.spyOn(Date, 'now')
    onTestFinished(() => clock.mockRestore())
    const begun = Date.now()
    const at = (minutes: number) => clock.mockReturnValue(begun + minutes * minute)
    at(0)
    await move('next-stage')
    at(2)
    await move('pause')
    at(30)
    await move('resume')
    at(33)
    await move('pause')
    at(60)
    await move('next-stage')
    expect((await agenda()).stages[0]?.ranMs).toBe(5 * minute)
  })

  test('a pause that is asked for as another stage begins is a pause of that one', async () => {
    const { agenda, move, say } = await withStages(server, 2)
    await move('next-stage')
    await move('next-stage')
    expect((await say('pause', { run: 1 })).body.paused).toBe(true)
    expect((await agenda()).now?.pausedAt).not.toBeNull()
  })

  test('a pause ends with its stage', async () => {
    const { agenda, move } = await withStages(server, 2)
    await move('next-stage')
    await move('pause')
    await move('next-stage')
    expect((await agenda()).now?.pausedAt).toBeNull()
    expect(await move('resume')).toMatchObject({ resumed: false })
  })
})
