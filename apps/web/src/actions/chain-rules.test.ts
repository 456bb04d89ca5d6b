import { expect, test } from 'vitest'
import { isInMiddle, knotOf, neededBy, planDepth } from './chain-rules.ts'

const needs = (...pairs: readonly string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>')
    return { id: pair, kind: 'needs', from, to }
  })

test('a step is in the middle when something needs it and it needs something', () => {
  const links = needs('v>a', 'a>b')
  expect(['v', 'a', 'b'].map((id) => isInMiddle(links, 'needs', id))).toEqual([false, true, false])
})

test('what a step needs is found through others, and rings end', () => {
  expect([...neededBy(needs('a>b', 'b>c', 'c>a'), 'needs', 'a')].sort()).toEqual(['a', 'b', 'c'])
})

test('a link ties no knot when nothing leads back', () => {
  expect(knotOf(needs('v>a', 'a>b'), 'needs', 'b', 'c')).toBeNull()
})

test('a knot names the links in its way and what needs the step above them', () => {
  const links = needs('v>a', 'a>b', 'b>c', 'a>d')
  const knot = knotOf(links, 'needs', 'c', 'a')
  expect(knot?.blocking.map((link) => link.id)).toEqual(['a>b'])
  expect(knot?.above.map((link) => link.id)).toEqual(['v>a'])
})

const depths = { v: 1, a: 2, b: 3, c: 4 }
const chain = needs('v>a', 'a>b', 'b>c')

test('a step can always be drawn nearer to today', () => {
  expect(planDepth(chain, 'needs', depths, new Map(), 'b', 6)).toEqual({
    is: 'free',
    minDepths: new Map([['b', 6]]),
  })
})

test('drawn back where it stands by itself, a step asks for no column any more', () => {
  const drawn = { v: 1, a: 2, b: 6, c: 7 }
  expect(planDepth(chain, 'needs', drawn, new Map([['b', 6]]), 'b', 3)).toEqual({
    is: 'free',
    minDepths: new Map([['b', null]]),
  })
})

test('a step cannot pass what needs it unless the link goes', () => {
  const plan = planDepth(chain, 'needs', depths, new Map(), 'b', 2)
  expect(plan.is === 'blocked' && plan.blocking.map((link) => link.id)).toEqual(['a>b'])
  expect(plan.is === 'blocked' && plan.along).toBeNull()
})

test('what needs it moves along when it only stands that early because people drew it there', () => {
  const drawn = { v: 1, a: 5, b: 6, c: 7 }
  const plan = planDepth(chain, 'needs', drawn, new Map([['a', 5]]), 'b', 4)
  expect(plan).toEqual({
    is: 'blocked',
    blocking: needs('a>b'),
    along: new Map([
      ['b', 4],
      ['a', 3],
    ]),
  })
})
