import { expect, test } from 'vitest'
import { rawFrames } from './raw-frames.ts'

test('T7 sockets that send what comes to hand are closed one by one, and nobody else notices', {
  timeout: 300_000,
}, async () => {
  const dose = { frames: 1000, slow: 30, wait: 0, port: 21_455, seed: 4 }
  expect((await rawFrames(dose)).failures).toEqual([])
})
