import { expect, it } from 'vitest'
import { fileNameIn } from './take-record.ts'

it('a record is saved under the name that the server gives it, in any script', () => {
  const name = 'سوقنا، مدينتنا.pdf'
  expect(fileNameIn(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`)).toBe(name)
})

it('without a readable name there is still one', () => {
  expect([null, 'attachment', "attachment; filename*=UTF-8''%E0%A4%A"].map(fileNameIn)).toEqual([
    'vispera',
    'vispera',
    'vispera',
  ])
})
