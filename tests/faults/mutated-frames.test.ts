import { expect, test } from 'vitest'
import { mutatedFrames } from './mutated-frames.ts'

test('T8 of thousands of mutated frames none harms the room, and what is refused reaches nobody', {
  timeout: 60_000,
}, async () => {
  const { failures, figures } = await mutatedFrames({ count: 6000, seed: 20_261_121 })
  expect(failures).toEqual([])
  expect(Number(figures.refused)).toBeGreaterThan(3000)
  expect(Number(figures.taken)).toBeGreaterThan(50)
})
