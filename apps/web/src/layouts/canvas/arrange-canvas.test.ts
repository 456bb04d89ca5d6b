import type { Board, Note } from '@vispera/board'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps } from '../shared/geometry.ts'
import { anInput, exampleInput, someWords } from '../testing/an-input.ts'
import { arrangeCanvas } from './arrange-canvas.ts'
import { leastField } from './field.ts'
import { columnsFor } from './themes.ts'

const aBoard = (notes: readonly Partial<Note>[]): Board => ({
  id: 'b',
  kind: 'vision-board',
  title: '',
  notes: notes.map((note, index) => ({
    id: `n${index}`,
    kind: 'vision-element',
    text: 'words',
    place: null,
    fields: {},
    ...note,
  })),
  links: [],
  settings: {},
  leftOut: 0,
})
const arrange = (notes: readonly Partial<Note>[], arrangement: string | null = null) =>
  arrangeCanvas(anInput(aBoard(notes), { arrangement }))

describe('the canvas', () => {
  it('gives every note of the worked example a place, and no two cards the same ground', () => {
    const input = exampleInput('vision')
    const { boxes, readingOrder } = arrangeCanvas(input)
    expect(boxes.size).toBe(input.board.notes.length)
    expect([...readingOrder].sort()).toEqual([...boxes.keys()].sort())
    const cards = [...boxes].filter(([, box]) => box.look === 'card')
    for (const [a, first] of cards) {
      for (const [b, second] of cards)
        if (a < b) expect([a, b, overlaps(first, second)]).toEqual([a, b, false])
    }
  })

  it('is the same for everybody, in whatever order the notes arrived', () => {
    const input = exampleInput('vision')
    const turned = {
      ...input.board,
      notes: input.board.notes.toReversed(),
      links: input.board.links.toReversed(),
    }
    const again = arrangeCanvas(anInput(turned))
    expect(Object.fromEntries(again.boxes)).toEqual(
      Object.fromEntries(arrangeCanvas(anInput(input.board)).boxes),
    )
    expect(again.readingOrder).toEqual(arrangeCanvas(anInput(input.board)).readingOrder)
  })

  it('leaves the world where it is for readers from the right', () => {
    const words = someWords({ settings: {} }, 'ar')
    const arabic = arrangeCanvas(exampleInput('vision', { words }))
    const english = arrangeCanvas(exampleInput('vision'))
    for (const [id, box] of arabic.boxes) expect([id, box.x]).toEqual([id, english.boxes.get(id)?.x])
  })

  it('puts a note exactly where people left it, and notes without a place in rows under the rest', () => {
    const { boxes, furniture } = arrange([{ place: { x: 333, y: 77 } }, {}, {}])
    expect(boxes.get('n0')).toMatchObject({ x: 333, y: 77 })
    expect(boxes.get('n1')?.y).toBeGreaterThan(77 + 88)
    expect(furniture.loose).not.toBeNull()
  })

  it('keeps the furniture still while notes move inside the field', () => {
    const still = arrange([{ place: { x: 100, y: 100 } }]).furniture
    const moved = arrange([{ place: { x: 900, y: 500 } }]).furniture
    expect(moved).toEqual(still)
    expect(still.field).toEqual({ x: 0, y: 0, ...leastField })
  })

  it('grows the field round notes far out, to every side', () => {
    const { furniture, boxes } = arrange([{ place: { x: -500, y: -300 } }, { place: { x: 4000, y: 2500 } }])
    for (const box of boxes.values()) {
      expect(box.x).toBeGreaterThanOrEqual(furniture.field.x)
      expect(box.y).toBeGreaterThanOrEqual(furniture.field.y)
      expect(box.x + box.w).toBeLessThanOrEqual(furniture.field.x + furniture.field.w)
      expect(box.y + box.h).toBeLessThanOrEqual(furniture.field.y + furniture.field.h)
    }
  })

  it('deals the notes of a theme in rows under its name', () => {
    const members = ['a', 'b', 'c'].map((id, index) => ({ id, cluster: { id: 'theme', order: `a${index}` } }))
    const { boxes, lists } = arrange([
      { id: 'theme', kind: 'theme', text: 'Roof', place: { x: 0, y: 0 } },
      ...members,
    ])
    expect(boxes.get('theme')?.look).toBe('heading')
    expect(boxes.get('b')?.x).toBe((boxes.get('a')?.x ?? 0) + 182)
    expect(boxes.get('c')?.x).toBe(boxes.get('a')?.x)
    expect(boxes.get('c')?.y).toBeGreaterThan(boxes.get('a')?.y ?? 0)
    expect(lists.find(({ key }) => key === 'theme:theme')?.ids).toEqual(['a', 'b', 'c'])
  })

  it('slides a theme down that would lie on another, and shows a theme that has no notes', () => {
    const theme = (id: string, y: number) => ({ id, kind: 'theme', text: id, place: { x: 0, y } })
    const { boxes } = arrange([theme('one', 0), theme('two', 30)])
    expect(boxes.get('one')?.y).toBe(0)
    expect(boxes.get('two')?.y).toBeGreaterThan(88)
  })

  it('returns the notes of a deleted theme to the field', () => {
    const { boxes } = arrange([{ place: { x: 40, y: 50 }, cluster: { id: 'gone', order: 'a0' } }])
    expect(boxes.get('n0')).toMatchObject({ x: 40, y: 50 })
  })

  it('lists what is kept apart where things stand apart, whatever its place says', () => {
    const { lists } = arrange([{ place: { x: 5, y: 5 }, keepSeparate: true }])
    expect(lists.find(({ key }) => key === 'zone:apart')?.ids).toEqual(['n0'])
  })

  it('arranges the same notes by the value of a field, those without one below', () => {
    for (const arrangement of ['rings', 'senses']) {
      const field = arrangement === 'rings' ? { scale: 'community' } : { sense: 'hear' }
      const { lists, boxes, furniture } = arrange([{ fields: field }, {}], arrangement)
      expect(boxes.size).toBe(2)
      expect(lists.find(({ ids }) => ids.includes('n0'))?.key).toMatch(/^field:/)
      expect(furniture.loose).not.toBeNull()
      expect(furniture.bands.length).toBe(5)
    }
  })

  it('stands any mixture of notes somewhere', () => {
    const place = fc.oneof(
      fc.constant(null),
      fc.record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -3000, max: 3000 }) }),
      fc.record({ zone: fc.constantFrom('ended', 'values', 'apart', 'field', 'nowhere') }),
    )
    const note = fc.record({
      kind: fc.constantFrom('vision-element', 'theme', 'question'),
      text: fc.string(),
      place,
      cluster: fc.option(fc.record({ id: fc.constantFrom('n0', 'n1', 'gone'), order: fc.constant('a0') })),
    })
    fc.assert(
      fc.property(fc.array(note, { maxLength: 12 }), (notes) => {
        const { boxes, readingOrder, bounds } = arrange(notes as Partial<Note>[])
        expect(boxes.size).toBe(notes.length)
        expect(new Set(readingOrder).size).toBe(notes.length)
        for (const box of boxes.values()) {
          expect(Number.isFinite(box.x + box.y + box.w + box.h)).toBe(true)
          expect(box.x).toBeGreaterThanOrEqual(bounds.x)
          expect(box.y).toBeGreaterThanOrEqual(bounds.y)
        }
      }),
      { numRuns: 60 },
    )
  })
})

it('makes wider themes for more notes', () => {
  expect([0, 4, 6, 7, 12].map(columnsFor)).toEqual([2, 2, 3, 4, 4])
  expect(columnsFor(500)).toBe(12)
})

it('folds a theme under its heading, with the count and the ends of its links', () => {
  const board = aBoard([
    { id: 't', kind: 'theme', text: 'A roof', place: { x: 0, y: 0 } },
    { id: 'a', cluster: { id: 't', order: 'a0' } },
    { id: 'b', cluster: { id: 't', order: 'a1' } },
    { id: 'far', place: { x: 900, y: 300 } },
  ])
  const linked = {
    ...board,
    links: [
      { id: 'l', kind: 'in-tension', from: 'a', to: 'far' },
      { id: 'm', kind: 'in-tension', from: 'a', to: 'b' },
    ],
  }
  const { boxes, lists, links, readingOrder } = arrangeCanvas(
    anInput(linked, { folded: new Set(['theme:t']) }),
  )
  expect([...boxes.keys()].sort()).toEqual(['far', 't'])
  expect(readingOrder).toEqual(['t', 'far'])
  expect(lists.find(({ key }) => key === 'theme:t')?.ids).toEqual(['a', 'b'])
  expect(links.map(({ id }) => id)).toEqual(['l'])
})
