import { expect, test } from 'vitest'
import { nodesDefaults, tryNodes } from './nodes.ts'

test('T12 two nodes lose nothing and agree again after Redis, PostgreSQL and one of them were away', {
  timeout: 240_000,
}, async () => {
  const dose = { seconds: 1, frozen: 2, writers: 2, presses: 3, steps: 'redis,postgres,frozen,killed' }
  const { failures, figures } = await tryNodes({ ...nodesDefaults, ...dose, port: 21_620 })
  expect(failures).toEqual([])
  expect(Number(figures.notes)).toBeGreaterThan(50)
})
