import { expect, test } from 'vitest'
import { openServerClock } from './server-clock.ts'

function aClock(serverNow: number) {
  let tick = 0
  const clock = openServerClock(serverNow, () => tick)
  return { clock, wait: (ms: number) => (tick += ms), ticks: () => tick }
}

test('time goes on by the device’s even ticks, whatever its wall clock says', () => {
  const { clock, wait } = aClock(1_000_000)
  wait(5_000)
  expect(clock.now()).toBe(1_005_000)
})

test('the quicker of two answers is believed', () => {
  const { clock, wait, ticks } = aClock(1_000_000)
  const first = ticks()
  wait(20)
  clock.hear(1_000_010, first)
  const second = ticks()
  wait(800)
  clock.hear(1_000_900, second)
  expect(clock.now()).toBe(1_000_820)
})

test('after a sleep in which the ticks stood still even a slow answer puts it right', () => {
  const { clock, wait, ticks } = aClock(1_000_000)
  clock.hear(1_000_000, ticks())
  const asked = ticks()
  wait(400)
  clock.hear(9_000_200, asked)
  expect(clock.now()).toBe(9_000_400)
})
