import { expect, test } from 'vitest'
import { yjsHarness } from './yjs-harness.ts'

test('five users of the random test of Yjs, on real sockets, end with the same board down to the last struct', {
  timeout: 300_000,
}, async () => {
  const { failures, figures } = await yjsHarness({ runs: 2, iterations: 250, port: 21_420, seed: 100 })
  expect(failures).toEqual([])
  expect(Number(figures.partitions)).toBeGreaterThan(0)
})
