import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, choose, note, onBoard, saved } from './people.ts'

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server?.stop()
})

interface Made {
  readonly id: string
  readonly links: Readonly<Record<string, string>>
}

async function aWorkshop(more: object = {}): Promise<Made> {
  const answer = await fetch(`${server.url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'Our market',
      safety: 'open',
      boards: [{ kind: 'vision-board' }],
      ...more,
    }),
  })
  return (await answer.json()) as Made
}

/** What the server answers to somebody with the key of a link. */
async function ask({ id, links }: Made, role: string, path: string): Promise<Response> {
  const joined = await fetch(`${server.url}/api/workshops/${id}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: new URL(links[role] ?? '').hash.slice(1) }),
  })
  const { token } = (await joined.json()) as { token: string }
  return fetch(`${server.url}/api/workshops/${id}${path}`, { headers: { authorization: `Bearer ${token}` } })
}

async function open(
  browser: Browser,
  link: string | undefined,
  options: Parameters<typeof aVisitor>[1] = {},
) {
  const visitor = await aVisitor(browser, options)
  await visitor.page.goto(link ?? '')
  const enter = visitor.page.getByRole('button', { name: /^(Join|Come in|Enter)/ })
  await enter.or(visitor.page.locator('[role="main"][data-ready="true"]')).first().waitFor()
  if (await enter.isVisible()) await enter.click()
  await onBoard(visitor.page)
  return visitor
}

async function drawOn(page: Page, ...lines: readonly (readonly [x: number, y: number])[][]) {
  const pad = await page.locator('[data-pad]').boundingBox()
  if (!pad) throw new Error('there is no pad')
  for (const [first, ...rest] of lines) {
    const at = ([x, y]: readonly [number, number]) => [pad.x + x * pad.width, pad.y + y * pad.height] as const
    await page.mouse.move(...at(first ?? [0, 0]))
    await page.mouse.down()
    for (const point of rest) await page.mouse.move(...at(point), { steps: 6 })
    await page.mouse.up()
  }
}

const says = (page: Page, words: string) =>
  page.getByRole('textbox', { name: 'What is to be seen?' }).fill(words)
const put = (page: Page) => page.getByRole('button', { name: 'Put on the board' }).click()
const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).include('dialog').analyze()).violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )

const secret = 'GPS 14.5833,-90.5167 of Rosa'

/** A photograph as a telephone makes it, of a size that has to be made smaller; in its EXIF is what must not leave. */
async function aPhotograph(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2_400
    canvas.height = 1_200
    const pen = canvas.getContext('2d')
    if (!pen) return ''
    for (let x = 0; x < 24; x++) {
      pen.fillStyle = `hsl(${x * 15} 70% 50%)`
      pen.fillRect(x * 100, 0, 100, 1_200)
    }
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  const jpeg = Buffer.from(url.split(',')[1] ?? '', 'base64')
  const exif = Buffer.from(`Exif\0\0II*\0\b\0\0\0\0\0\0\0\0\0${secret}`, 'latin1')
  const head = Buffer.of(0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255)
  const whole = Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
  expect(whole.includes(secret)).toBe(true)
  return whole
}

/** In the page: keeps the bytes of what it sends, one letter each; the browser's own tools do not show those of a blob. */
function noteWhatIsSent() {
  const really = window.fetch
  window.fetch = async (input, init) => {
    if (init?.body instanceof Blob) {
      const bytes = new Uint8Array(await init.body.arrayBuffer())
      document.documentElement.dataset.sent = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    }
    return really(input, init)
  }
}

test('what one person draws another sees, and the record shows', async ({ browser }) => {
  const made = await aWorkshop()
  const one = await open(browser, made.links.facilitator)
  const other = await open(browser, made.links.participant)
  await one.page.getByRole('button', { name: 'Draw', exact: true }).click()
  await drawOn(
    one.page,
    [
      [0.2, 0.8],
      [0.2, 0.3],
      [0.5, 0.1],
      [0.8, 0.3],
      [0.8, 0.8],
    ],
    [
      [0.1, 0.8],
      [0.9, 0.8],
    ],
  )
  await choose(one.page.getByRole('radio', { name: 'Red' }))
  await drawOn(one.page, [
    [0.4, 0.5],
    [0.6, 0.5],
  ])
  await expect(one.page.getByText('3 lines are drawn.')).toBeAttached()
  await one.page.getByRole('button', { name: 'Clear the pad' }).click()
  await expect(one.page.getByText('Nothing is drawn yet.')).toBeAttached()
  await one.page.getByRole('button', { name: 'Undo the last line' }).click()
  await expect(one.page.getByText('3 lines are drawn.')).toBeAttached()
  expect(await faults(one.page)).toEqual([])
  await says(one.page, 'One roof for all of us')
  await put(one.page)
  await expect(one.page.getByRole('dialog')).toHaveCount(0)
  await expect(note(other.page, 'One roof for all of us').locator('svg path[stroke-width]')).toHaveCount(3)

  await saved(one.page)
  const record = await (await ask(made, 'facilitator', '/record?format=html')).text()
  expect(record.match(/<div class="picture"><svg/g)).toHaveLength(1)
  expect(record).toContain('One roof for all of us')
  const markdown = await (await ask(made, 'facilitator', '/record?format=markdown')).text()
  expect(markdown).toContain('One roof for all of us *(Drawing)*')
  expect([...one.troubles, ...other.troubles]).toEqual([])
  await Promise.all([one.context.close(), other.context.close()])
})

test('a photograph leaves the device without where it was taken, and is the same picture for others', async ({
  browser,
}) => {
  const made = await aWorkshop()
  const one = await open(browser, made.links.facilitator)
  const observer = await open(browser, made.links.observer)
  const { page } = one
  await page.getByRole('button', { name: 'Bring a picture' }).click()
  await page
    .locator('[data-picture-file]')
    .setInputFiles({ name: 'rosa.jpg', mimeType: 'image/jpeg', buffer: await aPhotograph(page) })
  await expect(page.getByRole('img', { name: 'The picture you chose' })).toBeVisible()
  await says(page, 'A rainbow of stalls')
  expect(await faults(page)).toEqual([])
  await page.evaluate(noteWhatIsSent)
  const fetching = observer.page.waitForResponse((response) => /\/media\/\w+$/.test(response.url()))
  await put(page)
  const sent = await page.evaluate(() => document.documentElement.dataset.sent ?? '')
  expect(sent.length).toBeGreaterThan(1_000)
  expect([sent.includes(secret), sent.includes('Exif')]).toEqual([false, false])
  const served = await fetching
  const bytes = await served.body()
  expect([bytes.includes(secret), bytes.includes('Exif'), bytes.includes('ICC')]).toEqual([
    false,
    false,
    false,
  ])
  expect(served.headers()['content-security-policy']).toBe("sandbox; default-src 'none'")

  const shown = note(observer.page, 'A rainbow of stalls').locator('img')
  await expect(shown).toBeVisible()
  const size = await shown.evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => [
    naturalWidth,
    naturalHeight,
  ])
  expect(size).toEqual([1_600, 800])
  await expect(observer.page.getByRole('button', { name: /^(Draw|Bring a picture)$/ })).toHaveCount(0)

  await saved(page)
  const record = await (await ask(made, 'facilitator', '/record?format=html')).text()
  expect(record).toMatch(/<img src="data:image\/(webp|jpeg);base64,/)
  expect([...one.troubles, ...observer.troubles]).toEqual([])
  await Promise.all([one.context.close(), observer.context.close()])
})

test('without a connection a drawing goes on the board, and a picture waits in its dialog', async ({
  browser,
}) => {
  const made = await aWorkshop()
  const { page, context } = await open(browser, made.links.facilitator)
  // What comes later has come.
  await page.getByRole('button', { name: 'Bring a picture' }).click()
  await page
    .locator('[data-picture-file]')
    .setInputFiles({ name: 'rosa.jpg', mimeType: 'image/jpeg', buffer: await aPhotograph(page) })
  await expect(page.getByRole('img', { name: 'The picture you chose' })).toBeVisible()
  await says(page, 'Sent later')
  await context.setOffline(true)
  await put(page)
  await expect(page.getByText(/^A picture needs the connection/)).toBeVisible()
  await page.getByRole('button', { name: 'Not now' }).click()

  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await drawOn(page, [
    [0.2, 0.2],
    [0.8, 0.8],
  ])
  await says(page, 'Drawn in the dark')
  await put(page)
  await expect(note(page, 'Drawn in the dark').locator('svg path[stroke-width]')).toHaveCount(1)

  await page.getByRole('button', { name: 'Bring a picture' }).click()
  await expect(page.getByRole('img', { name: 'The picture you chose' })).toBeVisible()
  await put(page)
  await expect(page.getByText(/^A picture needs the connection/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(note(page, 'Sent later').locator('img')).toBeVisible()
  await saved(page)
  await context.close()
})

test('a finger draws on a phone; words alone become a note; a picture can be taken away and brought back', async ({
  browser,
}) => {
  const made = await aWorkshop()
  const { page, context, troubles } = await open(browser, made.links.participant, { on: 'phone' })
  await page.locator('#composer-words').fill('Rain on the tin')
  await page.getByRole('button', { name: 'Draw', exact: true }).tap()
  await expect(page.getByText('It goes above your words: “Rain on the tin”')).toBeVisible()
  await drawOn(page, [
    [0.1, 0.1],
    [0.9, 0.9],
  ])
  await says(page, 'Slanting lines')
  await put(page)
  await expect(page.locator('#composer-words')).toHaveValue('')
  const row = note(page, 'Rain on the tin')
  await expect(row.getByRole('img', { name: 'Slanting lines' })).toBeVisible()

  await page.getByRole('button', { name: 'Draw', exact: true }).tap()
  await says(page, 'A gate that stands open')
  await page.getByRole('button', { name: 'Put the words on the board' }).click()
  await expect(note(page, 'A gate that stands open')).toBeVisible()

  await row.getByRole('button', { name: /What to do with/ }).click()
  await page.getByRole('menuitem', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'Take the drawing away' }).click()
  await expect(row.getByRole('img', { name: 'Slanting lines' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row.getByRole('img', { name: 'Slanting lines' })).toBeVisible()
  expect(troubles).toEqual([])
  await context.close()
})

test('who saves data fetches a picture when they ask for it', async ({ browser }) => {
  const made = await aWorkshop()
  const one = await open(browser, made.links.facilitator)
  await one.page.getByRole('button', { name: 'Bring a picture' }).click()
  await one.page
    .locator('[data-picture-file]')
    .setInputFiles({ name: 'rosa.jpg', mimeType: 'image/jpeg', buffer: await aPhotograph(one.page) })
  await says(one.page, 'A rainbow of stalls')
  await put(one.page)
  await expect(note(one.page, 'A rainbow of stalls').locator('img')).toBeVisible()
  await saved(one.page)

  const sparing = await aVisitor(browser)
  await sparing.page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const fetched: string[] = []
  sparing.page.on('request', (request) => {
    if (/\/media\/\w+$/.test(request.url())) fetched.push(request.url())
  })
  await sparing.page.goto(made.links.observer ?? '')
  await onBoard(sparing.page)
  const shown = note(sparing.page, 'A rainbow of stalls')
  await expect(shown.getByRole('button', { name: 'Show the picture' })).toBeVisible()
  expect(fetched).toEqual([])
  await shown.getByRole('button', { name: 'Show the picture' }).click()
  await expect(shown.locator('img')).toBeVisible()
  await Promise.all([one.context.close(), sparing.context.close()])
})

test('in a protected workshop nobody draws and no picture shows', async ({ browser }) => {
  const made = await aWorkshop({ safety: 'protected' })
  const { page, context } = await open(browser, made.links.facilitator)
  await expect(page.getByRole('toolbar')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Draw|Bring a picture)$/ })).toHaveCount(0)
  await context.close()
})
