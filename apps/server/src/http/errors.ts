import type { Hook } from '@hono/zod-openapi'
import { CommandError } from '@vispera/board'
import { StorageError } from '@vispera/storage'
import { SyncError } from '@vispera/sync'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { core } from 'zod'
import { ApiError, errorStatus } from '../contract/errors.ts'
import { describeError, type Log } from '../logging.ts'
import type { ServerEnv } from './server-env.ts'

/** Sends an error in the one shape that errors have. */
export function answerError(c: Context<ServerEnv>, error: unknown, log: Log): Response {
  const known = asApiError(error)
  if (known.code === 'internal') log.error(describeError(error), 'a request failed')
  if (known.code === 'slow-down') c.header('Retry-After', '10')
  // The rest of the body is not read: the next request must not go down the same line.
  if (known.code === 'too-large') c.header('Connection', 'close')
  return c.json({ error: { code: known.code, message: known.message } }, errorStatus[known.code])
}

/** Turns what zod says of a request into one sentence that names the field. */
export const refuseInvalid: Hook<unknown, ServerEnv, string, unknown> = (result) => {
  if (!result.success) throw new ApiError('invalid', sentenceOf(result.error.issues, result.target))
}

export function sentenceOf(issues: readonly core.$ZodIssue[], target: string): string {
  const [issue] = issues
  if (!issue) return 'The request is not usable.'
  const path = issue.path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  const whole = `The ${target === 'json' ? 'body' : target} of the request`
  return `${path === '' ? whole : path}: ${wordsOf(issue)}${more}`
}

/** What a schema says of its own accord is for programmers; what we wrote into it stays. */
function wordsOf(issue: core.$ZodIssue): string {
  if (!/^(?:Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindsOfValue[issue.expected] ?? issue.expected}`
    case 'too_big':
      return `is longer than ${issue.maximum}`
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`
    default:
      return 'cannot be used here'
  }
}

const kindsOfValue: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  object: 'an object',
  string: 'text',
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof HTTPException) {
    if (error.status === 413) return new ApiError('too-large', 'The request is too large.')
    return new ApiError('bad-request', 'This is not valid JSON. Perhaps it was cut off.')
  }
  if (error instanceof CommandError) {
    const code = error.reason === 'note-exists' ? 'conflict' : 'invalid'
    return new ApiError(code, `Nothing was changed: ${error.message}.`)
  }
  if (error instanceof StorageError) return fromStorage(error)
  if (error instanceof SyncError) return fromSync(error)
  return new ApiError(
    'internal',
    'Something went wrong on the server. Nothing was changed; please try again.',
  )
}

function fromStorage(error: StorageError): ApiError {
  switch (error.reason) {
    case 'full':
      return new ApiError('full', 'The disk of the server is full. Nothing was saved.')
    case 'read-only':
      return new ApiError('full', 'The server cannot write to its disk. Nothing was saved.')
    case 'damaged':
      return damaged()
    default:
      return unanswered()
  }
}

function fromSync(error: SyncError): ApiError {
  switch (error.reason) {
    case 'unanswered':
      return unanswered()
    case 'damaged':
      return damaged()
    case 'closed':
      return new ApiError('unavailable', 'The server is restarting. Nothing was saved; please try again.')
    case 'full':
      return new ApiError('full', 'This board holds as much as it can. Nothing was saved.')
    case 'wiped':
      return new ApiError('not-found', 'This was deleted.')
  }
}

const damaged = () =>
  new ApiError(
    'unavailable',
    'What is stored here is damaged and was left untouched. Ask whoever runs the server.',
  )

const unanswered = () =>
  new ApiError(
    'unavailable',
    'The storage of the server does not answer. Nothing was saved; please try again.',
  )
