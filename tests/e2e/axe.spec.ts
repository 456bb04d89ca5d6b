import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, onBoard, tab } from './people.ts'

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

/** What axe finds against WCAG 2.2 A and AA, said so that a failure can be read. */
async function faults(page: Page, screen: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`),
  )
}

const looks = [
  { name: 'in light', options: { colorScheme: 'light' } },
  { name: 'in the dark', options: { colorScheme: 'dark' } },
  { name: 'in Arabic', options: { colorScheme: 'light', locale: 'ar' } },
] as const

for (const { name, options } of looks) {
  test(`every screen of a laptop passes axe ${name}`, async ({ browser }) => {
    const { page, context } = await aVisitor(browser, options)
    const found: string[] = []
    await page.goto(server.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    found.push(...(await faults(page, 'start')))
    await page.goto(`${server.url}/w/nowhere#nothing`)
    await expect(page.getByRole('heading').first()).toBeVisible()
    found.push(...(await faults(page, 'missing workshop')))

    await page.goto(links.facilitator ?? '')
    await onBoard(page)
    for (let index = 0; index < 4; index++) {
      await tab(page, /./).nth(index).click()
      await onBoard(page)
      found.push(...(await faults(page, `surface ${index + 1}`)))
      const views = page.locator('section:has(+ #composer)').getByRole('radio')
      await views.nth(1).check({ force: true })
      await expect(page.locator('[role="main"] > :not(section)').first()).toBeVisible()
      found.push(...(await faults(page, `outline ${index + 1}`)))
      await views.nth(0).check({ force: true })
    }
    expect(found).toEqual([])
    await context.close()
  })

  test(`every screen of a phone passes axe ${name}`, async ({ browser }) => {
    const { page, context } = await aVisitor(browser, { on: 'phone', ...options })
    const found: string[] = []
    await page.goto(links.participant ?? '')
    await expect(page.getByRole('textbox').first()).toBeVisible()
    found.push(...(await faults(page, 'join')))
    await page.getByRole('textbox').first().press('Enter')
    await expect(page.locator('#composer-words')).toBeVisible()
    await onBoard(page)
    found.push(...(await faults(page, 'outline')))
    const views = page.getByRole('navigation').last().getByRole('button')
    for (let index = 0; index < (await views.count()); index++) {
      await views.nth(index).click()
      found.push(...(await faults(page, `phone view ${index + 1}`)))
    }
    expect(found).toEqual([])
    await context.close()
  })
}
