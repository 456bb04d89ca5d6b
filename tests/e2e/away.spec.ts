import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { openSqliteStore } from '../../packages/storage/src/index.ts'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, compose, note, onBoard, saved } from './people.ts'

// Away from the server: offline in two tabs, in a browser that keeps nothing, and back at a server that was set back.

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.stop())

async function aWorkshop() {
  const response = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Our market', boards: [{ kind: 'vision-board' }] }),
  })
  return (await response.json()) as { id: string; links: { facilitator: string } }
}

/** Opens the workshop and waits until it is on this device as well. */
async function comeIn(page: Page, link: string) {
  await page.goto(link)
  await onBoard(page)
  await page.keyboard.press('Shift')
}

async function savedFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a copy of your unsent notes' }).click()
  return readFile(await (await download).path(), 'utf8')
}

test('T15 what is written offline in one tab shows in the other at once, and is sent though its tab has gone', async ({
  browser,
}) => {
  const { links } = await aWorkshop()
  const [here, elsewhere] = [await aVisitor(browser), await aVisitor(browser)]
  const [one] = [here.page]
  await comeIn(one, links.facilitator)
  await comeIn(elsewhere.page, links.facilitator)
  await compose(one, 'From before')
  await saved(one)
  // A tab that is duplicated takes its seat along.
  const seat = await one.evaluate(() => Object.entries(sessionStorage))
  const two = await here.context.newPage()
  await two.addInitScript((entries) => {
    for (const [name, value] of entries) sessionStorage.setItem(name, value)
  }, seat)
  await comeIn(two, links.facilitator)
  await expect(note(two, 'From before')).toBeVisible()

  await here.context.setOffline(true)
  await expect(one.getByText(/Offline/).first()).toBeVisible()
  await compose(one, 'Written in the first tab')
  await expect(note(two, 'Written in the first tab')).toBeVisible()
  await compose(two, 'Written in the second tab')
  await expect(note(one, 'Written in the second tab')).toBeVisible()
  await two.close()
  // Meanwhile somebody else deletes a note that is being written on here.
  await note(one, 'From before').dblclick()
  await one.keyboard.type('More words. ')
  await one.keyboard.press('Escape')
  await note(elsewhere.page, 'From before').click()
  await elsewhere.page.keyboard.press('Delete')
  await saved(elsewhere.page)
  await here.context.setOffline(false)
  await expect(note(elsewhere.page, 'Written in the second tab')).toBeVisible({ timeout: 20_000 })
  await expect(note(elsewhere.page, 'Written in the first tab')).toBeVisible()
  await expect(one.getByText(/1 note that you wrote on while away was deleted/)).toBeVisible()
  expect(await savedFile(one)).toContain('More words.')
  await saved(one)
  await one.reload()
  await onBoard(one)
  await expect(note(one, 'Written in the second tab')).toBeVisible()
  expect([...here.troubles, ...elsewhere.troubles]).toEqual([])
})

test('T16 a browser that keeps nothing says so and offers a file, and so does a server that was set back', async ({
  browser,
}) => {
  const { id, links } = await aWorkshop()
  const { page, context, troubles } = await aVisitor(browser)
  await page.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await comeIn(page, links.facilitator)
  await compose(page, 'Low tide')
  await saved(page)
  await expect(page.getByText(/keeps no copy/)).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/Offline/).first()).toBeVisible()
  await compose(page, 'High tide')
  const unsent = await savedFile(page)
  expect([unsent.includes('High tide'), unsent.includes('Low tide')]).toEqual([true, false])
  await context.setOffline(false)
  await saved(page)

  await server.kill()
  await expect(page.getByText(/Offline/).first()).toBeVisible()
  await compose(page, 'Said while the server was away')
  const store = await openSqliteStore({ file: join(server.dataDir, 'vispera.db') })
  const documents = await store.documents(`${id}/`)
  for (const document of documents) await store.newGeneration(document)
  await store.close()
  await server.restart()
  await expect(page.getByText(/1 note stands only in your copy/)).toBeVisible({ timeout: 20_000 })
  expect(await savedFile(page)).toContain('Said while the server was away')
  await onBoard(page)
  await expect(note(page, 'High tide')).toBeVisible()
  await expect(note(page, 'Said while the server was away')).toHaveCount(0)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByText(/stands only in your copy/)).toHaveCount(0)
  await compose(page, 'And on we go')
  await saved(page)
  expect(troubles).toEqual([])
})
