import { expect, test } from 'vitest'
import { killNineCycles } from './kill-nine-cycles.ts'
import { realServer, slowServer } from './server-process.ts'

test('what anybody has ever received survives kill -9', { timeout: 900_000 }, async () => {
  const result = await killNineCycles({
    server: realServer,
    slowServer,
    cycles: 30,
    port: 21_250,
    random: Math.random,
  })
  expect(result.lost).toEqual([])
  expect(result.seen).toBeGreaterThan(120)
  expect(result.lateJoiners).toBeGreaterThan(30)
})
