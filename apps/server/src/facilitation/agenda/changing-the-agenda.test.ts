import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { messageOf, withStages } from '../../testing/a-led-workshop.ts'
import { aServer, ask, type TestServer } from '../../testing/a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

describe('changing the agenda', () => {
  test('a stage stands where it was put, and moves', async () => {
    const { move, titles, ids } = await withStages(server, 3)
    await move('add-stage', { kind: 'break', title: 'first', after: null })
    await move('add-stage', { kind: 'break', title: 'between', after: ids[0] })
    expect(await titles()).toEqual(['first', '1', 'between', '2', '3'])
    await move('move-stage', { stage: ids[2], before: ids[0] })
    await move('move-stage', { stage: ids[1], before: ids[1] })
    await move('move-stage', { stage: ids[0], before: null })
    expect(await titles()).toEqual(['first', '3', 'between', '2', '1'])
  })

  test('a stage says what a facilitator says of it, in any language, and takes it back', async () => {
    const { agenda, move, ids, boards } = await withStages(server, 1)
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
    const { agenda, move, say } = await withStages(server, 1)
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
    const { move, ids, titleNow } = await withStages(server, 3)
    await move('next-stage')
    await move('move-stage', { stage: ids[0], before: ids[2] })
    expect(await titleNow()).toBe('1')
    await move('next-stage')
    expect(await titleNow()).toBe('3')
  })

  test('removing the stage that runs ends it and starts the next one; after the last the agenda has ended', async () => {
    const { agenda, move, ids, titleNow } = await withStages(server, 2)
    await move('next-stage')
    await move('remove-stage', { stage: ids[0] })
    expect(await titleNow()).toBe('2')
    await move('remove-stage', { stage: ids[1] })
    expect(await agenda()).toEqual({ stages: [], now: null, ended: true, run: 3 })
    expect(await move('remove-stage', { stage: ids[1] })).toMatchObject({ removed: false })
  })

  test('who presses next on a stage that another removes moves on once', async () => {
    const { say, move, ids, titleNow } = await withStages(server, 3)
    await move('next-stage')
    await Promise.all([say('remove-stage', { stage: ids[0] }), say('next-stage', { run: 1 })])
    expect(await titleNow()).toBe('2')
  })

  test('an agenda made anew keeps what has run and what runs', async () => {
    const { move, agenda, boards, ids, titleNow } = await withStages(server, 3)
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
    const { id, lead, move, titles, titleNow, boards, ids } = await withStages(server, 3)
    await move('change-stage', { stage: ids[0], board: boards[0] })
    await move('change-stage', { stage: ids[2], board: boards[0] })
    await move('next-stage')
    const { token } = lead
    await ask(server, 'DELETE', `/api/workshops/${id}/boards/${boards[0]}`, { token })
    expect([await titles(), await titleNow()]).toEqual([['2'], '2'])
  })

  test('holds at most two hundred stages', async () => {
    const { agenda, boards, move, say } = await withStages(server, 0)
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
    const { agenda, say } = await withStages(server, 0)
    const answer = await say('add-stage', { kind: 'break', ...given })
    expect([404, 422]).toContain(answer.status)
    expect(messageOf(answer)).toContain(sentence)
    expect((await agenda()).stages).toEqual([])
  })
})

describe('a stage that is open until a time', () => {
  const nairobi = { local: '2126-11-21T18:00', zone: 'Africa/Nairobi' }

  test('says when in the zone it was agreed in, and as an instant; it has no timer', async () => {
    const { agenda, move } = await withStages(server, 0)
    await move('add-stage', { kind: 'write-silent', mode: 'open', until: nairobi })
    await move('next-stage')
    const { stages, now } = await agenda()
    expect(stages[0]?.until).toEqual({ ...nairobi, at: Date.UTC(2126, 10, 21, 15) })
    expect(now?.endsAt).toBeNull()
  })

  test('is not started after that time, and says so', async () => {
    const { move, say, agenda } = await withStages(server, 1)
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

  test('took no longer than it was open, however late somebody goes on', async () => {
    const { agenda, move } = await withStages(server, 0)
    const soon = new Date(Date.now() + 2 * 60_000).toISOString().slice(0, 16)
    await move('add-stage', { kind: 'discuss', mode: 'open', until: { local: soon, zone: 'UTC' } })
    const { now: begun } = await move('next-stage')
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Number(begun) + 60 * 60_000)
    onTestFinished(() => clock.mockRestore())
    await move('next-stage')
    expect((await agenda()).stages[0]?.ranMs).toBe(Date.parse(`${soon}Z`) - Number(begun))
  })

  test('keeps no date when it becomes another kind of stage', async () => {
    const { agenda, move } = await withStages(server, 0)
    const { stage } = await move('add-stage', { kind: 'discuss', mode: 'open', until: nairobi })
    await move('change-stage', { stage, mode: 'live' })
    expect((await agenda()).stages[0]).not.toHaveProperty('until')
  })
})
