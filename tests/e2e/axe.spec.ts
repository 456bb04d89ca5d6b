import { expect, test } from '@playwright/test'
import { faults, faultsInEveryLight } from './faults.ts'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, choose, onBoard, tab } from './people.ts'

// Whole boards, looked at in one piece: a trace would keep each of them many times over.
test.use({ trace: 'off' })

let server: RunningServer
let links: Record<string, string>

test.beforeAll(async () => {
  server = await startServer()
  const answer = await fetch(`${server.url}/api/examples`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lang: 'en' }),
  })
  links = ((await answer.json()) as { links: Record<string, string> }).links
})

test.afterAll(async () => {
  await server?.stop()
})

const looks = [
  { name: 'in English, light and dark', options: {}, find: faultsInEveryLight },
  { name: 'in Arabic', options: { locale: 'ar' }, find: faults },
] as const

for (const { name, options, find } of looks) {
  test(`every screen of a laptop passes axe ${name}`, async ({ browser }) => {
    const { page, context } = await aVisitor(browser, options)
    const found: string[] = []
    await page.goto(server.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    found.push(...(await find(page, 'start')))
    await page.goto(`${server.url}/w/nowhere#nothing`)
    await expect(page.getByRole('heading').first()).toBeVisible()
    found.push(...(await find(page, 'missing workshop')))

    await page.goto(links.facilitator ?? '')
    await onBoard(page)
    for (let index = 0; index < 4; index++) {
      await tab(page, /./).nth(index).click()
      await onBoard(page)
      found.push(...(await find(page, `surface ${index + 1}`)))
      const views = page.locator('section:has(+ #composer)').getByRole('radio')
      await choose(views.nth(1))
      await expect(page.locator('[role="main"] > :not(section)').first()).toBeVisible()
      found.push(...(await find(page, `outline ${index + 1}`)))
      await choose(views.nth(0))
    }
    expect(found).toEqual([])
    await context.close()
  })

  test(`what opens over a board passes axe ${name}`, async ({ browser }) => {
    // Eight looks at a whole board, each of which takes axe a few seconds.
    test.slow()
    const { page, context } = await aVisitor(browser, options)
    const found: string[] = []
    await page.goto(links.facilitator ?? '')
    await onBoard(page)
    const card = page.locator('[data-note-id][role="listitem"]')
    const dialog = page.getByRole('dialog')
    const menu = page.getByRole('menu')
    const shut = async () => {
      await page.keyboard.press('Escape')
      await expect(dialog.or(menu)).toHaveCount(0)
    }
    const theme = card.filter({ has: page.locator('h3') }).first()
    await theme.click({ button: 'right' })
    await expect(menu).toBeVisible()
    found.push(...(await find(page, 'theme menu')))
    await shut()
    for (const key of ['m', 'l']) {
      await card.nth(3).click()
      await page.keyboard.press(key)
      if (key === 'l') {
        // Linking waits for the other note; its choice of sentence is a menu.
        await card.nth(8).click()
        await expect(menu).toBeVisible()
      } else await expect(dialog).toBeVisible()
      found.push(...(await find(page, `after ${key}`)))
      await shut()
    }
    await card.nth(3).click()
    await page.keyboard.press('Alt+Enter')
    await expect(page.locator('[data-opened-note]')).toBeVisible()
    found.push(...(await find(page, 'opened note')))
    const goTo = async (index: number) => {
      await tab(page, /./).nth(index).click()
      await expect(tab(page, /./).nth(index)).toHaveAttribute('aria-selected', 'true')
      await onBoard(page)
    }
    await goTo(1)
    // A step in the middle of a chain asks before it goes.
    await card
      .filter({ hasText: /councillors say|concejales dicen|أعضاء المجلس/ })
      .first()
      .click()
    await page.keyboard.press('Delete')
    await expect(dialog).toBeVisible()
    found.push(...(await find(page, 'question')))
    await shut()
    await goTo(2)
    await page.locator('[data-zoom] + button, button:has(.lucide-list-filter)').last().click()
    await expect(dialog).toBeVisible()
    await dialog.getByRole('combobox').first().selectOption({ index: 1 })
    found.push(...(await find(page, 'filter')))
    await dialog.getByRole('button').last().click()
    found.push(...(await find(page, 'filtered grid')))
    expect(found).toEqual([])
    await context.close()
  })

  test(`every screen of a phone passes axe ${name}`, async ({ browser }) => {
    const { page, context } = await aVisitor(browser, { on: 'phone', ...options })
    const found: string[] = []
    await page.goto(links.participant ?? '')
    await expect(page.getByRole('textbox').first()).toBeVisible()
    found.push(...(await find(page, 'join')))
    await page.getByRole('textbox').first().press('Enter')
    await expect(page.locator('#composer-words')).toBeVisible()
    await onBoard(page)
    found.push(...(await find(page, 'outline')))
    const views = page.getByRole('navigation').last().getByRole('button')
    for (let index = 0; index < (await views.count()); index++) {
      await views.nth(index).click()
      found.push(...(await find(page, `phone view ${index + 1}`)))
    }
    expect(found).toEqual([])
    await context.close()
  })
}
