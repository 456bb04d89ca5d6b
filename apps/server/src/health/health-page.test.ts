import { afterAll, beforeAll, expect, test } from 'vitest'
import { aServer, ask, type TestServer } from '../testing/a-server.ts'
import { healthPage } from './health-page.ts'
import { healthMessages } from './messages.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.stop())

test('monitors are told that all is well, and what there is to know', async () => {
  const { status, body } = await ask(server, 'GET', '/api/health')
  expect([status, body.storage, body.rooms]).toEqual([
    200,
    { writable: true, damaged: 0 },
    { open: 0, connections: 0 },
  ])
})

test.each([
  ['es-MX,es;q=0.9,en;q=0.5', 'es', 'ltr'],
  ['fr;q=0.8,ar;q=0.9', 'ar', 'rtl'],
  ['', 'en', 'ltr'],
])('people who ask for "%s" read a page in %s', async (language, locale, dir) => {
  const { status, text, headers } = await ask(server, 'GET', '/health', {
    headers: { 'accept-language': language },
  })
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
  expect(text).toContain(`<html lang="${locale}" dir="${dir}">`)
  expect(text).not.toMatch(/undefined|NaN|\[object|<script/)
})

test.each(['en', 'es', 'ar'] as const)(
  'the page in %s says why nothing can be saved, and since when',
  (locale) => {
    const page = healthPage(
      {
        status: 'failing',
        concerns: ['disk-low', 'damage', 'bus-down'],
        storage: { writable: false, problem: 'full', lastFailure: { at: 0, reason: 'full' }, damaged: 2 },
        disk: { freePercent: 0, low: true },
        bus: { connected: false },
      },
      locale,
      Date.UTC(2026, 10, 21),
    )
    const words = healthMessages[locale]
    for (const said of [words.status.failing, words.problem.full, ...Object.values(words.concern)])
      expect(page).toContain(said)
    expect(page.match(/<li>/g)).toHaveLength(6)
  },
)
