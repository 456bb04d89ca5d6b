import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSeat, aServer, ask, type TestServer, type TestWorkshop } from './testing/a-server.ts'

const run = promisify(execFile)
const seed = fileURLToPath(new URL('./seed.ts', import.meta.url))
let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

test('prints one line: the answer to the new workshop, and the board that it filled', async () => {
  const given = ['--kind', 'victory-backcast', '--notes', '60', '--url', `${server.url}/`]
  const { stdout } = await run(process.execPath, [seed, ...given])
  expect(stdout.trim().split('\n')).toHaveLength(1)
  const made = JSON.parse(stdout) as TestWorkshop & { board: string }
  expect(Object.keys(made.links)).toHaveLength(8)
  const { token } = await aSeat(server, made, 'observer')
  const { body } = await ask(server, 'GET', `/api/workshops/${made.id}/boards/${made.board}`, { token })
  expect(body.notes).toHaveLength(62)
  expect(body.derived).toMatchObject({ cycles: [], planNumber: { 'seed-12': expect.any(String) } })
})

test.each([
  [['--kind', 'nope'], 'There is no kind "nope"; there are vision-board'],
  [['--notes', 'many'], '--notes must be a whole number'],
  [['--url', 'my server'], '--url must be an address'],
  [['--url', 'http://127.0.0.1:1'], 'http://127.0.0.1:1 does not answer'],
])('%j ends with what is wrong and an example', async (given, said) => {
  const failed = await run(process.execPath, [seed, ...given]).catch(
    (error: { code: number; stderr: string }) => error,
  )
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining(said) })
  expect(failed.stderr).toContain('For example: pnpm seed')
})
