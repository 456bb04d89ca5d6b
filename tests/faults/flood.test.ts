import { expect, test } from 'vitest'
import { flood } from './flood.ts'

test('T10 thousands of messages and hundreds of joins a second from one address do not stop two people', {
  timeout: 300_000,
}, async () => {
  const dose = { seconds: 4, messages: 2000, joins: 50, workshops: 5, port: 21_470 }
  expect((await flood(dose)).failures).toEqual([])
})
