import { type Browser, expect, type Page, test } from '@playwright/test'
import { faults, faultsInEveryLight } from './faults.ts'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, onBoard, type Visitor, wasTold } from './people.ts'

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})

test.afterAll(async () => {
  await server?.stop()
})

interface Workshop {
  readonly id: string
  readonly links: Record<'facilitator' | 'participant' | 'observer' | 'screen', string>
}

/** A workshop with two boards; its agenda comes with it. */
async function aWorkshop(): Promise<Workshop> {
  const answer = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'Our market, our city',
      safety: 'open',
      boards: [
        { kind: 'vision-board', title: 'Vision' },
        { kind: 'victory-backcast', title: 'Backcast' },
      ],
    }),
  })
  return (await answer.json()) as Workshop
}

const timer = (page: Page) => page.getByRole('timer').first()
const agenda = (page: Page) => page.getByRole('complementary', { name: 'Agenda' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const next = (page: Page) => page.getByRole('button', { name: /^Next: / }).first()

async function come(browser: Browser, link: string, name: string, on: 'laptop' | 'phone' = 'laptop') {
  const visitor = await aVisitor(browser, { on })
  await visitor.page.goto(link)
  await comeIn(visitor, name)
  return visitor
}

async function comeIn({ page }: Visitor, name: string) {
  await page.getByRole('textbox', { name: /What should we call you/ }).fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
  await onBoard(page)
}

async function facilitate(browser: Browser, { links }: Workshop) {
  const visitor = await aVisitor(browser)
  await visitor.page.goto(links.facilitator)
  await onBoard(visitor.page)
  return visitor
}

async function start(page: Page) {
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(heading(page, 'Arrive')).toBeVisible()
}

async function openAgenda(page: Page) {
  await page.getByRole('button', { name: /^Stage \d+ of \d+$/ }).click()
  await expect(agenda(page)).toBeVisible()
}

/** Goes straight to a stage from the agenda. */
async function startFrom(page: Page, name: string) {
  await agenda(page)
    .getByRole('button', { name: `Stage “${name}”` })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /Start from here|Go back to it/ }).click()
  await expect(heading(page, name)).toBeVisible()
}

const secondsOn = async (page: Page) => {
  const [minutes = 0, seconds = 0] = ((await timer(page).textContent()) ?? '').split(':').map(Number)
  return minutes * 60 + seconds
}

test('everyone sees where they are, what to do and how long, and those who lead move it on', async ({
  browser,
}) => {
  const workshop = await aWorkshop()
  const lead = await facilitate(browser, workshop)
  const phone = await come(browser, workshop.links.participant, 'Amina', 'phone')
  const wall = await aVisitor(browser)
  await wall.page.goto(workshop.links.screen)
  const observer = await aVisitor(browser)
  await observer.page.goto(workshop.links.observer)

  await expect(lead.page.getByRole('button', { name: /^\d+ stages, \d+ min$/ })).toBeVisible()
  await expect(phone.page.getByRole('timer')).toHaveCount(0)
  await start(lead.page)
  for (const { page } of [phone, wall, observer]) {
    await expect(heading(page, 'Arrive')).toBeVisible()
    await expect(timer(page)).toHaveText(/^0[78]:\d\d$/)
  }
  await expect(phone.page.getByText('Name or alias, language').first()).toBeVisible()
  await expect(lead.page.getByText('Look and listen: nobody writes now.')).toHaveCount(0)
  await expect(phone.page.getByText('Look and listen: nobody writes now.')).toBeVisible()
  await expect(observer.page.getByText('You are looking on.').first()).toBeVisible()

  await lead.page.getByRole('button', { name: '+1 min', exact: true }).click()
  await expect(timer(phone.page)).toHaveText(/^0[89]:\d\d$/)
  await lead.page.getByRole('button', { name: 'Pause for everyone' }).first().click()
  await expect(phone.page.getByRole('heading', { name: 'We pause' })).toBeVisible()
  await expect(wall.page.getByRole('heading', { name: 'We pause' })).toBeVisible()
  await lead.page.getByRole('button', { name: 'Go on' }).first().click()
  await expect(phone.page.getByRole('heading', { name: 'We pause' })).toHaveCount(0)

  await next(lead.page).click()
  await expect(heading(phone.page, 'Talk')).toBeVisible()
  await expect(phone.page.getByRole('status').filter({ hasText: 'Stage 2 of' })).toBeAttached()

  const late = await come(browser, workshop.links.participant, 'Farai')
  await expect(heading(late.page, 'Talk')).toBeVisible()
  expect(Math.abs((await secondsOn(late.page)) - (await secondsOn(lead.page)))).toBeLessThanOrEqual(2)

  expect([lead, phone, wall, observer, late].flatMap(({ troubles }) => troubles)).toEqual([])
  for (const { context } of [lead, phone, wall, observer, late]) await context.close()
})

test('a device whose clock is two hours off shows the true time', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await facilitate(browser, workshop)
  await start(lead.page)
  const off = await aVisitor(browser)
  await off.page.clock.setSystemTime(new Date(Date.now() + 2 * 3_600_000))
  await off.page.goto(workshop.links.participant)
  await comeIn(off, 'Kyaw')
  await expect(timer(off.page)).toHaveText(/^0[78]:\d\d$/)
  expect(Math.abs((await secondsOn(off.page)) - (await secondsOn(lead.page)))).toBeLessThanOrEqual(2)
  // The clock is set while the page is open.
  await off.page.clock.setSystemTime(new Date(Date.now() - 2 * 3_600_000))
  await expect(async () =>
    expect(Math.abs((await secondsOn(off.page)) - (await secondsOn(lead.page)))).toBeLessThanOrEqual(2),
  ).toPass()
  for (const { context } of [lead, off]) await context.close()
})

test('the agenda is reordered by keyboard, changed in place, and undone', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await facilitate(browser, workshop)
  const { page } = lead
  await start(page)
  await openAgenda(page)
  const names = () => agenda(page).locator('[data-stage]').allTextContents()
  const before = await names()
  const grip = agenda(page).getByRole('button', { name: 'Move “Imagine”' })
  await grip.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Over Write alone')).toBeAttached()
  await page.keyboard.press('Space')
  await expect(async () => {
    const [, , third, fourth] = await names()
    expect([third, fourth].map((line) => /Write alone|Imagine/.exec(line ?? '')?.[0])).toEqual([
      'Write alone',
      'Imagine',
    ])
  }).toPass()

  await agenda(page).getByRole('button', { name: 'Stage “Imagine”' }).click()
  await page.getByRole('menuitem', { name: 'Move to …' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Before 3, Write alone$/ })
    .click()
  await expect(async () => expect((await names())[2]).toContain('Imagine')).toPass()

  await agenda(page).getByRole('button', { name: 'Stage “Imagine”' }).click()
  await page.getByRole('menuitem', { name: 'Take out' }).click()
  await expect(agenda(page).locator('[data-stage]')).toHaveCount(before.length - 1)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(agenda(page).locator('[data-stage]')).toHaveCount(before.length)
  await expect(async () => expect((await names())[2]).toContain('Imagine')).toPass()

  const words = agenda(page).getByRole('textbox', { name: 'What people are asked to do' })
  await words.fill('Say your name, and one thing you can see from your window.')
  await words.press('Control+Enter')
  const phone = await come(browser, workshop.links.participant, 'Amina', 'phone')
  await expect(phone.page.getByText('one thing you can see from your window').first()).toBeVisible()
  await openAgenda(phone.page)
  await expect(agenda(phone.page).getByRole('button', { name: /^Stage “/ })).toHaveCount(0)
  expect(await faults(page, 'agenda')).toEqual([])
  expect(await faults(phone.page, 'agenda on a phone')).toEqual([])

  await startFrom(page, 'Imagine')
  await startFrom(page, 'Arrive')
  await expect(heading(phone.page, 'Arrive')).toBeVisible()
  for (const { context } of [lead, phone]) await context.close()
})

test('a composer that closes says why, and keeps what was begun', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await facilitate(browser, workshop)
  const guest = await come(browser, workshop.links.participant, 'Amina')
  const { page } = guest
  await page.locator('#composer-words').fill('Keys on my own belt')
  await start(lead.page)
  await expect(page.getByText('Nobody writes in this stage.')).toBeVisible()
  // Nobody is torn out of a sentence: the field goes when it is left.
  await expect(page.locator('#composer-words')).toHaveValue('Keys on my own belt')
  await page.locator('#composer-words').blur()
  await expect(page.getByText('Keys on my own belt')).toBeVisible()
  await expect(page.locator('#composer-words')).toHaveCount(0)
  await next(lead.page).click()
  await expect(page.locator('#composer-words')).toHaveValue('Keys on my own belt')

  await page.getByRole('tab', { name: 'Backcast' }).click()
  await onBoard(page)
  await expect(page.getByText('The group is working on “Vision” now.')).toBeVisible()
  await page.getByRole('button', { name: 'Go there' }).click()
  await expect(page.getByRole('tab', { name: 'Vision' })).toHaveAttribute('aria-selected', 'true')
  for (const { context } of [lead, guest]) await context.close()
})

test('a stage on another board takes everyone there, but nobody out of a sentence', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await facilitate(browser, workshop)
  const guest = await come(browser, workshop.links.participant, 'Amina')
  const writer = await come(browser, workshop.links.participant, 'Farai')
  const wall = await aVisitor(browser)
  await wall.page.goto(workshop.links.screen)
  await start(lead.page)
  await next(lead.page).click()
  await expect(writer.page.locator('#composer-words')).toBeVisible()
  await writer.page.locator('#composer-words').fill('I am in the middle of')
  await openAgenda(lead.page)
  await startFrom(lead.page, 'Work backwards')
  const tab = (page: Page, name: string) => page.getByRole('tab', { name })
  await expect(tab(guest.page, 'Backcast')).toHaveAttribute('aria-selected', 'true')
  await wasTold(guest.page, 'The workshop goes on at “Backcast”.')
  await guest.page.getByRole('button', { name: 'Back to “Vision”' }).click()
  await expect(tab(guest.page, 'Vision')).toHaveAttribute('aria-selected', 'true')
  await wasTold(writer.page, 'Finish first; you go there after.')
  await expect(tab(writer.page, 'Vision')).toHaveAttribute('aria-selected', 'true')
  await writer.page.locator('#composer-words').blur()
  await expect(tab(writer.page, 'Backcast')).toHaveAttribute('aria-selected', 'true')
  await onBoard(wall.page)
  for (const { context } of [lead, guest, writer, wall]) await context.close()
})

test('those who lead call for attention: look here, follow me, hands, who is ready', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await facilitate(browser, workshop)
  const guest = await come(browser, workshop.links.participant, 'Amina')
  const phone = await come(browser, workshop.links.participant, 'Farai', 'phone')
  await start(lead.page)
  await openAgenda(lead.page)

  await guest.page.getByRole('button', { name: 'Raise hand' }).click()
  const hands = agenda(lead.page).getByRole('region', { name: 'Raised hands' })
  await expect(hands.getByRole('listitem')).toHaveText([/Amina/])
  await phone.page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(hands.getByRole('listitem')).toHaveText([/Amina/, /Farai/])
  await hands.getByRole('button', { name: /Amina had their turn/ }).click()
  await expect(hands.getByRole('listitem')).toHaveText([/Farai/])
  await expect(guest.page.getByRole('button', { name: 'Raise hand' })).toBeVisible()

  await lead.page.getByRole('button', { name: 'Ask who is ready' }).click()
  await expect(lead.page.getByText('0 of 2 are ready')).toBeVisible()
  await phone.page.getByRole('button', { name: 'I’m ready' }).click()
  await expect(lead.page.getByText('1 of 2 are ready')).toBeVisible()
  await lead.page.getByRole('button', { name: 'End the check' }).first().click()
  await expect(phone.page.getByRole('button', { name: 'I’m ready' })).toHaveCount(0)

  await guest.page.getByRole('tab', { name: 'Backcast' }).click()
  await onBoard(guest.page)
  await lead.page.getByRole('button', { name: 'Look here' }).click()
  await guest.page.getByRole('button', { name: 'Go there' }).last().click()
  await expect(guest.page.getByRole('tab', { name: 'Vision' })).toHaveAttribute('aria-selected', 'true')

  await lead.page.getByRole('button', { name: 'Follow me' }).click()
  await expect(guest.page.getByText(/leads: you see what they see/)).toBeVisible()
  await lead.page.getByRole('tab', { name: 'Backcast' }).click()
  await expect(guest.page.getByRole('tab', { name: 'Backcast' })).toHaveAttribute('aria-selected', 'true')
  expect(await faults(guest.page, 'led')).toEqual([])
  await guest.page.getByRole('button', { name: 'Look round by myself' }).click()
  await expect(guest.page.getByText('You are looking round by yourself.')).toBeVisible()
  await lead.page.getByRole('button', { name: 'Release everyone' }).first().click()
  await expect(guest.page.getByText('You are looking round by yourself.')).toHaveCount(0)
  for (const { context } of [lead, guest, phone]) await context.close()
})

test('bar and wall pass axe in the light, in the dark and in Arabic', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await facilitate(browser, workshop)
  await start(lead.page)
  const found: string[] = []
  const looks = [
    { options: {}, find: faultsInEveryLight },
    { options: { locale: 'ar' }, find: faults },
  ] as const
  for (const { options, find } of looks) {
    const guest = await aVisitor(browser, options)
    await guest.page.goto(workshop.links.observer)
    await onBoard(guest.page)
    await expect(timer(guest.page)).toBeVisible()
    found.push(...(await find(guest.page, 'bar')))
    const wall = await aVisitor(browser, options)
    await wall.page.goto(workshop.links.screen)
    await onBoard(wall.page)
    await expect(timer(wall.page)).toBeVisible()
    found.push(...(await find(wall.page, 'wall')))
    for (const { context } of [guest, wall]) await context.close()
  }
  expect(found).toEqual([])
  await lead.context.close()
})
