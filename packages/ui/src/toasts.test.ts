import { expect, test } from 'vitest'
import { type ShownToast, withoutArrived, withToast } from './toasts.ts'

const toast = (id: number, more: Partial<ShownToast> = {}): ShownToast => ({ id, message: `m${id}`, ...more })
const ids = (shown: readonly ShownToast[]) => shown.map(({ id }) => id)

test('a newer message takes the place of an older one of the same sort, and of no other', () => {
  const shown = [toast(1, { sort: 'moved' }), toast(2), toast(3, { sort: 'look' })]
  expect(ids(withToast(shown, toast(4, { sort: 'moved' })))).toEqual([2, 3, 4])
  expect(ids(withToast([toast(1)], toast(2)))).toEqual([1, 2])
})

test('more than three at once are too many: the oldest goes', () => {
  expect(ids(withToast([toast(1), toast(2), toast(3)], toast(4)))).toEqual([2, 3, 4])
})

test('a message that leads somewhere goes on arrival, and others stay', () => {
  const shown = [toast(1, { leadsTo: 'grid' }), toast(2, { leadsTo: 'vision' }), toast(3)]
  expect(ids(withoutArrived(shown, 'grid'))).toEqual([2, 3])
  expect(withoutArrived(shown, 'elsewhere')).toBe(shown)
})
