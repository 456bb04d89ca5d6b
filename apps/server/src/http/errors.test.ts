import { CommandError } from '@vispera/board'
import { StorageError } from '@vispera/storage'
import { SyncError } from '@vispera/sync'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { openLog } from '../logging.ts'
import { answerError } from './errors.ts'
import type { ServerEnv } from './server-env.ts'

async function answerTo(error: Error) {
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  const app = new Hono<ServerEnv>()
  app.onError((caught, c) => answerError(c, caught, log))
  app.get('/', () => {
    throw error
  })
  const response = await app.request('/')
  const { error: said } = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, ...said, logged: lines.length }
}

test.each([
  [new SyncError('unanswered', 'x'), 503, 'unavailable', 'does not answer'],
  [new SyncError('damaged', 'x'), 503, 'unavailable', 'damaged'],
  [new SyncError('closed', 'x'), 503, 'unavailable', 'restarting'],
  [new SyncError('full', 'x'), 507, 'full', 'as much as it can'],
  [new SyncError('wiped', 'x'), 404, 'not-found', 'deleted'],
  [new StorageError('full', 'x'), 507, 'full', 'disk of the server is full'],
  [new StorageError('read-only', 'x'), 507, 'full', 'cannot write'],
  [new StorageError('damaged', 'x'), 503, 'unavailable', 'damaged'],
  [new StorageError('failed', 'x'), 503, 'unavailable', 'does not answer'],
  [new CommandError('note-exists', 'n1'), 409, 'conflict', 'Nothing was changed'],
] as const)('%s is answered in words', async (error, status, code, words) => {
  const answer = await answerTo(error)
  expect(answer).toMatchObject({ status, code, logged: 0 })
  expect(answer.message).toContain(words)
})

test('what nobody expected says nothing of itself to people, and is logged', async () => {
  const answer = await answerTo(new Error('a secret path'))
  expect(answer).toMatchObject({ status: 500, code: 'internal', logged: 1 })
  expect(answer.message).not.toContain('secret')
})
