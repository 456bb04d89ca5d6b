import { expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

/** A stage with ten minutes, as the server keeps it. */
function aClock() {
  let endsAt = 10
  const extend = async (saw: number) => {
    await Promise.resolve()
    if (saw === endsAt) endsAt += 1
    return endsAt
  }
  return { extend, endsAt: () => endsAt }
}
const aHand = () => inTurn<number>((one, other) => one === other)

it('two people who press on the same sight give one minute', async () => {
  const { extend, endsAt } = aClock()
  await Promise.all([aHand()(10, extend), aHand()(10, extend)])
  expect(endsAt()).toBe(11)
})

it('one person who presses twice gives two, also before the first press is seen', async () => {
  const { extend, endsAt } = aClock()
  const press = aHand()
  await Promise.all([press(10, extend), press(10, extend)])
  await press(10, extend)
  expect(endsAt()).toBe(13)
  await press(13, extend)
  expect(endsAt()).toBe(14)
})

it('after a press that was refused the next one counts on what is seen then', async () => {
  const { extend, endsAt } = aClock()
  const press = aHand()
  await press(9, async () => null)
  await press(10, extend)
  expect(endsAt()).toBe(11)
})
