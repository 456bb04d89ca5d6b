import { expect, test } from 'vitest'
import { clockJumps } from './clock-jumps.ts'

test('T14 the server’s clock jumps by a day and back, and nobody is sent away or kept out', {
  timeout: 300_000,
}, async () => {
  expect((await clockJumps({ dwell: 0, port: 21_490 })).failures).toEqual([])
})
