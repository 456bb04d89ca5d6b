import { kindById } from '@vispera/kinds'
import { expect, test } from 'vitest'
import { placeChoices } from './place-choices.ts'

const words = { t: (id: string) => id, label: (id: string) => id, number: String, locale: 'en' as const }
const choices = (kindId: string, noteKind: string) => {
  const kind = kindById(kindId)
  return kind ? placeChoices(kind, noteKind, words) : []
}

test('a tactic goes to the tray unless a cell is chosen', () => {
  const all = choices('inside-outside-grid', 'tactic')
  expect(all.map((choice) => choice.id)).toEqual([
    'tray',
    ...['inside', 'bridge', 'outside'].flatMap((row) =>
      ['invited', 'claimed', 'created'].map((col) => `${row}/${col}`),
    ),
  ])
  expect(all[1]).toMatchObject({
    group: 'inside-outside-grid.row.inside.label',
    place: { row: 'inside', col: 'invited' },
  })
})

test('a step can be given its thread, and begins without one', () => {
  const all = choices('victory-backcast', 'step')
  expect(all[0]).toMatchObject({ id: '' })
  expect(all.find((choice) => choice.id === 'care')).toMatchObject({ fields: { threadId: 'care' } })
})

test('a note that belongs in one place only is not asked about it', () => {
  expect(choices('vision-board', 'value')).toEqual([])
})

test('a decision can go to each list that takes decisions', () => {
  expect(choices('next-steps', 'decision').map((choice) => choice.id)).toEqual(['commit', 'leave', 'stay'])
})
