import { expect, it } from 'vitest'
import { wayInFor } from './way-in.ts'

const aPerson = {
  role: 'participant',
  safety: 'guarded',
  lobby: 'open',
  isPhone: false,
  hasSeat: false,
} as const

it('a participant at a wide screen is on the board at once, and asked beside it', () => {
  expect(wayInFor(aPerson)).toBe('panel')
  expect(wayInFor({ ...aPerson, role: 'scribe', safety: 'open' })).toBe('panel')
})

it('whoever has to be let in says first by which name they are to be known', () => {
  expect(wayInFor({ ...aPerson, lobby: 'ask' })).toBe('page')
  expect(wayInFor({ ...aPerson, lobby: 'ask', hasSeat: true })).toBe('straight')
})

it('a phone has no room for both, and a protected workshop says everything first', () => {
  expect(wayInFor({ ...aPerson, isPhone: true })).toBe('page')
  expect(wayInFor({ ...aPerson, safety: 'protected' })).toBe('page')
})

it('those who lead, those who only look, and those who come back go straight in', () => {
  expect(wayInFor({ ...aPerson, role: 'facilitator', isPhone: true })).toBe('straight')
  expect(wayInFor({ ...aPerson, role: 'host', safety: 'protected' })).toBe('straight')
  expect(wayInFor({ ...aPerson, role: 'observer', safety: 'protected' })).toBe('straight')
  expect(wayInFor({ ...aPerson, hasSeat: true, isPhone: true })).toBe('straight')
})
