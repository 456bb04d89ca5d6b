import { expect, it } from 'vitest'
import type { Box, ListArea } from '../layout.ts'
import { eyeOrder } from './reading-order.ts'

const aBox = (x: number, y: number): Box => ({ x, y, w: 170, h: 90, look: 'card', color: 'sun' })
const boxes = new Map([
  ['low', aBox(0, 400)],
  ['right', aBox(600, 20)],
  ['theme', aBox(200, 0)],
  ['member', aBox(200, 60)],
  ['left', aBox(0, 10)],
])
const lists: ListArea[] = [
  { key: 'theme:theme', rect: { x: 200, y: 0, w: 350, h: 200 }, ids: ['member'], run: 'flow', label: '' },
]

it('reads rows from top to bottom, a theme with its notes together', () => {
  expect(eyeOrder(boxes, lists)).toEqual(['left', 'theme', 'member', 'right', 'low'])
})

it('reads along the row as the reader does', () => {
  expect(eyeOrder(boxes, lists, 'rtl')).toEqual(['right', 'theme', 'member', 'left', 'low'])
})
