import type { Board, Link, Note } from '@vispera/board'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trueSteps } from '../../board-ui/board-ui.ts'
import { overlaps } from '../shared/geometry.ts'
import { anInput, exampleInput, someWords } from '../testing/an-input.ts'
import { arrangeBackwards } from './arrange-backwards.ts'
import { arrangeForwards } from './arrange-forwards.ts'
import { timelineGrip } from './drop-timeline.ts'

const step = (id: string, fields: Record<string, unknown> = {}): Note => ({
  id,
  kind: 'step',
  text: id,
  place: { zone: 'tray' },
  fields,
})
const ends: Note[] = ['victory', 'instant-before'].map((id) => ({
  id,
  kind: id,
  text: id,
  place: { zone: id },
  fields: {},
}))
const needs = (from: string, to: string): Link => ({ id: `${from}-${to}`, kind: 'needs', from, to })
const aPath = (notes: readonly Note[], links: readonly Link[]): Board => ({
  id: 'b',
  kind: 'victory-backcast',
  title: '',
  notes: [...ends, ...notes],
  links,
  settings: {},
  leftOut: 0,
})

describe('the path, worked backwards', () => {
  const { boxes, furniture, links, lists, readingOrder } = arrangeBackwards(exampleInput('backcast'))
  const x = (id: string) => boxes.get(id)?.x ?? Number.NaN

  it('stands every step one column before what needs it, victory at the end', () => {
    expect(x('s9')).toBeLessThan(x('s8'))
    expect(x('s8')).toBe(x('s7'))
    expect(x('s7')).toBeLessThan(x('s4'))
    expect(x('s4')).toBeLessThan(x('s2'))
    expect(x('s2')).toBe(x('s3'))
    expect(x('s3')).toBeLessThan(x('s1'))
    expect(x('s1')).toBeLessThan(x('instant-before'))
    expect(x('instant-before')).toBeLessThan(x('victory'))
  })

  it('keeps each step in its thread', () => {
    const lane = (id: string) =>
      furniture.lanes.find(
        ({ rect }) => rect.y <= (boxes.get(id)?.y ?? -1) && (boxes.get(id)?.y ?? 0) < rect.y + rect.h,
      )?.id
    expect(['s8', 's2', 's4', 's3', 's9'].map(lane)).toEqual([
      'people',
      'deciders',
      'opinion',
      'allies',
      'care',
    ])
  })

  it('says which threads reach today and which hang', () => {
    expect(furniture.lanes.map(({ meter }) => meter)).toEqual([[1, 1], null, null, null, [0, 1]])
    expect(furniture.victoryReaches).toBe(false)
    expect(furniture.sentences.map(({ key }) => key)).toEqual(['s9'])
  })

  it('draws what hangs in red dashes, and today under what stands on it', () => {
    const tone = (from: string, to: string) =>
      links.find((link) => link.from === from && link.to === to)?.tone
    expect(tone('s7', 's9')).toBe('hanging')
    expect(tone('s6', 's8')).toBe('ink')
    expect(links.some(({ id }) => id === 'today-s8')).toBe(true)
    expect(links.some(({ id }) => id === 'today-s9')).toBe(false)
  })

  it('lays no card on another', () => {
    const all = [...boxes]
    for (const [a, first] of all) {
      for (const [b, second] of all) if (a < b) expect([a, b, overlaps(first, second)]).toEqual([a, b, false])
    }
  })

  it('is read from victory back to today', () => {
    expect(readingOrder.slice(0, 3)).toEqual(['victory', 'instant-before', 's1'])
    expect(readingOrder.indexOf('s9')).toBeGreaterThan(readingOrder.indexOf('s7'))
  })

  it('takes drops in every column of every thread', () => {
    expect(lists.filter(({ key }) => key.startsWith('lane:care/')).length).toBeGreaterThanOrEqual(5)
  })

  it('is mirrored for readers from the right, links and all', () => {
    const words = someWords({ settings: {} }, 'ar')
    const left = arrangeBackwards(exampleInput('backcast', { words, dir: 'ltr' }))
    const right = arrangeBackwards(exampleInput('backcast', { words, dir: 'rtl' }))
    for (const [id, box] of left.boxes) {
      expect([id, right.boxes.get(id)?.x, right.boxes.get(id)?.y]).toEqual([id, -box.x - box.w, box.y])
    }
    expect(right.links.map(({ middle }) => -middle[0])).toEqual(left.links.map(({ middle }) => middle[0]))
  })

  it('draws steps that wait for each other side by side, with a line that says so', () => {
    const board = aPath([step('a'), step('b')], [needs('victory', 'a'), needs('a', 'b'), needs('b', 'a')])
    const arranged = arrangeBackwards(anInput(board))
    expect(arranged.boxes.get('a')?.x).toBe(arranged.boxes.get('b')?.x)
    expect(arranged.links.filter(({ tone }) => tone === 'return').length).toBe(2)
    expect(arranged.links.filter(({ label }) => label !== undefined).length).toBe(1)
  })

  it('lists what leads nowhere beside the path, and works before anything is written', () => {
    const loose = arrangeBackwards(anInput(aPath([step('a')], [])))
    expect(loose.lists.find(({ key }) => key === 'zone:tray')?.ids).toEqual(['a'])
    const empty = arrangeBackwards(anInput({ ...aPath([], []), notes: [] }))
    expect(empty.boxes.size).toBe(0)
    expect(Number.isFinite(empty.bounds.w)).toBe(true)
  })

  it('never hangs and never loses a step, whatever the links', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const link = fc.tuple(fc.constantFrom(...ids, 'victory'), fc.constantFrom(...ids))
    fc.assert(
      fc.property(fc.array(link, { maxLength: 20 }), (pairs) => {
        const links = [...new Map(pairs.map(([from, to]) => [`${from}-${to}`, needs(from, to)])).values()]
        const lanes = ['people', 'care', undefined]
        const notes = ids.map((id, index) =>
          step(id, { threadId: lanes[index % 3], minDepth: index === 2 ? 5 : undefined }),
        )
        const arranged = arrangeBackwards(anInput(aPath(notes, links)))
        expect([...arranged.boxes.keys()].sort()).toEqual([...ids, 'instant-before', 'victory'].sort())
        for (const one of arranged.links) expect(one.path).not.toMatch(/NaN|undefined/)
      }),
      { numRuns: 80 },
    )
  })
})

it('folds steps that have come true away from the plan, until they are asked for', () => {
  const board = aPath([step('a', { status: 'true' }), step('b')], [needs('victory', 'b'), needs('b', 'a')])
  const plan = (...folded: string[]) => {
    const { boxes, furniture } = arrangeForwards(anInput(board, { folded: new Set(folded) }))
    return { drawn: ['a', 'b'].filter((id) => boxes.has(id)), part: furniture.parts[0] }
  }
  expect(plan().drawn).toEqual(['b'])
  expect(plan().part).toMatchObject({ count: 2, trueCount: 1 })
  expect(plan(trueSteps).drawn).toEqual(['a', 'b'])
  expect(plan('goal:victory').drawn).toEqual([])
})

describe('the path, read forwards', () => {
  const { furniture, boxes, readingOrder } = arrangeForwards(
    exampleInput('backcast', { arrangement: 'forwards' }),
  )

  it('numbers the same notes from today to victory under the wins on the way', () => {
    expect(readingOrder.slice(0, 9)).toEqual(['s8', 's6', 's9', 's7', 's4', 's5', 's2', 's3', 's1'])
    expect(furniture.parts.map(({ goal }) => goal)).toEqual(['s6', 's4', 's1'])
    expect([...furniture.rows].map(([id, { number }]) => [id, number])).toContainEqual(['s2', '7'])
  })

  it('says why each step comes where it does', () => {
    expect(furniture.rows.get('s8')?.because).toBe('surface.plan.toBegin')
    expect(furniture.rows.get('s2')?.because).toContain('5 and 6')
    expect(furniture.rows.get('s7')?.grounding?.tone).toBe('hanging')
    expect(furniture.rows.get('s8')?.grounding?.tone).toBe('true')
  })

  it('shows where the thread breaks', () => {
    expect(furniture.breaks?.items.map(({ icon, numbers }) => [icon, numbers])).toEqual([
      ['hangs', '3'],
      ['noTactic', '1, 2, and 3'],
    ])
  })

  it('ends with the instant before and victory', () => {
    expect(boxes.get('instant-before')?.look).toBe('finale-scene')
    expect(boxes.get('victory')?.y).toBe(
      (boxes.get('instant-before')?.y ?? 0) + (boxes.get('instant-before')?.h ?? 0),
    )
  })
})

describe('walking the path by arrow keys', () => {
  const input = exampleInput('backcast')
  const { neighbour } = timelineGrip
  const drop = { input, arranged: arrangeBackwards(input) }
  it('follows links towards victory and towards today', () => {
    expect(neighbour?.(drop, 's1', 'right')).toBe('instant-before')
    expect(neighbour?.(drop, 'instant-before', 'right')).toBe('victory')
    expect(neighbour?.(drop, 's9', 'right')).toBe('s7')
    expect(neighbour?.(drop, 'instant-before', 'left')).toBe('s1')
    expect(neighbour?.(drop, 's7', 'left')).toBe('s9')
    expect(neighbour?.(drop, 's9', 'left')).toBeNull()
  })
})

describe('a thread that is folded away', () => {
  const open = arrangeBackwards(exampleInput('backcast'))
  const shut = arrangeBackwards(exampleInput('backcast', { folded: new Set(['lane:people']) }))
  const inLane = ['s8', 's6', 's5']

  it('shows its steps as one pile for each column, and no card of them anywhere', () => {
    for (const id of inLane) expect([id, shut.boxes.has(id)]).toEqual([id, false])
    const lane = shut.furniture.lanes.find(({ id }) => id === 'people')
    expect(lane?.stubs.map(({ ids }) => ids.toSorted())).toEqual([['s8'], ['s5', 's6']])
    expect(shut.readingOrder).toEqual(open.readingOrder.filter((id) => !inLane.includes(id)))
  })

  it('can still be followed: what its steps need and what needs them is drawn at the piles, once', () => {
    const ends = shut.links.map(({ from, to }) => `${from} ${to}`)
    expect(ends).toContain('s2 s5')
    expect(new Set(ends).size).toBe(ends.length)
    expect(shut.links.every(({ path }) => path !== '')).toBe(true)
  })

  it('keeps the heading of a stretch of the plan, and the count', () => {
    const plan = arrangeForwards(exampleInput('backcast', { folded: new Set(['goal:s6']) }))
    expect(plan.furniture.parts.find(({ goal }) => goal === 's6')?.count).toBe(2)
    expect(plan.boxes.has('s8')).toBe(false)
    expect(plan.boxes.has('s9')).toBe(true)
  })
})

describe('stretches of time between today and the instant', () => {
  const named = { 'label.band.6': 'This month', 'label.band.3': 'Before the budget' }
  const { board, ...rest } = exampleInput('backcast')
  const { furniture } = arrangeBackwards({ ...rest, board: { ...board, settings: named } })
  const bands = furniture.bands.filter(({ name }) => name !== '')
  const over = (band: string) => {
    const { rect } = bands.find(({ name }) => name === band) ?? { rect: { x: 0, y: 0, w: 0, h: 0 } }
    return furniture.columns
      .filter((column) => overlaps(column.rect, { ...rect, y: column.rect.y }))
      .map(({ depth }) => depth)
  }

  it('run from the column that they are named at until the next one begins', () => {
    expect(over('This month')).toEqual([4, 5, 6])
    expect(over('Before the budget')).toEqual([2, 3])
  })

  it('can begin at any other column as well, and are nowhere while nobody names one', () => {
    expect(furniture.bands.map(({ depth }) => depth)).toEqual([6, 5, 4, 3, 2])
    const plain = arrangeBackwards(exampleInput('backcast')).furniture.bands
    expect(plain.every(({ name }) => name === '')).toBe(true)
  })
})
