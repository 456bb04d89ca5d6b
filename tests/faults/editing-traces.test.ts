import { expect, test } from 'vitest'
import { editingTraces } from './editing-traces.ts'

test('three people who type into one note at once end with the right text, and so does a reload', {
  timeout: 300_000,
}, async () => {
  const dose = { transactions: 600, agents: 3, trace: '', port: 21_430, seed: 3 }
  expect((await editingTraces(dose)).failures).toEqual([])
})
