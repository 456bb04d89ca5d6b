import type { Note } from '@vispera/board'
import { kindById } from '@vispera/kinds'
import { expect, test } from 'vitest'
import { droppedAt, orderedAmong, shifted } from './order.ts'
import type { OutlineSection } from './sections/section.ts'

const list = ['a', 'b', 'c']

test('a note goes one place up or down and no further than the ends', () => {
  expect([shifted(list, 'b', -1), shifted(list, 'b', 1)]).toEqual([0, 2])
  expect([shifted(list, 'a', -1), shifted(list, 'c', 1)]).toEqual([null, null])
})

test('a note dropped on another takes its place', () => {
  expect([droppedAt(list, 'a', 'c'), droppedAt(list, 'c', 'a')]).toEqual([2, 0])
})

test('in a column of the path a step only moves among those of its own thread', () => {
  const kind = kindById('victory-backcast')
  const lanes: Record<string, string> = { a: 'care', b: 'people', c: 'care' }
  const note = (id: string): Note => ({
    id,
    kind: 'step',
    text: id,
    place: null,
    fields: { threadId: lanes[id] },
  })
  const section: OutlineSection = { key: 'depth 2', level: 2, heading: '', notes: list, isOrdered: true }
  expect(kind && orderedAmong(kind, note, section, 'a')).toEqual(['a', 'c'])
})
