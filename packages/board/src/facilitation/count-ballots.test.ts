import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot } from './ballot.ts'
import {
  agreementHint,
  countBallots,
  dotsPerPerson,
  type HandedIn,
  isValidBallot,
  isValidHandCount,
} from './count-ballots.ts'
import { agreementLevels, resonanceLevels, type Vote } from './vote.ts'

const aVote = (more: Partial<Vote> = {}): Vote => ({
  id: 'v',
  form: 'dots',
  board: 'b',
  question: '',
  openedAt: 0,
  state: 'open',
  dots: 3,
  dotsPerNote: 1,
  ...more,
})
const handedIn = (ballots: readonly Ballot[], more: Partial<HandedIn> = {}): HandedIn => ({
  ballots,
  byHand: [],
  missing: 0,
  standing: new Set(['a', 'b', 'c', 'd']),
  shuffle: (worries) => [...worries].reverse(),
  ...more,
})
const dots = (...options: string[]): Ballot => ({
  dots: Object.fromEntries(options.map((option) => [option, 1])),
})
const level = (one: string, worry?: string): Ballot => ({ level: one, ...(worry && { worry }) }) as Ballot

describe('dots', () => {
  test('each person gets a quarter of what there is, two to five, and two in a large group', () => {
    expect([1, 8, 10, 14, 30].map((options) => dotsPerPerson(options, 10))).toEqual([2, 2, 3, 4, 5])
    expect(dotsPerPerson(30, 16)).toBe(2)
  })

  test('are summed by option, whoever gave them', () => {
    const ballots = [dots('a', 'b'), dots('a'), dots('b', 'a'), dots('c'), { dots: {} }]
    expect(countBallots(aVote(), handedIn(ballots, { missing: 2 }))).toEqual({
      state: 'closed',
      result: { totals: { a: 3, b: 2, c: 1 }, isOrderOnly: false, ballots: 5, byHand: 0, missing: 2 },
    })
  })

  test('on a note that was deleted or never stood for choice are as if never put', () => {
    const ballots = [dots('a', 'x', 'y', 'z'), ...Array.from({ length: 4 }, () => dots('x'))]
    expect(countBallots(aVote(), handedIn(ballots)).result?.totals).toEqual({ a: 1 })
  })

  test('more than a person has are no ballot', () => {
    const standing = new Set(['a', 'b', 'c', 'd'])
    expect(isValidBallot(aVote(), dots('a', 'b', 'c', 'd'), standing)).toBe(false)
    expect(isValidBallot(aVote(), { dots: { a: 2 } }, standing)).toBe(false)
    expect(isValidBallot(aVote({ dotsPerNote: 3 }), { dots: { a: 3 } }, standing)).toBe(true)
    expect(isValidBallot(aVote(), level('fully'), standing)).toBe(false)
  })

  test('whatever is handed in, nobody counts for more than they have and nothing else gets a dot', () => {
    const option = fc.constantFrom('a', 'b', 'c', 'd', 'gone', 'other')
    const ballot: fc.Arbitrary<Ballot> = fc.oneof(
      fc.record({ dots: fc.dictionary(option, fc.integer({ min: 0, max: 20 })) }),
      fc.constantFrom(...agreementLevels, ...resonanceLevels).map((one) => level(one)),
    )
    fc.assert(
      fc.property(
        fc.array(ballot, { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (ballots, most, each) => {
          const vote = aVote({ dots: most, dotsPerNote: each })
          const { state, result } = countBallots(vote, handedIn(ballots))
          if (!result) return state === 'talk'
          const counts = Object.values(result.totals)
          const isWithin = counts.reduce((a, b) => a + b, 0) <= result.ballots * most
          const isFair = counts.every((count) => count <= result.ballots * each)
          const isKnown = Object.keys(result.totals).every((one) => ['a', 'b', 'c', 'd'].includes(one))
          return result.ballots <= ballots.length && isKnown && (result.isOrderOnly || (isWithin && isFair))
        },
      ),
    )
  })

  test('the order in which ballots came in is not told by the order of the totals', () => {
    const ballots = [dots('d'), dots('c'), dots('b'), dots('a'), dots('a')]
    expect(Object.keys(countBallots(aVote(), handedIn(ballots)).result?.totals ?? {})).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })
})

describe('small groups', () => {
  test('with fewer than five ballots only the order is said', () => {
    const ballots = [dots('a', 'b'), dots('a', 'b'), dots('a', 'c')]
    expect(countBallots(aVote(), handedIn(ballots)).result).toEqual({
      totals: { a: 1, b: 2, c: 3 },
      isOrderOnly: true,
      ballots: 3,
      byHand: 0,
      missing: 0,
    })
  })

  test('equal counts have equal ranks', () => {
    const ballots = [dots('a', 'b'), dots('a', 'b'), dots('c')]
    expect(countBallots(aVote(), handedIn(ballots)).result?.totals).toEqual({ a: 1, b: 1, c: 2 })
  })

  test('with two or fewer there is nothing to say: talk', () => {
    for (const ballots of [[dots('a')], [dots('a'), dots('b')]]) {
      expect(countBallots(aVote(), handedIn(ballots))).toEqual({ state: 'talk' })
    }
  })

  test('many voices by hand do not uncover the few that were secret', () => {
    const byHand = [{ voices: 20, totals: { a: 12, b: 9 } }]
    expect(countBallots(aVote(), handedIn([dots('c')], { byHand })).result).toMatchObject({
      isOrderOnly: true,
      ballots: 21,
      byHand: 20,
    })
    expect(countBallots(aVote(), handedIn([], { byHand })).result).toEqual({
      totals: { a: 12, b: 9 },
      isOrderOnly: false,
      ballots: 20,
      byHand: 20,
      missing: 0,
    })
  })

  test('a vote in which nobody votes closes with nothing', () => {
    expect(countBallots(aVote(), handedIn([], { missing: 4 })).result).toEqual({
      totals: {},
      isOrderOnly: false,
      ballots: 0,
      byHand: 0,
      missing: 4,
    })
  })

  test('so many voices cannot have given more than they had', () => {
    const standing = new Set(['a', 'b'])
    const isValid = (voices: number, totals: Record<string, number>, vote = aVote()) =>
      isValidHandCount(vote, { voices, totals }, standing)
    expect(isValid(2, { a: 2, b: 2 })).toBe(true)
    expect(isValid(2, { a: 3 })).toBe(false)
    expect(isValid(1, { x: 1 })).toBe(false)
    expect(isValid(3, { fully: 2, cannot: 1 }, aVote({ form: 'agreement' }))).toBe(true)
    expect(isValid(3, { fully: 2, cannot: 2 }, aVote({ form: 'agreement' }))).toBe(false)
  })
})

describe('agreement', () => {
  const vote = aVote({ form: 'agreement' })

  test('worries of the last two levels come along, in another order and without their ballots', () => {
    const ballots = [
      level('fully', 'not asked for'),
      level('cannot', ' the rent '),
      level('talk-more', 'who pays'),
      level('cannot', '  '),
      level('with'),
    ]
    expect(countBallots(vote, handedIn(ballots)).result).toMatchObject({
      totals: { cannot: 2, fully: 1, 'talk-more': 1, with: 1 },
      worries: ['who pays', 'the rent'],
    })
  })

  test('levels of another scale do not count', () => {
    expect(countBallots(vote, handedIn([level('partly'), dots('a')])).result?.ballots).toBe(0)
  })

  test('the hint follows the strongest reservation', () => {
    const hint = (totals: Record<string, number>, isOrderOnly = false) =>
      agreementHint({
        totals,
        isOrderOnly,
        ballots: Object.values(totals).reduce((a, b) => a + b, 0),
        byHand: 0,
        missing: 0,
      })
    expect(hint({ fully: 9, cannot: 1, 'talk-more': 3 })).toBe('matters')
    expect(hint({ fully: 9, 'talk-more': 1 })).toBe('still-talking')
    expect(hint({ fully: 8, 'live-with': 2 })).toBe('agree')
    expect(hint({ fully: 7, 'live-with': 3 })).toBe(null)
    expect(hint({})).toBe(null)
    expect(hint({ fully: 1, 'live-with': 2 }, true)).toBe(null)
    expect(hint({ fully: 1, with: 2 }, true)).toBe('agree')
  })
})
