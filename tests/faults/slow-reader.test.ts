import { expect, test } from 'vitest'
import { slowReader } from './slow-reader.ts'

test('T6 somebody who stops reading costs the server no memory, and has everything once they read again', {
  timeout: 300_000,
}, async () => {
  const dose = { writers: 3, megabytes: 2, wait: 0, port: 21_460 }
  expect((await slowReader(dose)).failures).toEqual([])
})
