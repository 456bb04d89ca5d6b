import { describe, expect, test } from 'vitest'
import { bringOn, firstStep, nextStep } from './bring-on.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const asTheyCome = (some: readonly string[]) => some
const visible = (some: readonly string[], more: { pinned?: string[]; isFar?: boolean } = {}) => ({
  ids: some,
  pinned: new Set(more.pinned),
  isFar: more.isFar ?? false,
})
const standing = (some: readonly string[], isPainted = false) => ({ on: new Set(some), isPainted })

describe('notes that come into sight', () => {
  test('come on a few at a time, near ones first, until all of them stand there in drawing order', () => {
    const lastFirst = (some: readonly string[]) => some.toReversed()
    let on: readonly string[] = []
    const steps: (readonly string[])[] = []
    for (let isWhole = false; !isWhole; ) {
      const next = bringOn(visible(ids), standing(on), 2, lastFirst)
      steps.push(next.ids)
      on = next.ids
      isWhole = next.isWhole
    }
    expect(steps).toEqual([['d', 'e'], ['b', 'c', 'd', 'e'], ids])
  })

  test('stand there at once where somebody works with them', () => {
    const next = bringOn(visible(ids, { pinned: ['e', 'd'] }), standing([]), 1, asTheyCome)
    expect(next).toEqual({ ids: ['a', 'd', 'e'], added: 3, isWhole: false })
  })

  test('all come at once where they are few, and what is out of sight goes', () => {
    const next = bringOn(visible(['b', 'c']), standing(['a', 'b']), 3, asTheyCome)
    expect(next).toEqual({ ids: ['b', 'c'], added: 1, isWhole: true })
  })

  test('stay in their order until they are painted, then only what somebody works with stands there', () => {
    const far = visible(['b', 'x'], { pinned: ['b', 'x'], isFar: true })
    expect(bringOn(far, standing(['a', 'b', 'c']), 3, asTheyCome).ids).toEqual(['a', 'b', 'c', 'x'])
    expect(bringOn(far, standing(['a', 'b', 'c', 'x'], true), 3, asTheyCome).ids).toEqual(['b', 'x'])
  })
})

describe('a step', () => {
  test('grows where notes take little time, and shrinks to a few where they take much', () => {
    expect(nextStep(firstStep, firstStep, 1)).toBe(2 * firstStep)
    expect(nextStep(firstStep, firstStep, 8)).toBe(firstStep)
    expect(nextStep(firstStep, firstStep, 400)).toBe(4)
  })

  test('stays as it is where hardly a note came', () => {
    expect(nextStep(20, 1, 300)).toBe(20)
  })
})
