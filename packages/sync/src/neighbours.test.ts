import { describe, expect, test } from 'vitest'
import type { Person } from './testing/a-person.ts'
import { twoMachines } from './testing/two-machines.ts'

describe('P63 presence', () => {
  /** The others, as somebody sees them: their names and where their cursors are. */
  const seenBy = (person: Person) =>
    [...person.awareness.getStates()]
      .flatMap(([client, { user, cursor }]) =>
        user && client !== person.doc.clientID ? [`${user.name} ${cursor}`] : [],
      )
      .sort()
  const point = (person: Person, cursor: number) =>
    person.awareness.setLocalState({ user: { name: 'The boss' }, cursor })

  test('of people on other machines is shown as their machine knows them', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    await settle()
    point(ana, 1)
    point(ben, 2)
    await settle()
    expect([seenBy(ana), seenBy(ben)]).toEqual([['BEN 2'], ['ANA 1']])
    const late = joinSouth({ participant: 'late' })
    point(late, 3)
    await settle()
    expect(seenBy(late)).toEqual(['ANA 1', 'BEN 2'])
    expect(seenBy(ana)).toEqual(['BEN 2', 'LATE 3'])
    ana.disconnect()
    await settle()
    expect(seenBy(ben)).toEqual(['LATE 3'])
  })

  test('is known to a machine that opens the document later', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const ana = joinNorth({ participant: 'ana' })
    point(ana, 1)
    await settle()
    const ben = joinSouth({ participant: 'ben' })
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
  })

  test('is not shown where the app says so, on any machine', async () => {
    const { joinNorth, joinSouth, settle, north } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    point(ana, 1)
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
    const { presence } = ana.session
    ana.session.presence = null
    north.rooms.reconsider('w/')
    await settle()
    expect(seenBy(ben)).toEqual([])
    ana.session.presence = presence
    north.rooms.reconsider('w/')
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
  })

  test('under one id belongs to one person on all machines', async () => {
    const { joinNorth, joinSouth, settle } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana', client: 7 }), joinSouth({ participant: 'ben' })]
    point(ana, 1)
    await settle()
    const thief = joinSouth({ participant: 'mallory', client: 7 })
    for (let cursor = 0; cursor < 20; cursor += 1) point(thief, 666)
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
    thief.disconnect()
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
  })

  test('moves with a person whose old line breaks later than the new one is made', async () => {
    const { joinNorth, joinSouth, settle, clock } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana', client: 7 }), joinSouth({ participant: 'ben' })]
    const old = joinNorth({ participant: 'witness' })
    point(ana, 1)
    await settle()
    const moved = joinSouth({ participant: 'ana', client: 7 })
    for (let cursor = 0; cursor < 5; cursor += 1) point(moved, cursor)
    await settle()
    ana.disconnect()
    await settle()
    expect([seenBy(ben), seenBy(old)]).toEqual([['ANA 4'], ['ANA 4']])
    clock.advance(16_000)
    await settle()
    expect([seenBy(ben), seenBy(old)]).toEqual([['ANA 4'], ['ANA 4']])
  })

  test('of a machine that has gone silent is taken away, and what was lost is made up for', async () => {
    const { joinNorth, joinSouth, settle, weather } = twoMachines()
    const [ana, ben] = [joinNorth({ participant: 'ana' }), joinSouth({ participant: 'ben' })]
    point(ana, 1)
    await settle()
    weather.lost = 1
    point(ana, 5)
    await settle()
    expect(seenBy(ben)).toEqual(['ANA 1'])
    weather.lost = 0
    await settle(2, 20_000)
    expect(seenBy(ben)).toEqual(['ANA 5'])
    weather.lost = 1
    await settle(4, 20_000)
    expect(seenBy(ben)).toEqual([])
  })
})
