import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byOrder, type Ordered } from './by-order.ts'
import { orderKeysAt, orderKeysAtEnd } from './order.ts'

const listOf = (...orders: string[]): Ordered[] => orders.map((order, index) => ({ id: `n${index}`, order }))

test('new keys stand exactly where they were asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 20 }), { maxLength: 12 }),
      fc.nat({ max: 20 }),
      fc.integer({ min: 1, max: 5 }),
      (ats, at, count) => {
        let list: Ordered[] = []
        for (const [index, wish] of ats.entries()) {
          const spot = Math.min(wish, list.length)
          const [order = ''] = orderKeysAt(list, spot)
          list = [...list.slice(0, spot), { id: `n${index}`, order }, ...list.slice(spot)]
        }
        expect(list.toSorted(byOrder)).toEqual(list)
        const spot = Math.min(at, list.length)
        const fresh = orderKeysAt(list, spot, count).map((order, index) => ({ id: `x${index}`, order }))
        const all = [...list.slice(0, spot), ...fresh, ...list.slice(spot)]
        expect(all.toSorted(byOrder)).toEqual(all)
      },
    ),
    { numRuns: 1000 },
  )
})

test('equal and unreadable neighbours never stop anyone from adding', () => {
  const junk = fc.oneof(fc.constantFrom('a0', 'a1', 'a1', 'Zz', '', 'zz~', 'a0 ', 'z', 'ö'), fc.string())
  fc.assert(
    fc.property(
      fc.array(junk),
      fc.integer({ min: -3, max: 12 }),
      fc.integer({ min: 0, max: 4 }),
      (orders, index, count) => {
        const list = listOf(...orders).sort(byOrder)
        expect(orderKeysAt(list, index, count)).toHaveLength(count)
        expect(orderKeysAtEnd(list, count)).toHaveLength(count)
      },
    ),
    { numRuns: 2000 },
  )
})

test('something put between two equal keys stands behind both', () => {
  const [key = ''] = orderKeysAt(listOf('a1', 'a1', 'a2'), 1)
  expect(key > 'a1' && key < 'a2').toBe(true)
})

test('at the end means behind everything readable, whatever order the list came in', () => {
  expect(orderKeysAtEnd(listOf('a3', 'a1', ''))).toEqual(['a4'])
})
