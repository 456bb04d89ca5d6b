import { expect, test } from 'vitest'
import { closeLabel, refusalLabel, routeLabel, statusLabel } from './labels.ts'

test('a close code that a client made up is one of the others', () => {
  expect([1006, 4507, 4999, 3141].map(closeLabel)).toEqual(['1006', '4507', 'other', 'other'])
})

test('a request counts under the pattern of its route, and what matched none under few names', () => {
  const patterns = ['/api/workshops/:id', '/sync/*', '/api/*', '/health', '*', '']
  expect(patterns.map(routeLabel)).toEqual([
    '/api/workshops/:id',
    '/sync',
    'unknown',
    '/health',
    'pages',
    'pages',
  ])
  expect([200, 304, 404, 503].map(statusLabel)).toEqual(['2xx', '3xx', '4xx', '5xx'])
})

test('a refusal counts under its reason, and words that nobody foresaw under none of their own', () => {
  const reasons = ['update refused: gap', 'not a message of this protocol', 'w1/board/b2 said: hello']
  expect(reasons.map(refusalLabel)).toEqual(['gap', 'broken-frame', 'other'])
})
