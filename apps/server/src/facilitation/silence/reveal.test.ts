import { documentNames, isPointPlace, readAgenda } from '@vispera/board'
import { afterEach, describe, expect, test } from 'vitest'
import { aDesk, type Desk, type DeskOptions } from '../../testing/a-desk.ts'

const open: Desk[] = []
async function aQuietRoom(options: DeskOptions = {}): Promise<Desk> {
  const desk = await aDesk(options)
  open.push(desk)
  desk.comes('facilitator')
  return desk
}
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

const texts = async (desk: Desk, at = 0) => (await desk.board(at)).notes.map(({ text }) => text).sort()
const agendaOf = (desk: Desk) => desk.stage(readAgenda)
const silent = [{ kind: 'write-silent' }, { kind: 'reveal' }, { kind: 'gallery' }] as const

describe('a reveal', () => {
  test('brings every draft to its board, those of people who left included, and empties the drafts', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [
      { text: 'a full square', stage: 's1' },
      { text: 'music', stage: 's1', sense: 'hear' },
    ])
    await desk.drafts('ben-who-left', [
      { text: 'bread', stage: 's1' },
      { text: ' \n ', stage: 's1' },
    ])
    await desk.say('next-stage', { run: 1 })
    expect(await texts(desk)).toEqual([])
    expect(await desk.say('reveal', { run: 2, how: 'all' })).toEqual({ revealed: 3, left: 0 })
    expect(await texts(desk)).toEqual(['a full square', 'bread', 'music'])
    const { stages, now } = await agendaOf(desk)
    expect(stages.map(({ revealed }) => revealed ?? false)).toEqual([true, true, false])
    expect(now).toMatchObject({ drafts: 0 })
    for (const participant of ['ana', 'ben-who-left']) {
      const stored = await desk.stored(documentNames.draft(desk.workshop, participant))
      for (const word of ['square', 'music', 'bread']) expect(stored).not.toContain(word)
    }
  })

  test('keeps what a note says of itself and nothing of who wrote it, and tells no id', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [
      {
        id: 'my-draft',
        text: 'music',
        sense: 'hear',
        stage: 's1',
        sensitivity: 'sensitive',
        withdrawKey: 'ab12',
        alias: 'Ana',
      },
    ])
    await desk.say('reveal', { run: 1, how: 'all' })
    const [note] = (await desk.board()).notes
    const { id, place, ...rest } = note ?? { id: '', place: null }
    expect(rest).toEqual({
      kind: 'vision-element',
      text: 'music',
      sensitivity: 'sensitive',
      withdrawKey: 'ab12',
      fields: {},
    })
    expect(isPointPlace(place)).toBe(true)
    expect(id).not.toContain('my-draft')
    expect(await desk.stored(documentNames.board(desk.workshop, desk.boards[0] as string))).not.toMatch(
      /ana|my-draft/i,
    )
  })

  test('shows notes in an order that is not the order of writing, nor the same twice, nor by writer', async () => {
    const ordersOf = async () => {
      const desk = await aQuietRoom()
      await desk.agenda(silent)
      for (const writer of [0, 1, 2]) {
        const own = Array.from({ length: 10 }, (_, n) => ({
          id: `w${writer}n${n}`,
          text: `${writer} ${n}`,
          stage: 's1',
        }))
        await desk.drafts(`w${writer}`, own)
      }
      await desk.say('reveal', { run: 1, how: 'all' })
      return (await desk.board()).notes.map(({ text }) => text)
    }
    const [first, second] = [await ordersOf(), await ordersOf()]
    const written = [...first].sort()
    expect([...second].sort()).toEqual(written)
    expect(first).not.toEqual(written)
    expect(first).not.toEqual(second)
    // Thirty in a row by three writers, each apart from the others: that never happens by chance.
    expect(first.map((text) => text[0]).join('')).not.toMatch(/^(\d)\1{9}(\d)\2{9}(\d)\3{9}$/)
  })

  test('made twice at once is made once', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [{ text: 'bread', stage: 's1' }])
    const answers = await Promise.all([1, 2, 3].map(() => desk.say('reveal', { run: 1, how: 'all' })))
    expect(answers.map(({ revealed }) => revealed)).toEqual([1, 0, 0])
    expect(await texts(desk)).toEqual(['bread'])
  })

  test('asked for on an older run does nothing', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [{ text: 'bread', stage: 's1' }])
    await desk.say('next-stage', { run: 1 })
    expect(await desk.say('reveal', { run: 1, how: 'all' })).toMatchObject({ revealed: 0 })
    expect(await texts(desk)).toEqual([])
  })

  test('reaches back to silent stages that were passed by, and not on to later ones', async () => {
    const desk = await aQuietRoom()
    await desk.agenda([
      { kind: 'write-silent' },
      { kind: 'discuss' },
      { kind: 'write-silent' },
      { kind: 'place' },
      { kind: 'write-silent' },
    ])
    for (const stage of ['s1', 's3', 's5']) await desk.drafts('ana', [{ text: stage, stage }])
    await desk.drafts('ana', [{ text: 'of a stage that was deleted', stage: 'gone' }])
    await desk.say('start-stage', { stage: 's4', run: 1 })
    await desk.say('reveal', { run: 2, how: 'all' })
    expect(await texts(desk)).toEqual(['of a stage that was deleted', 's1', 's3'])
  })

  test('with nothing waiting needs no press', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.say('next-stage', { run: 1 })
    await desk.until(async () => (await agendaOf(desk)).stages[0]?.revealed === true)
  })

  test('puts notes where nothing lies under them, and words meant for a list into the list', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [
      ...Array.from({ length: 40 }, (_, n) => ({ text: 'words '.repeat(n % 20), stage: 's1' })).slice(1),
      { kind: 'value', text: 'care', stage: 's1' },
      { text: 'apart', stage: 's1', place: { zone: 'apart' } },
      { text: 'on the ground', stage: 's1', place: { zone: 'field', order: 'a0' } },
    ])
    await desk.say('reveal', { run: 1, how: 'all' })
    await desk.drafts('ben', [{ text: 'second time', stage: 'gone' }])
    await desk.say('reveal', { run: 1, how: 'all' })
    const { notes } = await desk.board()
    const listed = notes.filter(({ place }) => !isPointPlace(place))
    expect(listed.map(({ text, place }) => [text, place])).toEqual(
      expect.arrayContaining([
        ['care', { zone: 'values', order: expect.any(String) }],
        ['apart', { zone: 'apart', order: expect.any(String) }],
      ]),
    )
    const points = notes.flatMap(({ place, text }) => (isPointPlace(place) ? [{ ...place, text }] : []))
    const overlapping = points.filter((a) =>
      points.some(
        (b) =>
          a !== b && Math.abs(a.x - b.x) < 170 && a.y <= b.y && b.y < a.y + 80 + (a.text.length / 14) * 20,
      ),
    )
    expect(overlapping).toEqual([])
    expect(points.find(({ text }) => text === 'second time')?.y).toBe(Math.max(...points.map(({ y }) => y)))
  })

  test('puts steps and tactics where they wait to be placed', async () => {
    const desk = await aQuietRoom({ kinds: ['victory-backcast', 'inside-outside-grid', 'next-steps'] })
    await desk.agenda(silent)
    const [path, grid, next] = desk.boards
    await desk.drafts('ana', [
      { kind: 'step', text: 'a lease', board: path as string, stage: 's1' },
      { kind: 'victory', text: 'there is one of these already', board: path as string, stage: 's1' },
      { kind: 'tactic', text: 'a march', board: grid as string, stage: 's1' },
      { kind: 'commitment', text: 'I call', board: next as string, stage: 's1' },
      { kind: 'no-such-kind', text: 'stays said', board: 'no-such-board', stage: 's1' },
    ])
    await desk.say('reveal', { run: 1, how: 'all' })
    const placed = await Promise.all(
      [0, 1, 2].map(async (at) =>
        (await desk.board(at)).notes.map(({ kind, text, place }) => [
          kind,
          text,
          place && 'zone' in place ? place.zone : place,
        ]),
      ),
    )
    expect(placed[0]).toEqual(
      expect.arrayContaining([
        ['step', 'a lease', 'tray'],
        ['step', 'there is one of these already', 'tray'],
        ['step', 'stays said', 'tray'],
      ]),
    )
    expect(placed.slice(1)).toEqual([[['tactic', 'a march', 'tray']], [['commitment', 'I call', 'commit']]])
  })
})

describe('one card at a time', () => {
  test('turns over a card with each press and says how many are left', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [
      { text: 'one', stage: 's1' },
      { text: 'two', stage: 's1' },
    ])
    await desk.drafts('ben', [{ text: 'three', stage: 's1' }])
    await desk.say('next-stage', { run: 1 })
    for (const left of [2, 1]) {
      expect(await desk.say('reveal', { run: 2, how: 'next' })).toEqual({ revealed: 1, left })
      expect((await agendaOf(desk)).now).toMatchObject({ faceDown: left, drafts: left })
      expect((await agendaOf(desk)).stages[0]?.revealed).toBeUndefined()
    }
    await desk.say('reveal', { run: 2, how: 'next' })
    expect(await texts(desk)).toEqual(['one', 'three', 'two'])
    const { now, stages } = await agendaOf(desk)
    expect([now?.faceDown, stages[0]?.revealed]).toEqual([undefined, true])
  })

  test('two who press at once for the same card turn over one', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [
      { text: 'one', stage: 's1' },
      { text: 'two', stage: 's1' },
    ])
    await Promise.all([1, 2].map(() => desk.say('reveal', { run: 1, how: 'next', left: 2 })))
    expect(await texts(desk)).toHaveLength(1)
  })

  test('the rest can be turned over together', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts(
      'ana',
      Array.from({ length: 5 }, (_, n) => ({ text: `n${n}`, stage: 's1' })),
    )
    await desk.say('reveal', { run: 1, how: 'next' })
    expect(await desk.say('reveal', { run: 1, how: 'all' })).toEqual({ revealed: 4, left: 0 })
    expect(await texts(desk)).toHaveLength(5)
  })
})

describe('what waits', () => {
  test('is counted for everybody, without what is only spaces', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [
      { text: 'one', stage: 's1' },
      { text: '  ', stage: 's1' },
    ])
    await desk.drafts('ben', [{ text: 'two', stage: 's1' }])
    await desk.until(async () => (await agendaOf(desk)).now?.drafts === 2)
  })

  test('after its reveal goes to the board by itself, marked late', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.say('next-stage', { run: 1 })
    await desk.say('reveal', { run: 2, how: 'all' })
    await desk.drafts('ben', [{ text: 'my line was gone', stage: 's1' }])
    await desk.until(async () => (await texts(desk)).length === 1)
    expect((await desk.board()).notes[0]).toMatchObject({ text: 'my line was gone', late: true })
    await desk.until(
      async () => !(await desk.stored(documentNames.draft(desk.workshop, 'ben'))).includes('line'),
    )
  })

  test('in a silent stage that is run again shows itself only with the next reveal', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.say('reveal', { run: 1, how: 'all' })
    await desk.say('next-stage', { run: 1 })
    await desk.say('start-stage', { stage: 's1', run: 2 })
    await desk.until(async () => (await agendaOf(desk)).stages[0]?.revealed === false)
    await desk.drafts('ana', [{ text: 'second round', stage: 's1' }])
    await desk.until(async () => (await agendaOf(desk)).now?.drafts === 1)
    await desk.say('next-stage', { run: 3 })
    await desk.until(async () => (await agendaOf(desk)).now?.drafts === 1)
    expect(await texts(desk)).toEqual([])
    await desk.say('reveal', { run: 4, how: 'all' })
    expect(await texts(desk)).toEqual(['second round'])
  })

  test('letters typed in the moment of the reveal follow the note', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [{ id: 'd1', text: 'a full', stage: 's1' }])
    const document = documentNames.draft(desk.workshop, 'ana')
    const board = documentNames.board(desk.workshop, desk.boards[0] as string)
    const { rooms } = desk.services
    const transact = rooms.transact
    Object.assign(rooms, {
      transact: async (name: string, change: never) => {
        const answer = await transact(name, change)
        if (name === board) {
          Object.assign(rooms, { transact })
          await transact(document, (doc) => {
            const text = (doc.getMap('notes').get('d1') as { get(key: string): unknown }).get('text')
            ;(text as { insert(at: number, words: string): void }).insert(6, ' square')
          })
        }
        return answer
      },
    })
    await desk.say('reveal', { run: 1, how: 'all' })
    expect(await texts(desk)).toEqual(['a full square'])
  })
})

describe('after a crash in the middle', () => {
  test('nothing is lost or doubled', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts(
      'ana',
      Array.from({ length: 6 }, (_, n) => ({ text: `n${n}`, stage: 's1' })),
    )
    const { stages } = desk.services
    const write = stages.write
    // The notes are on the board, and the process ends before it says so.
    Object.assign(stages, { write: () => Promise.reject(new Error('killed')) })
    await expect(desk.say('reveal', { run: 1, how: 'all' })).rejects.toThrow('killed')
    Object.assign(stages, { write })
    expect(await texts(desk)).toHaveLength(6)
    await desk.say('reveal', { run: 1, how: 'all' })
    expect(await texts(desk)).toHaveLength(6)
    expect(await desk.services.store.list('card-names')).toEqual([])
  })

  test('drafts that were said to be revealed but not cleared are cleared, not shown again', async () => {
    const desk = await aQuietRoom()
    await desk.agenda(silent)
    await desk.drafts('ana', [{ text: 'bread', stage: 's1' }])
    const { rooms } = desk.services
    const transact = rooms.transact
    const refusing = (name: string, change: never) =>
      name.includes('/draft/') ? Promise.reject(new Error('killed')) : transact(name, change)
    Object.assign(rooms, { transact: refusing })
    await desk.say('reveal', { run: 1, how: 'all' })
    Object.assign(rooms, { transact })
    await desk.say('next-stage', { run: 1 })
    desk.services.silence.look(desk.workshop)
    await desk.until(
      async () => !(await desk.stored(documentNames.draft(desk.workshop, 'ana'))).includes('bread'),
    )
    expect(await texts(desk)).toEqual(['bread'])
  })
})
