import { expect, it } from 'vitest'
import { paperFor } from './save-file.ts'

it('a PDF is made for the paper of the region that the reader names', () => {
  expect([['en-US'], ['es', 'es-MX'], ['ar-EG', 'en-US'], ['en']].map(paperFor)).toEqual([
    'us-letter',
    'us-letter',
    'a4',
    'a4',
  ])
})
