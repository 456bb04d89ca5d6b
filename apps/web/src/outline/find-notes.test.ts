import type { Board, Note } from '@vispera/board'
import { expect, test } from 'vitest'
import { findNotes } from './find-notes.ts'
import { firstPage, nextPage } from './paging.ts'
import type { OutlineSection } from './sections/section.ts'

const note = (id: string, text: string, fields = {}): Note => ({
  id,
  kind: 'idea',
  text,
  place: null,
  fields,
})
const section = (key: string, notes: string[], heading = key): OutlineSection => ({
  key,
  level: 2,
  heading,
  notes,
})
const board = (...notes: Note[]): Board => ({
  id: 'b',
  kind: 'k',
  title: '',
  notes,
  links: [],
  settings: {},
  leftOut: 0,
})

test('a search finds words without minding case, accents or vowel marks', () => {
  const notes = board(
    note('a', 'Un año sin pagar'),
    note('b', 'السُّوق قلب المدينة'),
    note('c', 'Keys', { heldBy: 'the clerk' }),
  )
  const sections = [section('one', ['a', 'b']), section('two', ['c'])]
  const found = (search: string) => findNotes(sections, notes, search).flatMap((one) => one.notes)
  expect(found('AÑO')).toEqual(['a'])
  expect(found('ano pagar')).toEqual(['a'])
  expect(found('السوق')).toEqual(['b'])
  expect(found('clerk')).toEqual(['c'])
  expect(found('nothing like it')).toEqual([])
})

test('searching for a heading shows all that stands under it', () => {
  const found = findNotes([section('t', ['a'], 'A roof we own')], board(note('a', 'keys')), 'roof')
  expect(found).toMatchObject([{ notes: ['a'] }])
})

test('a small board opens whole, a long one a page at a time', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at))
  expect(firstPage([section('a', ids(120))])).toBe(50)
  expect(firstPage([section('a', ids(50)), section('b', ids(40))])).toBe(50)
  expect(firstPage(Array.from({ length: 20 }, (_, at) => section(String(at), ids(250))))).toBe(7)
  expect(nextPage(7)).toBe(57)
  expect(nextPage(7, 400)).toBe(401)
})
