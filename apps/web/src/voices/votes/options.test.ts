import type { Board, Note } from '@vispera/board'
import { kinds } from '@vispera/kinds'
import { expect, it } from 'vitest'
import { optionsOf } from './options.ts'

const canvas = kinds.find(({ layout }) => layout.engine === 'canvas')
if (canvas?.layout.engine !== 'canvas') throw new Error('no canvas')
const kind = canvas
const theme = canvas.layout.theme
const piece = canvas.noteKinds[0]?.id ?? ''

const aNote = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  kind: piece,
  text: id,
  place: { x: 0, y: 0 },
  fields: {},
  ...more,
})
const optionsAmong = (notes: Note[], options?: string[]) => {
  const board: Board = { id: 'b', kind: kind.id, title: '', notes, links: [], settings: {}, leftOut: 0 }
  const derived = kind.derive(board, { threads: [], boards: new Map() })
  return optionsOf({ form: 'dots', options: options ?? null }, board, kind, derived)
}

it('themes stand for the notes in them, and what stands apart speaks for itself', () => {
  const found = optionsAmong([
    aNote('roof', { kind: theme }),
    aNote('early', { cluster: { id: 'roof', order: 'a' } }),
    aNote('street', { keepSeparate: true }),
    aNote('bread'),
  ])
  expect(found.map(({ of, id }) => [of, id])).toEqual([
    ['theme', 'roof'],
    ['note', 'bread'],
    ['apart', 'street'],
  ])
  expect(found[0]).toMatchObject({ first: { id: 'early' } })
})

it('hidden notes and those behind another are not voted on', () => {
  const found = optionsAmong([
    aNote('a'),
    aNote('b', { sameAs: 'a' }),
    aNote('c', { state: 'hidden-for-care' }),
  ])
  expect(found.map(({ id }) => id)).toEqual(['a'])
})

it('a vote on some notes asks for these only, and not for one that was deleted meanwhile', () => {
  const found = optionsAmong([aNote('a'), aNote('b')], ['b', 'gone'])
  expect(found.map(({ id }) => id)).toEqual(['b'])
})
