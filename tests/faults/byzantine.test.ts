import { expect, test } from 'vitest'
import { byzantine } from './byzantine.ts'

test('T9 whatever a client made to hurt sends is seen by nobody, and the victim’s work of meanwhile arrives', {
  timeout: 300_000,
}, async () => {
  expect((await byzantine({ rounds: 1, port: 21_450 })).failures).toEqual([])
})
