import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, compose, note, onBoard, saved, type Visitor } from './people.ts'

let server: RunningServer
let visitor: Visitor

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  visitor = await aVisitor(browser)
  await visitor.page.goto(await aWorkshop())
  await onBoard(visitor.page)
})

test.afterAll(async () => {
  await visitor?.context.close()
  await server?.stop()
})

/** A workshop with one vision board; answers its facilitator's link. */
async function aWorkshop(): Promise<string> {
  const answer = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: '‮🌅 مرحبا ¡Hola!', boards: [{ kind: 'vision-board' }] }),
  })
  return ((await answer.json()) as { links: { facilitator: string } }).links.facilitator
}

/** Pastes words into the composer, as a person would. */
async function paste(page: Page, text: string) {
  await page.locator('#composer-words').focus()
  await page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

const notes = (page: Page) => page.locator('[data-note-id]')

test('a link that opens nothing says so and offers to start a workshop', async ({ page }) => {
  for (const path of ['/w/unknown#key', '/w/', '/no/such/page']) {
    await page.goto(server.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: /Start a workshop|first page/ }).first()).toBeVisible()
  }
})

test('a wrong code is refused in words, and what was typed stays', async ({ page }) => {
  await page.goto(server.url)
  const field = page.getByRole('textbox', { name: /Code|code/ }).first()
  await field.pressSequentially('ACD346')
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText('This code does not open a workshop', { exact: false }).first()).toBeVisible()
})

test('a hundred thousand characters are not half pasted: the person is asked', async () => {
  const { page } = visitor
  const before = await notes(page).count()
  await page.locator('#composer-words').fill('a'.repeat(100_000))
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Too long for one note')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).last().click()
  await expect(page.locator('#composer-words')).toHaveValue(/^a{100000}$/)
  await page.locator('#composer-words').fill('')
  expect(await notes(page).count()).toBe(before)
})

test('thirty-one pasted lines ask first and are one undo', async () => {
  const { page } = visitor
  const before = await notes(page).count()
  await paste(page, Array.from({ length: 31 }, (_, index) => `- line ${index + 1}`).join('\n'))
  await page.getByRole('button', { name: 'Add 31 notes' }).click()
  await expect(notes(page)).toHaveCount(before + 31)
  await expect(note(page, /^line 31/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo what I did' }).click()
  await expect(notes(page)).toHaveCount(before)
})

test('ten thousand pasted lines are refused in words and nothing freezes', async () => {
  const { page } = visitor
  const before = await notes(page).count()
  await paste(page, Array.from({ length: 10_000 }, (_, index) => `line ${index}`).join('\n'))
  await expect(page.getByText(/10,000 notes/).first()).toBeVisible()
  expect(await notes(page).count()).toBe(before)
  await page.keyboard.press('Escape')
})

test('words that look like code stay words', async () => {
  const { page } = visitor
  const hostile = '<img src=x onerror="document.title=1"> {{7*7}} javascript:alert(1) \u202eabc'
  await page.locator('#composer-words').fill('')
  await compose(page, hostile)
  await expect(note(page, '<img src=x')).toBeVisible()
  await saved(page)
  expect(await page.title()).not.toBe('1')
  expect(visitor.troubles).toEqual([])
})

test('a saved workshop that is cut off, foreign or from the future opens nothing and says why', async ({
  page,
}) => {
  const files = {
    'cut.json': ['{"format":"vispera-workshop","version":1,"boards":[', /not complete/],
    'foreign.json': ['{"hello":1}', /not a saved workshop/],
    'future.json': [
      '{"format":"vispera-workshop","version":99,"workshop":{},"boards":[],"threads":[]}',
      /newer version/,
    ],
  } as const
  for (const [name, [text, sentence]] of Object.entries(files)) {
    await page.goto(server.url)
    const choosing = page.waitForEvent('filechooser')
    await page.getByText('Open a saved workshop').click()
    await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
    await expect(page.getByText(sentence).first()).toBeVisible()
    expect(page.url()).toBe(`${server.url}/`)
  }
})

test('somebody who composes with an input method is never interrupted by others', async ({ browser }) => {
  const { page } = visitor
  const other = await aVisitor(browser)
  await other.page.goto(page.url())
  await onBoard(other.page)
  await compose(page, 'かな')
  await note(page, 'かな').dblclick()
  await note(other.page, 'かな').dblclick()
  const cdp = await visitor.context.newCDPSession(page)
  await page.locator('[data-note-id] textarea').press('End')
  await cdp.send('Input.imeSetComposition', { text: 'ｋ', selectionStart: 1, selectionEnd: 1 })
  await other.page.locator('[data-note-id] textarea').press('Home')
  await other.page.locator('[data-note-id] textarea').pressSequentially('x: ')
  await cdp.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
  await cdp.send('Input.insertText', { text: '感' })
  for (const one of [page, other.page]) await one.locator('[data-note-id] textarea').press('Escape')
  await expect(note(other.page, 'x: かな感')).toBeVisible()
  await expect(note(page, 'x: かな感')).toBeVisible()
  await other.context.close()
})
