import type { Board, Note } from '@vispera/board'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anInput } from '../testing/an-input.ts'
import { arrangeCanvasAgain } from './again-canvas.ts'
import { arrangeCanvas } from './arrange-canvas.ts'

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  kind: 'vision-element',
  text: `Words of ${id}`,
  place: { x: 300, y: 200 },
  fields: {},
  ...more,
})
const base = anInput({
  id: 'b',
  kind: 'vision-board',
  title: '',
  notes: [],
  links: [],
  settings: {},
  leftOut: 0,
})
const input = (notes: readonly Note[], links: Board['links'] = []) => ({
  ...base,
  board: { ...base.board, notes, links },
})
const again = (from: ReturnType<typeof input>, to: ReturnType<typeof input>) =>
  arrangeCanvasAgain(arrangeCanvas(from), from, to)

describe('a canvas on which little has changed', () => {
  test('is arranged as if it were arranged whole, wherever it is arranged again at all', () => {
    const seldom = <T, U>(mostly: fc.Arbitrary<T>, other: fc.Arbitrary<U>) =>
      fc.oneof({ weight: 12, arbitrary: mostly }, { weight: 1, arbitrary: other })
    const none = fc.constant(null)
    const some = fc.record({
      kind: seldom(fc.constantFrom('vision-element', 'question'), fc.constant('theme')),
      text: fc.string({ maxLength: 200 }),
      place: seldom(
        fc.record({ x: fc.integer({ min: -900, max: 4000 }), y: fc.nat(2500) }),
        fc.option(fc.record({ zone: fc.constantFrom('ended', 'values', 'apart', 'field', 'nowhere') })),
      ),
      cluster: seldom(none, fc.record({ id: fc.constantFrom('n0', 'n1'), order: fc.constant('a0') })),
      sameAs: seldom(none, fc.constantFrom('n0', 'n2', 'gone')),
      keepSeparate: seldom(fc.constant(false), fc.constant(true)),
      state: seldom(fc.constant('shared'), fc.constant('archived')),
      fields: fc.record({ sense: fc.constantFrom('see', 'hear') }),
    })
    let count = 0
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), some, fc.nat(), (all, other, which) => {
        const notes = all.map((one, at) => ({ id: `n${at}`, ...one }) as Note)
        const at = which % notes.length
        const from = input(notes)
        for (const change of [
          { text: other.text },
          { place: other.place },
          { fields: other.fields },
          other,
        ]) {
          const to = input(notes.with(at, { ...(notes[at] as Note), ...change } as Note))
          const found = again(from, to)
          if (!found) continue
          count += 1
          const { boxes, ...rest } = arrangeCanvas(to)
          expect(Object.fromEntries(found.boxes)).toEqual(Object.fromEntries(boxes))
          expect({ ...found, boxes: null }).toEqual({ ...rest, boxes: null })
        }
      }),
      { numRuns: 400 },
    )
    expect(count).toBeGreaterThan(200)
  })

  test('stays the very same arrangement where a note only says something else in as many lines', () => {
    const [a, b] = [note('a'), note('b', { place: { x: 600, y: 200 } })]
    const before = arrangeCanvas(input([a, b]))
    expect(arrangeCanvasAgain(before, input([a, b]), input([a, { ...b, text: 'Said again' }]))).toBe(before)
  })

  test('is arranged whole where a note comes, belongs to a theme, is linked, or makes the field grow', () => {
    const [a, b] = [note('a'), note('b')]
    const moved = { ...b, place: { x: 700, y: 300 } }
    const link = { id: 'l', kind: 'in-tension', from: 'a', to: 'b' }
    expect(again(input([a, b]), input([a, moved]))).not.toBeNull()
    expect(again(input([a]), input([a, b]))).toBeNull()
    expect(again(input([a, b]), input([a, { ...b, cluster: { id: 'a', order: 'a0' } }]))).toBeNull()
    expect(again(input([a, b], [link]), input([a, moved], [link]))).toBeNull()
    expect(again(input([a, b]), input([a, { ...b, place: { x: 9000, y: 300 } }]))).toBeNull()
  })

  test('is arranged whole where what its headings say has come only now', () => {
    const [from, to] = [input([note('a')]), input([note('a')])]
    expect(again(from, to)).not.toBeNull()
    expect(again(from, { ...to, words: { ...to.words } })).toBeNull()
  })
})
