import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { wellFormed } from '../board-doc.ts'
import { spliceText } from './write-text.ts'

const textOf = (text: string) => {
  const target = new Y.Doc().getText('t')
  target.insert(0, text)
  return target
}
/** Letters of many scripts, pairs of code units, joiners and marks that a cut could tear apart. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'b', ' ', '😀', '😁', '👩‍🌾', 'é', 'ရယ်', 'سوق', '𝒜', '\ud83d', '\ude00'),
      fc.string({ unit: 'grapheme' }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''))

test('the text is always what was written', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const target = textOf(before)
      spliceText(target, after)
      expect(target.toString()).toBe(wellFormed(after))
    }),
    { numRuns: 3000 },
  )
})

test('a change in the middle leaves what others wrote round it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (head, middle, tail) => {
      const mine = textOf(head + tail)
      const yours = new Y.Doc()
      Y.applyUpdate(yours, Y.encodeStateAsUpdate(mine.doc as Y.Doc))
      spliceText(mine, head + middle + tail)
      yours.getText('t').insert(0, '>')
      Y.applyUpdate(mine.doc as Y.Doc, Y.encodeStateAsUpdate(yours))
      const merged = mine.toString()
      expect(merged.length).toBe(head.length + middle.length + tail.length + 1)
      expect(merged.replace('>', '').length).toBe(merged.length - 1)
    }),
  )
})

test('half of an emoji is never replaced alone', () => {
  const target = textOf('a😀b')
  const changes: unknown[] = []
  target.observe((event) => changes.push(event.delta))
  target.doc?.transact(() => spliceText(target, 'a😁b'))
  expect(changes).toEqual([[{ retain: 1 }, { delete: 2 }, { insert: '😁' }]])
})

test('something that is no letter, put in by another client, does not shift the words', () => {
  const target = textOf('ab')
  target.insertEmbed(1, { image: 'x' })
  spliceText(target, 'abc')
  expect(target.toString()).toBe('abc')
})
