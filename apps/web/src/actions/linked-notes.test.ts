import type { Board, CrossLink, Note } from '@vispera/board'
import { expect, test } from 'vitest'
import type { AtHand } from './boards-at-hand.ts'
import { linkedNotes } from './linked-notes.ts'

const link: CrossLink = {
  id: 'l',
  kind: 'calls-for',
  from: { board: 'back', note: 's' },
  to: { board: 'grid', note: 't' },
  lastKnown: { from: 'Traders meet' },
}
const entry = { id: 'back', kind: 'victory-backcast', title: 'Backcast' }
const step = (text: string): Note => ({ id: 's', kind: 'step', text, place: null, fields: {} })
const board = (...notes: Note[]): Board => ({ ...entry, notes, links: [], settings: {}, leftOut: 0 })
const chip = (at?: Partial<AtHand>) =>
  linkedNotes('grid', [link], new Map([['back', { entry, board: null, refused: false, ...at }]])).get(
    't',
  )?.[0]

test('a chip shows the live words of the other board', () => {
  expect(chip({ board: board(step('Traders meet')) })).toMatchObject({
    state: 'live',
    text: 'Traders meet',
    board: 'Backcast',
  })
})

test('a chip says when the words have changed since they were linked', () => {
  expect(chip({ board: board(step('Traders meet and trust each other')) })).toMatchObject({
    state: 'changed',
    text: 'Traders meet and trust each other',
  })
})

test('a source that was removed leaves its last words behind', () => {
  expect(chip({ board: board() })).toMatchObject({ state: 'removed', text: 'Traders meet' })
})

test('while the other board is on its way the last known words stand in', () => {
  expect(chip()).toMatchObject({ state: 'coming', text: 'Traders meet' })
})

test('a board that this seat may not open shows no words at all', () => {
  expect(chip({ refused: true })).toMatchObject({ state: 'protected', text: null })
})
