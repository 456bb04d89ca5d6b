import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insideOutsideGrid } from '../inside-outside-grid/kind.ts'
import { aBoard, aNote } from '../testing/makers.ts'
import { victoryBackcast } from '../victory-backcast/kind.ts'
import { linksBetween, parseNewLink, roleOfLink } from './links.ts'
import { linkOfSend } from './sends.ts'

const grid = aBoard('inside-outside-grid', [
  aNote('t1', 'tactic'),
  aNote('t2', 'tactic'),
  aNote('m1', 'moment'),
])

test('a link is taken when both notes are there and their kinds may be joined', () => {
  const link = { kind: 'opens-door-for', from: 't1', to: 't2' }
  expect(parseNewLink(insideOutsideGrid, grid, link)).toEqual({ ok: true, link })
})

test.each([
  [{ kind: 'needs', from: 't1', to: 't2' }, 'unknown-kind', 'kind'],
  [{ kind: 'aligns-with', from: 't1', to: 't9' }, 'unknown-note', 'to'],
  [{ kind: 'aligns-with', from: 't9', to: 't1' }, 'unknown-note', 'from'],
  [{ kind: 'aligns-with', from: 't1', to: 't1' }, 'same-note', 'to'],
  [{ kind: 'aligns-with', from: 't1', to: 'm1' }, 'bad-value', 'to'],
  [{ kind: 'at-moment', from: 'm1', to: 't1' }, 'bad-value', 'from'],
  [{ kind: 'at-moment', from: 't1', to: 'm1', timing: 'whenever' }, 'bad-value', 'timing'],
  ['t1 to t2', 'not-an-object', ''],
])('the link %o is refused', (input, reason, path) => {
  expect(parseNewLink(insideOutsideGrid, grid, input)).toEqual({ ok: false, reason, path })
})

test('nothing that anybody sends makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(parseNewLink(insideOutsideGrid, grid, input).ok).toBe(false)
    }),
  )
})

test('between two notes only the links that make sense are offered, the specific ones first', () => {
  const ids = (from: string, to: string) => linksBetween(insideOutsideGrid, from, to).map((link) => link.id)
  expect(ids('tactic', 'moment')).toEqual(['at-moment', 'in-tension', 'came-from'])
  expect(ids('moment', 'room')).toEqual(['in-tension', 'came-from'])
})

test('a link says which way it can run', () => {
  expect(roleOfLink(victoryBackcast, 'needs', 'victory', 'step')).toBe('forward')
  expect(roleOfLink(victoryBackcast, 'needs', 'step', 'victory')).toBe('backward')
  expect(roleOfLink(victoryBackcast, 'needs', 'question', 'step')).toBe(null)
  expect(roleOfLink(victoryBackcast, 'aligns-with', 'step', 'step')).toBe(null)
})

test('what is sent on is tied to where it came from, the right way round', () => {
  const [source, made] = [
    { board: 'a', note: 'x' },
    { board: 'b', note: 'y' },
  ]
  const sendOf = (id: string) => insideOutsideGrid.sends.find((send) => send.id === id)
  const commitment = sendOf('commitment')
  expect(commitment && linkOfSend(commitment, source, made)).toEqual({
    kind: 'came-from',
    from: made,
    to: source,
  })
  const tactic = victoryBackcast.sends.find((send) => send.id === 'tactic')
  expect(tactic && linkOfSend(tactic, source, made)).toEqual({ kind: 'calls-for', from: source, to: made })
})
