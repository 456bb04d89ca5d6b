import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, choose, note, onBoard, tab, type Visitor } from './people.ts'

let server: RunningServer
let one: Visitor
let other: Visitor

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const answer = await fetch(`${server.url}/api/examples`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lang: 'en' }),
  })
  const { links } = (await answer.json()) as { links: Record<string, string> }
  one = await aVisitor(browser)
  other = await aVisitor(browser)
  for (const { page } of [one, other]) {
    await page.goto(links.facilitator ?? '')
    await onBoard(page)
  }
})

test.afterAll(async () => {
  await Promise.all([one, other].map((visitor) => visitor?.context.close()))
  await server?.stop()
})

async function goTo(page: Page, name: string) {
  await tab(page, name).click()
  await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true')
  await onBoard(page)
}

test('a theme folds for the one who folded it, on the wall and in the outline, and nobody else', async () => {
  const { page } = one
  await page.getByRole('button', { name: 'Fold and unfold' }).click()
  await page.getByRole('menuitem', { name: 'Fold “Unafraid”' }).click()
  await expect(note(page, 'Women walk home')).toHaveCount(0)
  await expect(note(other.page, 'Women walk home')).toBeVisible()
  await choose(page.getByRole('radio', { name: 'Outline' }))
  const heading = page.getByRole('button', { name: 'Unfold “Unafraid”' })
  await expect(heading).toHaveAttribute('aria-expanded', 'false')
  await heading.click()
  await expect(note(page, 'Women walk home')).toBeVisible()
  await choose(page.getByRole('radio', { name: 'Board' }))
})

test('a filter on the grid leaves what was asked for, says how much is hidden, and has a way back', async () => {
  const { page } = one
  await goTo(page, 'Inside / outside')
  await page.getByRole('button', { name: 'Filter' }).click()
  await page
    .getByLabel('Step it serves')
    .selectOption({ label: 'A costed plan by the co-op is seen as sound' })
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('6 notes are hidden.')).toBeVisible()
  await expect(note(page, 'Weekly radio hour')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all notes' }).click()
  await expect(note(page, 'Weekly radio hour')).toBeVisible()
})

test('one step is looked at alone, with what it needs and what needs it', async () => {
  const { page } = one
  await goTo(page, 'Backcast')
  await note(page, 'A majority of councillors').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Look at this alone' }).click()
  await expect(note(page, 'Councillors know their voters')).toBeVisible()
  await expect(note(page, 'Speakers have someone to call')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all notes' }).click()
  await expect(note(page, 'Speakers have someone to call')).toBeVisible()
})
