import { afterAll, beforeAll, expect, test } from 'vitest'
import { aServer, ask, type TestServer } from './testing/a-server.ts'

interface Operation {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly requestBody?: unknown
  readonly security?: unknown
  readonly responses: Readonly<Record<string, { description?: string }>>
}

let server: TestServer
let operations: (readonly [name: string, operation: Operation])[]
beforeAll(async () => {
  server = await aServer()
  const { body } = await ask<{ paths: Record<string, Record<string, Operation>> }>(
    server,
    'GET',
    '/api/openapi.json',
  )
  operations = Object.entries(body.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  )
})
afterAll(() => server.stop())

const without = (isFine: (operation: Operation) => boolean) =>
  operations.flatMap(([name, operation]) => (isFine(operation) ? [] : [name]))
const answers = ({ responses }: Operation, ...statuses: readonly number[]) =>
  statuses.every((status) => responses[status]?.description)

test('every route says what it is, where it belongs and what it answers when all is well', () => {
  expect(operations.length).toBeGreaterThan(20)
  expect(without(({ tags = [], summary = '' }) => tags.length === 1 && summary.length > 5)).toEqual([])
  expect(without((operation) => [101, 200, 201].some((status) => answers(operation, status)))).toEqual([])
})

test('every route that reads JSON or wants a token says how it refuses', () => {
  expect(without((operation) => !operation.requestBody || answers(operation, 400, 413, 415, 422))).toEqual([])
  expect(without((operation) => !operation.security || answers(operation, 401, 403, 503))).toEqual([])
})

test.each([
  [[], 'The body of the request: must be an object'],
  [{ title: 'x', boards: {} }, 'boards: must be a list'],
  [{ title: 'x', boards: [{ kind: 'x'.repeat(100) }] }, 'boards[0].kind: is longer than 64'],
  [{ title: 'x', boards: [{ kind: 'vision-board' }], safety: 'some' }, 'safety: must be one of open'],
])('what is wrong with %j is said in words', async (body, words) => {
  const answer = await ask<{ error: { message: string } }>(server, 'POST', '/api/workshops', { body })
  expect(answer.status).toBe(422)
  expect(answer.body.error.message).toContain(words)
})
