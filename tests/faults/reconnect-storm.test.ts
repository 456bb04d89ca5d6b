import { expect, test } from 'vitest'
import { reconnectStorm } from './reconnect-storm.ts'

test('T11 sixty people come back by themselves after a restart and after broken lines, and miss nothing', {
  timeout: 300_000,
}, async () => {
  const { failures } = await reconnectStorm({ people: 60, minutes: 0.05, port: 21_480 })
  expect(failures).toEqual([])
})
