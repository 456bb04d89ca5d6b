import { readDecisions } from '@vispera/board'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aDesk, type Desk } from '../../testing/a-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await aDesk()
})
afterEach(() => desk.close())

const words = { words: 'We take the lease.', method: 'consent', reservations: [] }

describe('a decision', () => {
  test('stands in the order in which it was made, with its reservations', async () => {
    const { vote } = await desk.say('open-vote', { form: 'agreement', board: null, question: 'The lease?' })
    await desk.say('decide', { ...words, board: desk.boards[0], vote, reservations: ['the rent', ' '] })
    const { decision } = await desk.say('decide', { ...words, words: 'We meet weekly.', board: null })
    expect(await desk.stage(readDecisions)).toEqual([
      {
        id: expect.any(String),
        number: 1,
        words: 'We take the lease.',
        board: desk.boards[0],
        method: 'consent',
        vote,
        reservations: ['the rent'],
      },
      {
        id: decision,
        number: 2,
        words: 'We meet weekly.',
        board: null,
        method: 'consent',
        reservations: [],
      },
    ])
  })

  test('can be worded anew and keeps its place', async () => {
    const { decision } = await desk.say('decide', { ...words, board: null })
    await desk.say('decide', { ...words, words: 'Another.', board: null })
    await desk.say('change-decision', {
      ...words,
      decision,
      words: 'We take the lease for a year.',
      board: null,
      revisitOn: 'after the rains',
    })
    expect((await desk.stage(readDecisions)).map((one) => [one.number, one.words, one.revisitOn])).toEqual([
      [1, 'We take the lease for a year.', 'after the rains'],
      [2, 'Another.', undefined],
    ])
  })

  test('about what is not there is refused', async () => {
    await expect(desk.say('decide', { ...words, board: 'none' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(desk.say('decide', { ...words, board: null, vote: 'none' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(
      desk.say('change-decision', { ...words, board: null, decision: 'none' }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await desk.stage(readDecisions)).toEqual([])
  })
})

describe('a heart', () => {
  async function aNote() {
    await desk.drafts('ana', [{ text: 'bread' }])
    await desk.say('reveal', { run: 0, how: 'all' })
    const [note] = (await desk.board()).notes
    return { board: desk.boards[0], note: note?.id ?? '' }
  }
  const hearts = () => desk.stage((doc) => doc.getMap('hearts').toJSON())

  test('counts once for each person, and not when taken back', async () => {
    const note = await aNote()
    const [ana, ben] = [desk.comes(), desk.comes()]
    await Promise.all([ana, ana, ben].map((one) => desk.saysAs(one, 'heart', { ...note, on: true })))
    expect(await hearts()).toEqual({ [note.note]: 2 })
    for (const one of [ana, ana, ben]) await desk.saysAs(one, 'heart', { ...note, on: false })
    expect(await hearts()).toEqual({})
  })

  test('is kept under a name that leads back to nobody', async () => {
    const note = await aNote()
    const ana = desk.comes()
    await desk.saysAs(ana, 'heart', { ...note, on: true })
    expect(JSON.stringify(await desk.services.store.list('hearts'))).not.toContain(ana.participant)
    await desk.services.rooms.wipe(`${desk.workshop}/`)
  })

  test('is given in the gallery, and while no stage runs', async () => {
    const note = await aNote()
    await desk.agenda([{ kind: 'gallery' }, { kind: 'discuss' }])
    await desk.say('heart', { ...note, on: true }, 'participant')
    await desk.say('next-stage', { run: 1 })
    await expect(desk.say('heart', { ...note, on: true }, 'participant')).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('for a note that is not there is refused', async () => {
    const { board } = await aNote()
    for (const note of ['none', 'constructor'])
      await expect(desk.say('heart', { board, note, on: true })).rejects.toMatchObject({ code: 'not-found' })
  })
})
