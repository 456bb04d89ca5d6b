import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, note, onBoard, saved, tab, type Visitor } from './people.ts'

let server: RunningServer
let one: Visitor
let other: Visitor

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  one = await aVisitor(browser)
  other = await aVisitor(browser)
  await one.page.goto(server.url)
  await one.page
    .getByRole('button', { name: 'See an example' })
    .or(one.page.getByText('See an example'))
    .first()
    .click()
  await one.page.waitForURL(/\/w\/.+#/)
  await onBoard(one.page)
  await other.page.goto(one.page.url())
  await onBoard(other.page)
})

test.afterAll(async () => {
  await Promise.all([one, other].map((visitor) => visitor?.context.close()))
  await server?.stop()
})

const boxOf = async (page: Page, words: string) => {
  const box = await note(page, words).boundingBox()
  if (!box) throw new Error(`“${words}” is not on screen`)
  return box
}

/** Presses on a note, goes to a point and lets go. */
/** Where a note stands once the wall has taken its first view: fonts and measured heights may move it before. */
async function restingBox(page: Page, words: string) {
  let before = ''
  await expect
    .poll(
      async () => {
        const last = before
        before = JSON.stringify(await boxOf(page, words))
        return before === last
      },
      { intervals: [250] },
    )
    .toBe(true)
  return boxOf(page, words)
}

async function drag(page: Page, words: string, to: { x: number; y: number }) {
  const from = await boxOf(page, words)
  await page.mouse.move(from.x + 20, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 32, from.y + 24, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
}

test('the worked example opens as a live workshop of one’s own', async () => {
  await expect(one.page.getByRole('tab')).toHaveCount(4)
  await expect(note(one.page, 'Shade. So much shade.')).toBeVisible()
})

test('a held note shows who holds it, and stands where it was let go', async () => {
  const start = await restingBox(one.page, 'Shade. So')
  const seen = await restingBox(other.page, 'Shade. So')
  await drag(one.page, 'Shade. So', { x: start.x + 40, y: start.y + 90 })
  await expect(other.page.getByText(/is holding this/).first()).toBeVisible()
  await one.page.mouse.up()
  await expect(other.page.getByText(/is holding this/)).toHaveCount(0)
  await expect
    .poll(async () => Math.round((await boxOf(other.page, 'Shade. So')).y - seen.y))
    .toBeGreaterThan(40)
})

test('Escape while dragging puts the note back', async () => {
  const start = await boxOf(one.page, 'Music, but low')
  await drag(one.page, 'Music, but low', { x: start.x + 60, y: start.y + 120 })
  await one.page.keyboard.press('Escape')
  await one.page.mouse.up()
  await expect
    .poll(async () => Math.round((await boxOf(one.page, 'Music, but low')).y))
    .toBe(Math.round(start.y))
})

test('by keys alone: Space lifts, arrows move, Enter puts down', async () => {
  const { page } = one
  const start = await boxOf(page, 'Music, but low')
  await note(page, 'Music, but low').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await boxOf(other.page, 'Music, but low')).y).toBeGreaterThan(start.y)
})

test('two people type in one note at once, and both keep their letters', async () => {
  for (const { page } of [one, other]) await note(page, 'Keys on my').dblclick()
  const [mine, theirs] = [one, other].map(({ page }) => page.locator('[data-note-id] textarea'))
  await mine?.press('Control+Home')
  await theirs?.press('Control+End')
  await Promise.all([mine?.pressSequentially('AAA '), theirs?.pressSequentially(' ZZZ')])
  await expect(mine ?? one.page.locator('x')).toHaveValue('AAA Keys on my own belt. ZZZ')
  await expect(theirs ?? one.page.locator('x')).toHaveValue('AAA Keys on my own belt. ZZZ')
  for (const { page } of [one, other]) await page.keyboard.press('Escape')
  await saved(one.page)
})

test('undo takes back what I did and leaves what others did', async () => {
  await one.page.locator('#composer-words').fill('Mine to take back')
  await one.page.keyboard.press('Enter')
  await expect(note(other.page, 'Mine to take back')).toBeVisible()
  await other.page.locator('#composer-words').fill('Theirs, and it stays')
  await other.page.keyboard.press('Enter')
  await expect(note(one.page, 'Theirs, and it stays')).toBeVisible()
  await one.page.getByRole('button', { name: 'Undo what I did' }).click()
  await expect(note(other.page, 'Mine to take back')).toHaveCount(0)
  await expect(note(one.page, 'Theirs, and it stays')).toBeVisible()
})

test('dropping a step on a card says that the card needs it first', async () => {
  const { page } = one
  await tab(page, 'Backcast').click()
  await onBoard(page)
  const target = await boxOf(page, 'A costed plan')
  await drag(page, 'Every row has two', { x: target.x + target.width / 2, y: target.y + target.height / 2 })
  await page.mouse.up()
  await tab(other.page, 'Backcast').click()
  await onBoard(other.page)
  await expect
    .poll(async () => {
      const [step, card] = [
        await boxOf(other.page, 'Every row has two'),
        await boxOf(other.page, 'A costed plan'),
      ]
      return step.x < card.x
    })
    .toBe(true)
})

test('a tactic dragged from the tray into a cell stays in that cell', async () => {
  const { page } = one
  await tab(page, /Inside/).click()
  await onBoard(page)
  const cell = await page.getByRole('button', { name: 'Add to “Inside · Claimed space”' }).boundingBox()
  if (!cell) throw new Error('the cell is not on screen')
  await drag(page, 'Sunday visits', { x: cell.x - 60, y: cell.y - 10 })
  await page.mouse.up()
  await expect
    .poll(async () => {
      const box = await boxOf(page, 'Sunday visits')
      return Math.abs(box.x - cell.x) < 320 && Math.abs(box.y - cell.y) < 140
    })
    .toBe(true)
})

test('a finger that rests on a note takes it up; one that moves at once pans', async ({ browser }) => {
  const phone = await aVisitor(browser, { on: 'phone' })
  await phone.page.goto(one.page.url().replace(/\?[^#]*/, ''))
  await expect(phone.page.locator('#composer-words')).toBeVisible()
  await phone.page.getByRole('navigation').getByRole('button', { name: 'Board' }).click()
  await expect(note(phone.page, 'Raids before')).toBeVisible()
  const cdp = await phone.context.newCDPSession(phone.page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const before = await boxOf(phone.page, 'Raids before')
  const [x, y] = [before.x + 30, before.y + 15]
  await touch('touchStart', x, y)
  for (let step = 1; step <= 8; step++) await touch('touchMove', x + step * 5, y + step * 10)
  await touch('touchEnd')
  await expect
    .poll(async () => Math.round((await boxOf(phone.page, 'Raids before')).y - before.y))
    .toBeGreaterThan(40)
  await expect(phone.page.getByRole('menu')).toHaveCount(0)

  const at = await boxOf(phone.page, 'Raids before')
  await touch('touchStart', at.x + 30, at.y + 15)
  await expect(phone.page.getByRole('menu')).toBeVisible()
  await touch('touchEnd')
  await phone.context.close()
})
