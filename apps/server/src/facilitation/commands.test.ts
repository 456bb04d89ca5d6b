import { roles } from '@vispera/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aLedWorkshop, type LedWorkshop } from '../testing/a-led-workshop.ts'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { commandTable } from '../testing/command-table.ts'
import { commands } from './commands.ts'

let server: TestServer
let workshop: LedWorkshop
beforeAll(async () => {
  server = await aServer()
  workshop = await aLedWorkshop(server)
})
afterAll(() => server.stop())

test('every command has its row, once', () => {
  expect(commandTable.map(({ command }) => command).sort()).toEqual(commands.map(({ name }) => name).sort())
})

describe.each(commandTable)('$command', ({ command, allowed, input = {}, isAlone }) => {
  test.each(roles)('as %s', async (role) => {
    const { agenda, boards, say, sit } = isAlone ? await aLedWorkshop(server) : workshop
    const filled = JSON.stringify(input)
      .replaceAll('BOARD', boards[0] ?? '')
      .replaceAll('STAGE', (await agenda()).stages[0]?.id ?? '')
    const answer = await say(command, JSON.parse(filled), await sit(role))
    if (allowed.includes(role)) expect(answer.status).not.toBe(403)
    else expect(answer).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } })
  })
})

test.each([
  ['no command', {}],
  ['one that is none', { command: 'explode' }],
  ['one under the name of something every object has', { command: 'constructor' }],
])('%s is refused with a sentence', async (_, body) => {
  const answer = await workshop.say('', body)
  expect(answer).toMatchObject({ status: 422, body: { error: { code: 'invalid' } } })
})

test('somebody who floods the server with commands is told to slow down, and nobody else is', async () => {
  const { sit, say, boards } = await aLedWorkshop(server)
  const [mallory, ana] = [await sit('participant'), await sit('participant')]
  const heart = { board: boards[0], note: 'none', on: true }
  const flood = await Promise.all(Array.from({ length: 260 }, () => say('heart', heart, mallory)))
  expect(flood.filter(({ status }) => status === 429).length).toBeGreaterThan(20)
  expect((await say('pulse', { level: 'fine' }, ana)).status).toBe(200)
})
