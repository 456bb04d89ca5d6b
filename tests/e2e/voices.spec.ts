import { expect, type Page, test } from '@playwright/test'
import { faults } from './faults.ts'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, note, onBoard, type Visitor, wasTold } from './people.ts'

let server: RunningServer
let lead: Visitor
let phone: Visitor
let wall: Visitor
let watcher: Visitor
let workshop: Workshop

interface Workshop {
  readonly links: Readonly<Record<string, string>>
  readonly board: string
  /** Starts the first stage of a kind in the agenda. */
  start(kind: string): Promise<void>
  record(): Promise<string>
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  workshop = await aWorkshop()
  lead = await aVisitor(browser)
  phone = await aVisitor(browser, { on: 'phone' })
  wall = await aVisitor(browser)
  watcher = await aVisitor(browser)
  await lead.page.goto(workshop.links.facilitator ?? '')
  await onBoard(lead.page)
  await watcher.page.goto(workshop.links.observer ?? '')
  await onBoard(watcher.page)
  for (const { page } of [phone, wall]) await comeIn(page)
})

test.afterAll(async () => {
  await Promise.all([lead, phone, wall, watcher].map((visitor) => visitor?.context.close()))
  await server?.stop()
})

/** A vision board with an agenda, and a seat of its own for what the facilitator's bar does elsewhere. */
async function aWorkshop(): Promise<Workshop> {
  const ask = async (method: string, path: string, body?: object, token = '') => {
    const answer = await fetch(`${server.url}/api/workshops${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const boards = [{ kind: 'vision-board', title: 'Vision' }]
  const made = (await (await ask('POST', '', { title: 'Our market, our city', boards })).json()) as {
    id: string
    links: Record<string, string>
  }
  const key = made.links.facilitator?.split('#')[1]
  const seat = (await (await ask('POST', `/${made.id}/join`, { key })).json()) as {
    token: string
    documents: { boards: { id: string }[] }
  }
  const board = seat.documents.boards[0]?.id ?? ''
  const say = async (command: string, input: object) =>
    (await (await ask('POST', `/${made.id}/commands`, { command, ...input }, seat.token)).json()) as Record<
      string,
      unknown
    >
  let run = 0
  return {
    links: made.links,
    board,
    async start(kind) {
      const { stage } = await say('add-stage', { kind, board, minutes: 9 })
      await say('start-stage', { stage, run })
      run += 1
    },
    record: async () =>
      (await ask('GET', `/${made.id}/record?format=markdown`, undefined, seat.token)).text(),
  }
}

async function comeIn(page: Page) {
  await page.goto(workshop.links.participant ?? '')
  await page.getByRole('button', { name: /^(Come in|ادخل|Entrar)/ }).click()
  await onBoard(page)
}

const putDown = async (page: Page, words: string) => {
  await page.locator('#composer-words').fill(words)
  await page.getByRole('button', { name: 'Put down' }).click()
  await expect(page.locator('#composer-words')).toHaveValue('')
}
const mine = (page: Page, words: string) => page.locator('[data-draft-id]').filter({ hasText: words })
const openMenu = async (page: Page, entry: string) => {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}
/** The menu of a note in the outline. */
const noteMenu = async (page: Page, words: string, entry: string) => {
  const line = note(page, words)
  await line
    .getByRole('button', { name: /^What to do with/ })
    .last()
    .click()
  await page.getByRole('menuitem', { name: entry }).click()
}
const goTo = (page: Page, tab: string) =>
  page.getByRole('navigation').getByRole('button', { name: tab, exact: true }).click()

test('each writes alone: others see how many cards there are, never a word of them', async () => {
  await workshop.start('write-silent')
  await expect(phone.page.getByRole('heading', { name: /One thing you can see/ })).toBeVisible()
  await expect(phone.page.getByText('Nothing today is fine too.')).toBeVisible()
  await phone.page.getByRole('button', { name: 'I feel' }).tap()
  await putDown(phone.page, 'Keys on my own belt.')
  await expect(mine(phone.page, 'Keys on my own belt.')).toContainText('only you')
  await expect(phone.page.getByText('Yours so far: 1')).toBeVisible()

  const field = wall.page.locator('#composer-words')
  await field.fill('   ')
  await field.press('Enter')
  await field.fill('Buses stop at our gate now.')
  await field.press('Enter')
  await expect(wall.page.locator('[data-draft-id]')).toHaveCount(1)

  await expect(lead.page.getByText('cards, still face down')).toContainText('They turn over together')
  await expect(lead.page.getByRole('button', { name: 'Turn over 2 cards' })).toBeVisible()
  for (const { page } of [lead, watcher, wall]) expect(await page.content()).not.toContain('Keys on my own')
})

test('a list that is pasted becomes drafts of its own; a draft is written anew, taken away and brought back', async () => {
  const { page } = wall
  await page.locator('#composer-words').focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '- Schoolchildren draw the market\n- A song on the radio')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.locator('[data-draft-id]')).toHaveCount(3)
  await mine(page, 'A song on the radio')
    .getByRole('button', { name: /Write again/ })
    .press('Enter')
  await page
    .getByRole('textbox', { name: 'Words of your draft' })
    .fill('A song about the market on the radio')
  await page.keyboard.press('Escape')
  await expect(mine(page, 'A song about the market')).toBeVisible()
  await mine(page, 'Schoolchildren')
    .getByRole('button', { name: /Take away/ })
    .click()
  await expect(page.locator('[data-draft-id]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(mine(page, 'Schoolchildren draw the market')).toBeVisible()
})

test('silent writing passes axe', async () => {
  expect(await faults(phone.page, 'phone')).toEqual([])
  expect(await faults(wall.page, 'wall')).toEqual([])
})

test('the cards turn over together, without names; mine are mine on this device alone', async () => {
  await workshop.start('reveal')
  await expect(phone.page.getByText('cards, still face down')).toBeVisible()
  await lead.page.getByRole('button', { name: 'Turn over 4 cards' }).click()
  for (const { page } of [lead, phone, wall, watcher])
    await expect(note(page, 'Keys on my own')).toBeVisible()
  await wasTold(lead.page, '4 notes appeared together.')
  await expect(note(phone.page, 'Keys on my own')).toContainText('yours')
  await expect(note(wall.page, 'Keys on my own')).not.toContainText('yours')
  await expect(note(lead.page, 'Buses stop')).not.toContainText('yours')
})

test('its author still changes a nameless note, though nobody may write in this stage', async () => {
  const { page } = phone
  await noteMenu(page, 'Keys on my own', 'Edit or withdraw (yours)')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Words' }).fill('The keys hang on my own belt.')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(note(wall.page, 'The keys hang on my own belt')).toBeVisible()
})

test('a note is set aside for care: only its author reads it, is told kindly, and may word it anew', async () => {
  await note(lead.page, 'The keys hang').click({ button: 'right' })
  await lead.page.getByRole('menuitem', { name: 'Hide for care' }).click()
  await expect(note(wall.page, 'The keys hang')).toHaveCount(0)
  await expect(phone.page.getByText('One of your notes was set aside for care.').last()).toBeVisible()
  await phone.page.getByRole('button', { name: 'Why?' }).click()
  const dialog = phone.page.getByRole('dialog')
  await expect(dialog.getByText(/Nobody knows that it is yours/)).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Words' })).toHaveValue('The keys hang on my own belt.')
  await dialog.getByRole('textbox', { name: 'Words' }).fill('Each of us has keys.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await openMenu(lead.page, 'How is the pace?')
  await lead.page.getByRole('button', { name: 'Bring back' }).click()
  await expect(note(wall.page, 'Each of us has keys.')).toBeVisible()
})

test('on the walk along the wall a heart is left by a tap, and counted without a name', async () => {
  await workshop.start('gallery')
  const heart = note(phone.page, 'Buses stop').getByRole('button', { name: 'A heart' })
  // Lines are drawn anew when dragging comes to them: a tap in that instant is not one.
  await expect(async () => {
    if ((await heart.getAttribute('aria-pressed')) === 'false') await heart.tap()
    await expect(heart).toHaveAttribute('aria-pressed', 'true', { timeout: 2_000 })
  }).toPass()
  await expect(note(lead.page, 'Buses stop')).toContainText('1')
})

test('dots are given by touch on a phone and by keyboard on the wall, and nobody sees a total', async () => {
  await workshop.start('vote')
  await expect(phone.page.getByText(/Nobody sees your dots/)).toBeVisible()
  const row = phone.page.getByRole('main').getByRole('button', { name: /Buses stop/ })
  await row.tap()
  await expect(row).toHaveAttribute('aria-pressed', 'true')
  await phone.page
    .getByRole('main')
    .getByRole('button', { name: /Each of us/ })
    .tap()
  await expect(phone.page.getByText('None left').first()).toBeVisible()
  await phone.page
    .getByRole('main')
    .getByRole('button', { name: /Each of us/ })
    .tap()
  await expect(phone.page.getByText('1 left').first()).toBeVisible()

  const target = wall.page.getByRole('button', { name: 'A dot for: Buses stop at our gate now.' })
  await target.focus()
  await wall.page.keyboard.press('Space')
  await expect(target).toHaveAttribute('aria-pressed', 'true')
  await lead.page
    .getByRole('complementary')
    .getByRole('button', { name: /A song about/ })
    .click()
  for (const { page } of [lead, phone, wall, watcher])
    expect(
      await page
        .locator('[data-note-id]')
        .filter({ hasText: /\d dot|place \d/ })
        .count(),
    ).toBe(0)
  expect(await faults(phone.page, 'phone')).toEqual([])
  expect(await faults(wall.page, 'wall')).toEqual([])
  expect(await faults(lead.page, 'lead')).toEqual([])
})

test('a small group learns the order, not the counts, and that secrecy is limited', async () => {
  await lead.page.getByRole('button', { name: 'Close the vote' }).click()
  await lead.page.getByRole('button', { name: 'Close and show totals' }).click()
  for (const { page } of [lead, phone, wall]) {
    await expect(page.getByText(/only the order is shown, and secrecy is limited/)).toBeVisible()
    await expect(page.getByRole('complementary').getByText('3 voices')).toBeVisible()
  }
  await expect(note(watcher.page, 'Buses stop')).toContainText('place 1')
  expect(await faults(phone.page, 'phone result')).toEqual([])
})

test('a proposal is tested, its worry is heard without a name, and the decision is written', async () => {
  await workshop.start('decide')
  await openMenu(lead.page, 'Votes and decisions')
  await lead.page.getByRole('button', { name: 'Open a vote' }).click()
  await lead.page.getByRole('radio', { name: /^Agreement/ }).check()
  await lead.page.getByRole('textbox', { name: /The proposal/ }).fill('We ask the city for the lease first.')
  await lead.page.getByRole('button', { name: 'Open it for everybody' }).click()
  await phone.page.getByRole('radio', { name: 'With small worries' }).check()
  await lead.page.getByRole('radio', { name: 'Fully with it' }).check()
  await wall.page.getByRole('radio', { name: 'Cannot go along' }).check()
  await wall.page.getByRole('textbox', { name: 'What is your worry?' }).fill('Who pays for the lawyer?')
  expect(await faults(wall.page, 'agreement')).toEqual([])
  await lead.page.getByRole('button', { name: 'Close the vote' }).click()
  await lead.page.getByRole('button', { name: 'Close and show totals' }).click()
  await expect(phone.page.getByText('Who pays for the lawyer?')).toBeVisible()

  await lead.page.getByRole('button', { name: 'All votes and decisions' }).click()
  await lead.page.getByRole('button', { name: 'Write a decision' }).click()
  const words = lead.page.getByRole('textbox', { name: 'What was decided' })
  await expect(words).toHaveValue('We ask the city for the lease first.')
  await words.fill('We ask the city for the lease, and raise money for a lawyer.')
  await lead.page.getByRole('textbox', { name: 'Look at it again' }).fill('in May')
  expect(await faults(lead.page, 'decision')).toEqual([])
  await lead.page.getByRole('button', { name: 'Write it down' }).click()

  await openMenu(watcher.page, 'Votes and decisions')
  const panel = watcher.page.getByRole('complementary')
  await expect(panel.getByText('raise money for a lawyer')).toBeVisible()
  await expect(panel.getByText('look at it again: in May')).toBeVisible()
  const record = await workshop.record()
  expect(record).toContain('raise money for a lawyer')
  expect(record).toContain('Who pays for the lawyer?')
})

test('what was written without a network arrives late, and says so', async () => {
  await workshop.start('write-silent')
  await goTo(phone.page, 'Write')
  await phone.context.setOffline(true)
  await putDown(phone.page, 'I sleep on Thursday nights.')
  await expect(phone.page.getByText(/Kept on this device/)).toBeVisible()
  await putDown(wall.page, 'Fresh bread at five.')
  await workshop.start('reveal')
  await lead.page.getByRole('button', { name: 'Turn over 1 card' }).click()
  await expect(note(wall.page, 'Fresh bread')).toBeVisible()
  await phone.context.setOffline(false)
  await expect(note(wall.page, 'I sleep on Thursday nights.')).toContainText('late', { timeout: 40_000 })
})

test('cards that nobody turned lie face down for everybody in the stage that follows', async ({
  browser,
}) => {
  const observer = await aVisitor(browser, { on: 'phone' })
  await observer.page.goto(workshop.links.observer ?? '')
  await onBoard(observer.page)
  await workshop.start('write-silent')
  await putDown(wall.page, 'A bench in the shade.')
  await workshop.start('place')
  for (const { page } of [wall, watcher, phone, observer]) {
    await expect(page.getByText(/cards?, still face down/)).toBeVisible()
    await expect(page.getByText('Whoever leads turns them over.')).toBeVisible()
    expect(await page.locator('main').textContent()).not.toContain('A bench')
  }
  // What the stage allows goes on beside them.
  await expect(wall.page.locator('#composer-words')).toBeVisible()
  await lead.page.getByRole('button', { name: /^Turn over/ }).focus()
  await lead.page.keyboard.press('Enter')
  await expect(note(wall.page, 'A bench in the shade.')).toBeVisible()
  await expect(lead.page.locator('main [data-note-id]:focus')).toHaveCount(1)
  await expect(note(observer.page, 'A bench in the shade.')).toBeVisible()
  await observer.context.close()
})

test('nothing went wrong on any page', () => {
  for (const { troubles } of [lead, phone, wall, watcher])
    expect(troubles.filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('writing alone and the results pass axe in the dark and in Arabic', async ({ browser }) => {
  test.slow()
  await workshop.start('write-silent')
  for (const look of [
    { on: 'laptop', colorScheme: 'dark' },
    { on: 'phone', locale: 'ar' },
  ] as const) {
    const { page, context } = await aVisitor(browser, look)
    await comeIn(page)
    await expect(page.locator('#composer-words')).toBeVisible()
    expect(await faults(page, `writing ${JSON.stringify(look)}`)).toEqual([])
    await page
      .getByRole('button', { name: /^(Menu|القائمة الرئيسية)$/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: /Votes and decisions|التصويت والقرارات/ }).click()
    await expect(page.getByText('raise money for a lawyer')).toBeVisible()
    expect(await faults(page, `results ${JSON.stringify(look)}`)).toEqual([])
    await context.close()
  }
})
