import { expect, it } from 'vitest'
import words from '../messages/shell/en.json' with { type: 'json' }
import { ApiError, apiErrorCodes, readApiError, sentenceFor } from './api-error.ts'

it('every code that the server can send has a sentence for people', () => {
  for (const code of apiErrorCodes) expect(words).toHaveProperty([sentenceFor(new ApiError(code))])
})

it('an error of the server keeps its code and what it says of a value', () => {
  const error = readApiError(422, { error: { code: 'invalid', message: 'The title is empty' } })
  expect([error.code, error.detail]).toEqual(['invalid', 'The title is empty'])
})

it('answers that are not ours are never taken for our codes', () => {
  const codes = [
    readApiError(502, '<html>Bad gateway</html>'),
    readApiError(413, null),
    readApiError(429, undefined),
    readApiError(404, { error: 'no' }),
    readApiError(500, { error: { code: 'made-up' } }),
  ].map((error) => error.code)
  expect(codes).toEqual(['unreachable', 'too-large', 'slow-down', 'unreadable', 'unreadable'])
})

it('a mistake of our own still gets a sentence', () => {
  expect(sentenceFor(new TypeError('x is undefined'))).toBe('shell.error.internal')
})
