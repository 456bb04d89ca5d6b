import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, compose, note, onBoard, saved, tab, type Visitor } from './people.ts'

/** The quick versions of the three first boards, one after another, as a group runs them in two hours. */

let server: RunningServer
let made: { id: string; links: Record<'facilitator' | 'participant' | 'observer' | 'screen', string> }
let lead: Visitor
let nadia: Visitor
let lucia: Visitor
let kyaw: Visitor
let screen: Visitor
let watcher: Visitor

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const boards = ['vision-board', 'victory-backcast', 'inside-outside-grid']
  const answer = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'Our market, our city',
      boards: boards.map((kind) => ({ kind, version: 'quick' })),
    }),
  })
  made = await answer.json()
  lead = await aVisitor(browser)
  nadia = await aVisitor(browser, { on: 'phone' })
  lucia = await aVisitor(browser)
  kyaw = await aVisitor(browser)
  screen = await aVisitor(browser)
  watcher = await aVisitor(browser)
  await lead.page.goto(made.links.facilitator)
  await onBoard(lead.page)
  for (const [{ page }, name] of [
    [nadia, 'Nadia'],
    [lucia, 'Lucía'],
    [kyaw, 'Kyaw'],
  ] as const) {
    await page.goto(made.links.participant)
    await page.getByRole('textbox', { name: /What should we call you/ }).fill(name)
    await page.getByRole('button', { name: 'Come in' }).click()
    await onBoard(page)
  }
  await screen.page.goto(made.links.screen)
  await watcher.page.goto(made.links.observer)
  await onBoard(watcher.page)
})

test.afterAll(async () => {
  const all = [lead, nadia, lucia, kyaw, screen, watcher]
  const troubles = all.flatMap((visitor) => visitor?.troubles ?? [])
  await Promise.all(all.map((visitor) => visitor?.context.close()))
  await server?.stop()
  expect(troubles).toEqual([])
})

const everybody = () => [lead, nadia, lucia, kyaw, watcher].map(({ page }) => page)
const withASay = () => [lead, nadia, lucia, kyaw].map(({ page }) => page)
const isStage = async (name: string, number: number) => {
  for (const page of [...everybody(), screen.page]) {
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await expect(lead.page.getByRole('button', { name: `Stage ${number} of 20` })).toBeVisible()
}
async function next(name: string, number: number) {
  await lead.page
    .getByRole('button', { name: /^Next: / })
    .first()
    .click()
  await isStage(name, number)
}
async function putDown(page: Page, words: string) {
  await page.locator('#composer-words').fill(words)
  await page.getByRole('button', { name: 'Put down' }).click()
  await expect(page.locator('#composer-words')).toHaveValue('')
}
const choose = (page: Page, words: string | RegExp) =>
  page.getByRole('listitem').filter({ hasText: words }).getByRole('button').first().click()

test('the vision: each writes alone, all of it appears together, three voices pick one', async () => {
  await lead.page.getByRole('button', { name: 'Start', exact: true }).click()
  await isStage('Imagine', 1)
  for (const { page } of [nadia, lucia])
    await expect(page.getByText('Nobody writes in this stage')).toBeVisible()

  await next('Write alone', 2)
  await putDown(nadia.page, 'The rain drums on the tin')
  await putDown(nadia.page, 'Keys on my own belt')
  await putDown(lucia.page, 'My daughter counts the takings without fear')
  await putDown(kyaw.page, 'Our name is painted over the gate')
  await expect(screen.page.getByText('cards, still face down')).toBeVisible()
  for (const page of [lead.page, lucia.page, watcher.page, screen.page])
    expect(await page.content()).not.toContain('Keys on my own belt')

  await next('Reveal', 3)
  await lead.page.getByRole('button', { name: 'Turn over 4 cards' }).click()
  for (const page of everybody()) await expect(note(page, 'Keys on my own belt')).toBeVisible()
  await expect(note(nadia.page, 'Keys on my own belt')).toContainText('yours')
  await expect(note(lead.page, 'Keys on my own belt')).not.toContainText('yours')

  await next('Share round', 4)
  await compose(lucia.page, 'The books are open on Fridays')
  await expect(note(watcher.page, 'The books are open')).toBeVisible()
  await next('Put together', 5)
  await next('Vote', 6)
  for (const page of withASay()) await choose(page, /takings without fear/)
  await next('Close', 7)
  for (const page of [lead.page, lucia.page]) {
    await expect(page.getByText('only the order is shown')).toBeVisible()
  }
})

test('the backcast: from the victory back to today, its weak points, its interim goals', async () => {
  await next('Decide', 8)
  await expect(lead.page.getByText('only the order is shown')).toBeHidden()
  await tab(lead.page, 'Vision').click()
  await note(lead.page, 'takings without fear').click({ button: 'right' })
  await lead.page.getByRole('menuitem', { name: 'Work back from this' }).click()
  await tab(lead.page, 'Backcast').click()
  for (const page of everybody()) await expect(note(page, 'takings without fear')).toBeVisible()

  await next('Write together', 9)
  await note(lucia.page, 'One breath').dblclick()
  await lucia.page.keyboard.type('The committee room, full')
  await lucia.page.keyboard.press('Escape')
  await expect(note(kyaw.page, 'The committee room')).toBeVisible()

  await next('Work backwards', 10)
  await note(lucia.page, 'The committee room').click()
  await lucia.page.keyboard.press('b')
  await lucia.page.keyboard.type('Most councillors say in public that they support it')
  await lucia.page.keyboard.press('Escape')
  await compose(nadia.page, 'Traders tell their own story on the radio')
  await note(kyaw.page, 'Most councillors').click()
  await kyaw.page.keyboard.press('b')
  await kyaw.page.keyboard.type('Councillors know their voters shop there')
  await kyaw.page.keyboard.press('Escape')
  for (const page of everybody()) await expect(note(page, 'their voters shop there')).toBeVisible()
  await saved(kyaw.page)

  await next('Check', 11)
  await choose(nadia.page, /^Most councillors/)
  await next('Vote', 12)
  for (const page of withASay()) await choose(page, /^Councillors know/)
  await next('Read it forwards', 13)
  await next('Close', 14)
})

test('the grid: tactics written alone, placed together, put in order', async () => {
  await next('Write alone', 15)
  await putDown(nadia.page, 'Speak at the budget hearing')
  await putDown(kyaw.page, 'Shoppers fill the gallery')
  await next('Place', 16)
  await lead.page.getByRole('button', { name: 'Turn over 2 cards' }).click()
  for (const page of everybody()) await expect(note(page, 'Shoppers fill the gallery')).toBeVisible()
  await next('Link', 17)
  await next('Check', 18)
  await next('Vote', 19)
  for (const page of withASay()) await choose(page, /^Shoppers fill/)
  await next('Harvest', 20)
  await lead.page.getByRole('button', { name: /^End/ }).first().click()
  for (const { page } of [nadia, lucia]) await expect(page.getByRole('timer')).toHaveCount(0)
})

test('who was not there reads what was voted and how the time was spent', async () => {
  const ask = async (path: string, init?: RequestInit) =>
    fetch(`${server.url}/api/workshops/${made.id}${path}`, init)
  const key = made.links.observer.split('#')[1]
  const joined = await ask('/join', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  const { token } = (await joined.json()) as { token: string }
  const record = await ask('/record?format=markdown', { headers: { authorization: `Bearer ${token}` } })
  const text = await record.text()
  for (const words of ['takings without fear', 'Shoppers fill the gallery', 'Write alone', 'Pick one'])
    expect(text).toContain(words)
})
