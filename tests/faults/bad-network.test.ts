import { expect, test } from 'vitest'
import { badNetwork } from './bad-network.ts'

test('T2 eight people with the y-websocket client as it comes see one board once a bad network has healed', {
  timeout: 300_000,
}, async () => {
  const dose = { rounds: 1, seconds: 4, people: 8, port: 21_410, seed: 2 }
  const { failures, figures } = await badNetwork(dose)
  expect(failures).toEqual([])
  expect(Number(figures.cut) + Number(figures.reset)).toBeGreaterThan(0)
})
