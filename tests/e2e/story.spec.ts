import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, choose, compose, note, onBoard, saved, tab, type Visitor } from './people.ts'

let server: RunningServer
let desk: Visitor
let phone: Visitor
let watcher: Visitor
let participants = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  desk = await aVisitor(browser)
  phone = await aVisitor(browser, { on: 'phone' })
  watcher = await aVisitor(browser)
})

test.afterAll(async () => {
  await Promise.all([desk, phone, watcher].map((visitor) => visitor?.context.close()))
  await server?.stop()
})

test('a facilitator starts a workshop and gets a link, a QR code and a code of six characters', async () => {
  const { page } = desk
  await page.goto(server.url)
  await page.getByLabel('What is it called?').fill('Our market, our city')
  await page.getByRole('button', { name: 'Open the wall' }).click()
  await onBoard(page)
  await expect(page.getByRole('tab')).toHaveCount(3)
  await page
    .getByRole('button', { name: /Invite people/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
  await expect(dialog.getByText(/^[A-HJ-NP-Z2-9]{6}$/)).toBeVisible()
})

test('a second person joins by link on a phone, a third only looks on', async () => {
  const dialog = desk.page.getByRole('dialog')
  const linkOf = async (role: string) => {
    const line = dialog.getByRole('listitem').filter({ hasText: role })
    return line.getByRole('textbox').inputValue()
  }
  participants = await dialog.getByRole('textbox').first().inputValue()
  const observers = await linkOf('Observer')
  await dialog.getByRole('button', { name: 'Close' }).click()

  await phone.page.goto(participants)
  await expect(phone.page.getByRole('heading', { name: 'Our market, our city' })).toBeVisible()
  await phone.page.getByLabel(/What should we call you/).fill('Nadia')
  await phone.page.getByRole('button', { name: 'Come in' }).click()
  await onBoard(phone.page)

  await watcher.page.goto(observers)
  await onBoard(watcher.page)
  await expect(watcher.page.locator('#composer-words')).toHaveCount(0)
  await expect(desk.page.getByText('2 here')).toBeVisible()
})

test('what one writes, everybody sees at once', async () => {
  await compose(desk.page, 'The traders open their own stalls under a roof they own')
  await expect(note(phone.page, 'a roof they own')).toBeVisible()
  await expect(note(watcher.page, 'a roof they own')).toBeVisible()

  await compose(phone.page, 'My daughter counts the takings without fear')
  await expect(note(desk.page, 'My daughter')).toBeVisible()
  await expect(note(watcher.page, 'My daughter')).toBeVisible()
  await saved(desk.page)
})

test('a note is dragged by mouse, and everybody sees where it went', async () => {
  const mine = note(desk.page, 'a roof they own')
  const before = await note(watcher.page, 'a roof they own').boundingBox()
  const from = await mine.boundingBox()
  if (!before || !from) throw new Error('the note is not on screen')
  await desk.page.mouse.move(from.x + 30, from.y + 20)
  await desk.page.mouse.down()
  await desk.page.mouse.move(from.x + 180, from.y + 120, { steps: 8 })
  await desk.page.mouse.up()
  await expect
    .poll(async () => {
      const after = await note(watcher.page, 'a roof they own').boundingBox()
      return after ? Math.round(Math.hypot(after.x - before.x, after.y - before.y)) : 0
    })
    .toBeGreaterThan(60)
})

test('a note is edited in place, deleted, and brought back by undo', async () => {
  await note(desk.page, 'a roof they own').dblclick()
  const editor = desk.page.locator('[data-note-id] textarea')
  await editor.press('End')
  await editor.pressSequentially(' together')
  await editor.press('Escape')
  await expect(note(phone.page, 'a roof they own together')).toBeVisible()

  await note(desk.page, 'My daughter').click()
  await desk.page.keyboard.press('Delete')
  await expect(note(phone.page, 'My daughter')).toHaveCount(0)
  await desk.page.keyboard.press('Control+z')
  await expect(note(phone.page, 'My daughter')).toBeVisible()
})

test('two notes are linked by the menu, and the link reads as a sentence', async () => {
  await note(desk.page, 'My daughter').click({ button: 'right' })
  await desk.page.getByRole('menuitem', { name: /Link to/ }).click()
  await desk.page.getByRole('button', { name: /pulls against …$/ }).click()
  await desk.page.getByRole('button', { name: /stalls under a roof/ }).click()
  await expect(desk.page.getByRole('button', { name: /fear pulls against The traders/ })).toBeVisible()
  await expect(watcher.page.getByRole('button', { name: /fear pulls against The traders/ })).toBeVisible()
})

test('a piece of the vision becomes the victory of the backcast', async () => {
  await note(desk.page, 'a roof they own together').click({ button: 'right' })
  await desk.page.getByRole('menuitem', { name: 'Work back from this' }).click()
  await tab(desk.page, 'Backcast').click()
  await onBoard(desk.page)
  await expect(note(desk.page, 'a roof they own together')).toHaveAttribute('data-note-id', 'victory')
  await tab(desk.page, 'Vision').click()
  await expect(note(desk.page, 'a roof they own together')).toContainText('1 victory')
  await tab(desk.page, 'Backcast').click()
})

test('from each step one asks what had to be true just before, until the chain reaches today', async () => {
  const { page } = desk
  await page.locator('[data-note-id="instant-before"]').dblclick()
  const words = page.locator('[data-note-id] textarea')
  await words.fill('Packed council chamber')
  await words.press('Escape')
  for (const step of [
    'The lease is on the agenda',
    'The co-op has shared books',
    'Traders trust each other',
  ]) {
    await page.keyboard.press('b')
    await words.fill(step)
    await words.press('Escape')
    await expect(note(page, step)).toBeVisible()
  }
  await expect(page.getByText('Does not reach today yet').first()).toBeVisible()

  await note(page, 'Traders trust each other').focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Open', exact: true }).click()
  await choose(page.getByRole('radio', { name: 'True now' }))
  await page.keyboard.press('Escape')
  await expect(page.getByText('Reaches today', { exact: true }).first()).toBeVisible()
  await expect(note(watcher.page, 'a roof they own together')).toBeVisible()
})

test('the same cards read forwards as a numbered plan under an interim goal', async () => {
  const { page } = desk
  await note(page, 'The co-op has shared books').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Make it an interim goal' }).click()
  await choose(page.getByRole('radio', { name: /Forwards/ }))
  await expect(page.getByRole('heading', { name: 'The co-op has shared books' })).toBeVisible()
  await expect(note(page, 'Traders trust each other')).toContainText('1')
  await expect(note(page, 'The lease is on the agenda')).toContainText('because 2')
  await choose(page.getByRole('radio', { name: 'Backwards' }))
})

test('steps go to the grid as tactics, into cells, in pairs and onto moments', async () => {
  const { page } = desk
  for (const step of ['The lease is on the agenda', 'The co-op has shared books']) {
    await note(page, step).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Find tactics' }).click()
    await expect(page.getByText('Taken to the board Inside / outside').first()).toBeVisible()
  }
  await tab(page, /Inside/).click()
  await onBoard(page)
  const sent = page.locator('[data-note-id]')
  const words = page.locator('[data-note-id] textarea')
  for (const [index, tactic] of ['Speak at the budget hearing', 'Fill the gallery with baskets'].entries()) {
    await sent.nth(index).dblclick()
    await words.fill(tactic)
    await words.press('Escape')
    await expect(note(page, tactic)).toContainText('step')
  }
  await moveTo(page, 'Speak at the budget hearing', ['Invited space', 0])
  await moveTo(page, 'Fill the gallery with baskets', ['Claimed space', 2])

  await note(page, 'Fill the gallery').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Link to/ }).click()
  await page.getByRole('button', { name: /gallery with baskets” opens the door for …$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /budget hearing/ })
    .click()
  await expect(page.getByRole('button', { name: /baskets opens the door for Speak/ })).toBeVisible()
})

test('somebody loses the network, goes on writing, and nothing is lost or doubled', async () => {
  const { page, context } = phone
  await context.setOffline(true)
  await expect(page.getByText(/Offline: keep writing/).first()).toBeVisible({ timeout: 60_000 })
  await compose(page, 'Written without any network')
  await compose(page, 'And one more')
  await expect(page.getByText(/waiting to send/).first()).toBeVisible()
  await context.setOffline(false)
  await saved(page)
  await tab(desk.page, 'Vision').click()
  for (const words of ['Written without any network', 'And one more']) {
    await expect(desk.page.locator('[data-note-id]').filter({ hasText: words })).toHaveCount(1)
  }
})

test('the server is killed and started again, and everything is there', async ({ browser }) => {
  await compose(desk.page, 'Written just before the lights went out')
  await saved(desk.page)
  await server.kill()
  await compose(desk.page, 'Written in the dark')
  await server.restart()
  await saved(desk.page)
  await saved(phone.page)
  await expect(note(phone.page, 'Written in the dark')).toBeVisible()

  const late = await aVisitor(browser)
  await late.page.goto(participants)
  await onBoard(late.page)
  for (const words of [
    'just before the lights',
    'Written in the dark',
    'without any network',
    'My daughter',
  ]) {
    await expect(late.page.locator('[data-note-id]').filter({ hasText: words })).toHaveCount(1)
  }
  await late.context.close()
})

test('the record makes sense to somebody who was not there', async () => {
  const { page } = desk
  for (const [format, ending] of [
    ['Page (HTML)', '.html'],
    ['Text (Markdown)', '.md'],
    ['Document (PDF)', '.pdf'],
    ['Saved workshop (JSON)', '.json'],
  ] as const) {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: /Record/ }).click()
    await choose(page.getByRole('radio', { name: new RegExp(format.replace(/[()]/g, '.')) }))
    const arriving = page.waitForEvent('download', { timeout: 60_000 })
    await page.getByRole('button', { name: 'Download' }).click()
    const download = await arriving
    expect(download.suggestedFilename()).toContain(ending)
    const path = await download.path()
    const bytes = await readFile(path)
    if (ending === '.pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    else {
      const text = bytes.toString()
      for (const words of [
        'a roof they own together',
        'Packed council chamber',
        'Traders trust each other',
      ]) {
        expect(text).toContain(words)
      }
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('nobody met a script error, a refused resource or another host on the way', () => {
  for (const visitor of [desk, phone, watcher]) expect(visitor.troubles).toEqual([])
})

/** Moves a note by its menu, as people without a mouse do: to a column of the nth row. */
async function moveTo(page: Page, words: string, [column, row]: [string, number]) {
  await note(page, words).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Move to/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: column }).nth(row).click()
}
