import { type Browser, expect, type Page, test } from '@playwright/test'
import { faults } from './faults.ts'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, choose, compose, note, onBoard, tab } from './people.ts'

let server: RunningServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server?.stop()
})

type Links = Record<'host' | 'facilitator' | 'participant' | 'safety-keeper', string>

async function aWorkshop(more: Record<string, unknown> = {}): Promise<Links> {
  const answer = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Our market', boards: [{ kind: 'vision-board' }], ...more }),
  })
  return ((await answer.json()) as { links: Links }).links
}

async function aParticipant(browser: Browser, link: string, name: string, options = {}): Promise<Page> {
  const { page } = await aVisitor(browser, options)
  await page.goto(link)
  await page.getByRole('textbox', { name: 'What should we call you?' }).fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
  await onBoard(page)
  return page
}

async function aLeader(browser: Browser, link: string, options = {}): Promise<Page> {
  const { page } = await aVisitor(browser, options)
  await page.goto(link)
  await onBoard(page)
  return page
}

async function fromMenu(page: Page, entry: string) {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

const people = (page: Page) => page.getByRole('button', { name: /Show people/ }).click()

test('somebody is made a facilitator while they are in, at once and also after a reload', async ({
  browser,
}) => {
  const links = await aWorkshop()
  const lead = await aLeader(browser, links.facilitator)
  const ana = await aParticipant(browser, links.participant, 'Ana')
  await people(lead)
  await lead.getByRole('button', { name: 'Change the role of Ana' }).click()
  await lead.getByRole('menuitemradio', { name: 'Facilitator' }).click()
  await expect(ana.getByText('Your role is now: Facilitator.').first()).toBeAttached()
  await ana.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(ana.getByRole('menuitem', { name: 'Small groups' })).toBeVisible()
  await ana.keyboard.press('Escape')
  await ana.reload()
  await onBoard(ana)
  await people(ana)
  await expect(ana.getByText('Facilitator', { exact: true }).first()).toBeVisible()
})

test('renewed links cut people off, whose old link then opens nothing', async ({ browser }) => {
  const links = await aWorkshop()
  const lead = await aLeader(browser, links.facilitator)
  const ana = await aParticipant(browser, links.participant, 'Ana')
  await lead.getByRole('button', { name: /Invite people/ }).click()
  const dialog = lead.getByRole('dialog')
  const link = dialog.getByRole('textbox', { name: 'Link for participants' })
  await expect(link).toHaveValue(links.participant)
  await dialog.getByRole('button', { name: 'Renew links' }).click()
  await dialog.getByRole('button', { name: 'Renew now' }).click()
  await expect(dialog.getByText('The links are new. 1 person was cut off.')).toBeVisible()
  await expect(ana.getByRole('heading', { name: 'The links of this workshop were renewed' })).toBeVisible({
    timeout: 2_000,
  })
  await expect(link).not.toHaveValue(links.participant)
  await ana.goto('about:blank')
  await ana.goto(links.participant)
  await expect(ana.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(ana.locator('[data-note-id]')).toHaveCount(0)
  const fresh = await aParticipant(browser, await link.inputValue(), 'Ben')
  await expect(fresh.locator('#composer-words')).toBeVisible()
})

test('newcomers wait until they are let in, and then come in by themselves', async ({ browser }) => {
  const links = await aWorkshop()
  const lead = await aLeader(browser, links.facilitator)
  await people(lead)
  await choose(lead.getByRole('radio', { name: 'Ask' }))
  await expect(lead.getByText('Newcomers wait until')).toBeVisible()
  const { page } = await aVisitor(browser, { on: 'phone' })
  await page.goto(links.participant)
  await page.getByRole('textbox', { name: 'What should we call you?' }).fill('Selma')
  await page.getByRole('button', { name: 'Come in' }).click()
  await expect(page.getByRole('heading', { name: /somebody will let you in/ })).toBeVisible()
  expect(await faults(page, 'people', '[role="main"]')).toEqual([])
  expect(await faults(lead, 'people', 'aside')).toEqual([])
  await lead.getByRole('button', { name: 'Let Selma in' }).click()
  await onBoard(page)
  await choose(lead.getByRole('radio', { name: 'Closed' }))
  const { page: late } = await aVisitor(browser)
  await late.goto(links.participant)
  await expect(late.getByRole('heading', { name: 'The door is closed just now' })).toBeVisible()
  await page.reload()
  await onBoard(page)
})

test('small groups work on boards of their own, which only they see, until their results are gathered', async ({
  browser,
}) => {
  const links = await aWorkshop()
  const lead = await aLeader(browser, links.facilitator)
  const ana = await aParticipant(browser, links.participant, 'Ana')
  const ben = await aParticipant(browser, links.participant, 'Ben', { on: 'phone' })
  await expect(lead.getByText('3 here').first()).toBeVisible()
  await fromMenu(lead, 'Small groups')
  const dialog = lead.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Private until gathered/ }).check()
  expect(await faults(lead, 'people', 'dialog')).toEqual([])
  await dialog.getByRole('button', { name: 'Split now' }).click()
  for (const page of [ana, ben]) await expect(page.getByText(/You are in group \d/)).toBeVisible()
  await expect(tab(ana, /Group \d/)).toHaveCount(1)
  await expect(tab(lead, /Group \d/)).toHaveCount(2)
  await onBoard(ana)
  await compose(ana, 'a thought of one group only')
  await expect(note(ana, 'a thought of one group only')).toBeVisible()
  expect(await faults(ana, 'people', 'section[aria-label="Small groups"]')).toEqual([])
  await expect(ben.getByText('a thought of one group only')).toHaveCount(0)
  await lead.getByRole('button', { name: 'All groups' }).click()
  expect(await faults(lead, 'people', 'dialog')).toEqual([])
  await lead.getByRole('button', { name: '“2 minutes left”' }).click()
  await expect(ana.getByText('2 minutes left.')).toBeVisible()
  // Each group has its own time.
  await lead.getByRole('button', { name: 'Stop timer: Group 1' }).click()
  await expect(lead.getByRole('button', { name: '10 min from now: Group 1' })).toBeFocused()
  await lead.keyboard.press('Enter')
  await lead.getByRole('button', { name: '+5 min: Group 2' }).click()
  const time = (page: Page, of: string) => page.getByRole('dialog').getByRole('timer', { name: of })
  await expect(time(lead, 'Time left for Group 1')).toHaveText(/^(10:00|09:5\d)$/)
  await expect(time(lead, 'Time left for Group 2')).toHaveText(/^0[67]:\d\d$/)
  const own = await Promise.all([ana, ben].map((page) => page.getByRole('timer').first().textContent()))
  expect(own.map((words) => Number(words?.slice(0, 2)) > 8).sort()).toEqual([false, true])
  expect(await faults(lead, 'people', 'dialog')).toEqual([])
  await lead.getByRole('button', { name: 'Gather the results' }).click()
  await expect(ben.getByText(/together again on one board/).first()).toBeAttached()
  await expect(note(ben, 'a thought of one group only')).toBeVisible()
  await expect(tab(ana, /Group \d/)).toHaveCount(2)
})

test('a gathering is agreed on in one place and read on the clock of another', async ({ browser }) => {
  const links = await aWorkshop()
  const lead = await aLeader(browser, links.facilitator, { timezoneId: 'America/Los_Angeles' })
  await fromMenu(lead, 'Gatherings and times')
  const dialog = lead.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add a gathering' }).click()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Bridging difference')
  await dialog.getByLabel('Begins').fill('2024-11-14T09:00')
  expect(await faults(lead, 'people', 'dialog')).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('heading', { name: 'Bridging difference' })).toBeVisible()
  const ana = await aParticipant(browser, links.participant, 'Ana', { timezoneId: 'Asia/Jakarta' })
  await fromMenu(ana, 'Gatherings and times')
  const hers = ana.getByRole('dialog')
  await expect(hers.getByText('Friday', { exact: true })).toBeVisible()
  await expect(hers.getByText('00:00', { exact: true })).toBeVisible()
  await expect(hers.getByText('Thursday, 09:00 in America / Los Angeles')).toBeVisible()
  await expect(hers.getByText('Asia / Jakarta: 1 of 1 gatherings falls at night.')).toBeVisible()
  expect(await faults(ana, 'people', 'dialog')).toEqual([])
  const download = ana.waitForEvent('download')
  await hers.getByRole('button', { name: 'Calendar file (.ics)' }).click()
  expect((await download).suggestedFilename()).toBe('Our market.ics')
})

test('the safety level is lowered only when everybody who leads agrees, and a protected record needs two', async ({
  browser,
}) => {
  const links = await aWorkshop({ safety: 'protected' })
  const lead = await aLeader(browser, links.facilitator)
  const other = await aLeader(browser, links.host)
  await fromMenu(lead, 'Safety')
  const dialog = lead.getByRole('dialog')
  await expect(dialog.getByText('The safety keeper has yet to approve.')).toBeVisible()
  expect(await faults(lead, 'people', 'dialog')).toEqual([])
  await choose(dialog.getByRole('radio', { name: 'Guarded' }))
  await dialog.getByRole('button', { name: 'Agree to lower it' }).click()
  await expect(dialog.getByText('1 has agreed so far.')).toBeVisible()
  await fromMenu(other, 'Safety')
  await other.getByRole('dialog').getByRole('button', { name: 'Agree to lower it' }).click()
  await expect(lead.getByText(/The safety level has changed/).first()).toBeAttached()
})
