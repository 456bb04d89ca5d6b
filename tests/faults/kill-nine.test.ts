import { expect, test } from 'vitest'
import { killNineCycles } from './kill-nine-cycles.ts'
import { realServer } from './server-process.ts'

test('what anybody has ever received survives kill -9', { timeout: 120_000 }, async () => {
  const result = await killNineCycles({ server: realServer, cycles: 5, port: 21_250, random: Math.random })
  expect(result.lost).toEqual([])
  expect(result.seen).toBeGreaterThan(20)
  expect(result.lateJoiners).toBeGreaterThan(5)
})
