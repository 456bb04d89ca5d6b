import { expect, test } from 'vitest'
import { aNote, boardOf, twoPeople } from '../testing/two-people.ts'
import { addLinks } from './links.ts'
import { addLinkedNote, insertIntoLink, removeFromChain } from './path.ts'

function aChain(...pairs: (readonly [string, string])[]) {
  const ids = [...new Set(pairs.flat())]
  const doc = twoPeople(ids.map((id) => aNote(id))).amina
  addLinks(
    doc,
    pairs.map(([from, to]) => ({ id: `${from}${to}`, kind: 'needs', from, to })),
  )
  return doc
}
const pairsOf = (doc: ReturnType<typeof aChain>) =>
  boardOf(doc)
    .links.map(({ from, to }) => `${from}-${to}`)
    .toSorted()

test('a new note comes already linked, either way round', () => {
  const doc = aChain(['a', 'b'])
  addLinkedNote(doc, aNote('before'), { kind: 'needs', from: 'b', to: null })
  addLinkedNote(doc, aNote('after'), { kind: 'needs', from: null, to: 'a' })
  expect(pairsOf(doc)).toEqual(['a-b', 'after-a', 'b-before'])
  expect(() => addLinkedNote(doc, aNote('x'), { kind: 'needs', from: 'gone', to: null })).toThrow(
    'unknown-note',
  )
  expect(() => addLinkedNote(doc, aNote('x'), { kind: '', from: 'a', to: null })).toThrow('bad-value')
  expect(boardOf(doc).notes).toHaveLength(4)
})

test('a note put into a link splits it in two', () => {
  const doc = aChain(['a', 'b'], ['a', 'c'])
  insertIntoLink(doc, 'ab', 'c')
  expect(pairsOf(doc)).toEqual(['a-c', 'c-b'])
  expect(() => insertIntoLink(doc, 'ab', 'c')).toThrow('unknown-link')
  expect(() => insertIntoLink(doc, 'ac', 'a')).toThrow('same-note')
})

test('a note taken out of a chain leaves a gap, or what stood round it is joined', () => {
  const gapped = aChain(['a', 'b'], ['b', 'c'], ['b', 'd'])
  expect(removeFromChain(gapped, 'b', 'needs', aNote('gap', { kind: 'gap' }))).toBe('gap')
  expect(pairsOf(gapped)).toEqual(['a-gap', 'gap-c', 'gap-d'])

  const joined = aChain(['a', 'b'], ['b', 'c'], ['b', 'd'], ['a', 'c'])
  expect(removeFromChain(joined, 'b', 'needs', 'join')).toBe(null)
  expect(pairsOf(joined)).toEqual(['a-c', 'a-d'])
})

test('joining a ring leaves no note that waits for itself', () => {
  const doc = aChain(['a', 'b'], ['b', 'a'])
  removeFromChain(doc, 'b', 'needs', 'join')
  expect(pairsOf(doc)).toEqual([])
})
