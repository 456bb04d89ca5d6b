import type { CrossLink } from '@vispera/board'
import { expect, test } from 'vitest'
import type { LinkedNote } from '../actions/linked-notes.ts'
import type { Words } from '../i18n/use-words.ts'
import { chipFacts } from './chip-facts.ts'

const words: Words = {
  locale: 'en',
  dir: 'ltr',
  formatTag: 'en',
  t: (id, values) =>
    id === 'outline.comma' ? ', ' : values ? `${id}: ${Object.values(values).join(' | ')}` : id,
  has: () => true,
  label: (id) => id,
  number: String,
}
const linked = (more: Partial<LinkedNote>): LinkedNote => ({
  link: { id: 'l', kind: 'calls-for' } as CrossLink,
  isFromHere: false,
  ref: { board: 'back', note: 's' },
  board: 'Backcast',
  state: 'live',
  text: 'Traders meet',
  kind: 'step',
  number: null,
  ...more,
})
const texts = (...all: LinkedNote[]) => chipFacts(all, words).map((fact) => fact.text)

test('numbered notes of another board are one chip with their numbers in order', () => {
  expect(texts(linked({ number: '9' }), linked({ number: '8' }))).toEqual([
    'outline.chip.numbers: notekind.step.plural | 8, 9',
  ])
})

test('several notes without numbers are counted, a single one is quoted', () => {
  expect(texts(linked({}), linked({}))).toEqual(['outline.chip.count: 2 | notekind.step.plural'])
  expect(texts(linked({}))).toEqual(['outline.chip.live: Backcast | Traders meet'])
})

test('a chip says when its source has changed, was removed, or is protected', () => {
  expect(texts(linked({ state: 'changed' }))).toEqual(['outline.chip.changed: Backcast | Traders meet'])
  expect(texts(linked({ state: 'removed', kind: null }))).toEqual(['outline.chip.removed: Traders meet'])
  expect(texts(linked({ state: 'protected', kind: null, text: null }))).toEqual(['outline.chip.protected'])
})
