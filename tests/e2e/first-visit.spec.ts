import { expect, type Page, test } from '@playwright/test'
import { kindIds } from '../../packages/kinds/src/index.ts'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, onBoard } from './people.ts'

/** The same as in tools/size.mjs, which adds up files. */
const mostKb = 170

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})

test.afterAll(() => server?.stop())

/** The participant's link of a new workshop. */
async function participantLink(path: string, body: object): Promise<string> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { links } = (await answer.json()) as { links: Record<string, string> }
  return links.participant ?? ''
}

/** Kilobytes of JavaScript, gzipped, that were asked for before the board could be written on. */
async function javascriptBeforeReady(page: Page, link: string): Promise<number> {
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' })
  await page.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector('#board[data-ready="true"]')) return
      performance.mark('ready')
      watch.disconnect()
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-ready'] })
  })
  await page.goto(link)
  const comeIn = page.getByRole('button', { name: 'Come in' })
  if (page.viewportSize()?.width === 390) await comeIn.click()
  await onBoard(page)
  return page.evaluate(() => {
    const ready = performance.getEntriesByName('ready')[0]?.startTime ?? Number.POSITIVE_INFINITY
    const scripts = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < ready)
    return scripts.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0) / 1000
  })
}

const visits = (['laptop', 'phone'] as const).flatMap((on) =>
  [...kindIds, 'example'].map((board) => ({ on, board })),
)

for (const { on, board } of visits) {
  test(`${board} asks a ${on} for at most ${mostKb} kB of JavaScript before it stands`, async ({
    browser,
  }) => {
    const link =
      board === 'example'
        ? await participantLink('/api/examples', { lang: 'en' })
        : await participantLink('/api/workshops', { title: 'First', boards: [{ kind: board }] })
    const { page, context } = await aVisitor(browser, { on })
    const weight = await javascriptBeforeReady(page, link)
    expect(weight).toBeGreaterThan(100)
    expect(weight).toBeLessThanOrEqual(mostKb)
    await context.close()
  })
}

test('whoever writes faster than the code for it comes is waited for, once', async ({ browser }) => {
  const { page, context } = await aVisitor(browser)
  let bring = () => {}
  const asked = new Promise<void>((resolve) => {
    bring = resolve
  })
  await page.route('**/rest-actions-*.js', async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(
    await participantLink('/api/workshops', { title: 'First', boards: [{ kind: 'vision-board' }] }),
  )
  await onBoard(page)
  const words = page.locator('#composer-words')
  await words.fill('A roof of our own')
  await words.press('Enter')
  await words.press('Enter')
  await expect(words).toHaveValue('A roof of our own')
  bring()
  await expect(words).toHaveValue('')
  await expect(page.locator('[data-note-id]').filter({ hasText: 'A roof of our own' })).toHaveCount(1)
  await context.close()
})
