import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { faults, faultsInEveryLight } from './faults.ts'
import { type RunningServer, startServer } from './harness.ts'
import { aVisitor, choose, onBoard } from './people.ts'

test.use({ trace: 'off' })

let server: RunningServer
let links: Readonly<Record<string, string>>
let say: (command: string, input?: object) => Promise<Record<string, unknown>>
let board: string
let author: Page

const ask = async (path: string, body: object, token = '') => {
  const answer = await fetch(`${server.url}/api/workshops${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

/** A workshop in the middle of it: notes without names, votes, a decision, gatherings, somebody at the door. */
test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const boards = [{ kind: 'vision-board', title: 'Vision' }]
  const made = await ask('', { title: 'Our market', safety: 'open', boards })
  links = made.links as Record<string, string>
  const path = `/${made.id}`
  const seat = (await ask(`${path}/join`, { key: links.facilitator?.split('#')[1] })) as {
    token: string
    documents: { boards: { id: string }[] }
  }
  say = (command, input = {}) => ask(`${path}/commands`, { command, ...input }, seat.token)
  board = seat.documents.boards[0]?.id ?? ''
  const start = async (kind: string, run: number) =>
    say('start-stage', { stage: (await say('add-stage', { kind, board, minutes: 30 })).stage, run })

  author = await comeIn(browser, 'Amina')
  await start('write-silent', 0)
  for (const words of ['Keys on my own belt.', 'Buses stop at our gate.', 'Fresh bread at five.']) {
    const field = author.locator('#composer-words')
    await field.fill(words)
    await field.press('ControlOrMeta+Enter')
    await expect(field).toHaveValue('')
  }
  await expect(author.getByText('Saved. Only you can read it.')).toBeVisible()
  await say('reveal', { run: 1, how: 'all' })
  await author.getByRole('navigation').getByRole('button', { name: 'Outline' }).click()
  const notes = author.locator('[data-note-id]')
  await expect(notes).toHaveCount(3)
  const [first = '', second = '', third = ''] = await notes.evaluateAll((all) => [
    ...new Set(all.map((one) => one.getAttribute('data-note-id') ?? '')),
  ])
  const vote = async (input: object, totals: object) => {
    const { vote: id } = await say('open-vote', { board, ...input })
    await say('vote-by-hand', { vote: id, voices: 9, totals })
    await say('close-vote', { vote: id })
    return id
  }
  const question = 'We ask the city for the lease.'
  const id = await vote({ form: 'agreement', question }, { fully: 8, cannot: 1 })
  const dots = { options: [first, second, third], dots: 2, dotsPerNote: 1 }
  await vote({ form: 'dots', question: 'Which ones?', ...dots }, { [first]: 6, [second]: 4 })
  const reservations = ['Who pays for it?']
  await say('decide', { words: question, board, method: 'consent', vote: id, reservations })
  await say('hide-note', { board, note: third })
  const when = { local: '2031-11-14T09:00', zone: 'America/Los_Angeles', minutes: 90, mode: 'live' }
  await say('add-gathering', {
    title: 'Bridges',
    question: '',
    languages: ['en'],
    status: 'planned',
    ...when,
  })
  await start('gallery', 1)
})

test.afterAll(async () => {
  await server?.stop()
})

async function comeIn(browser: Browser, name: string): Promise<Page> {
  const { page } = await aVisitor(browser, { on: 'phone' })
  await page.goto(links.participant ?? '')
  await page.getByRole('textbox').first().fill(name)
  await page.getByRole('textbox').first().press('Enter')
  return page
}

const messages = join(import.meta.dirname, '../../apps/web/src/messages')
/** What the page says in a language. */
const wordsIn = (locale: string): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...readdirSync(messages).map((area) =>
      JSON.parse(readFileSync(join(messages, area, `${locale}.json`), 'utf8')),
    ),
  )

const looks = [
  { name: 'in English, light and dark', on: 'laptop', locale: 'en', find: faultsInEveryLight },
  { name: 'in English on a phone, light and dark', on: 'phone', locale: 'en', find: faultsInEveryLight },
  { name: 'in Arabic', on: 'laptop', locale: 'ar', find: faults },
  { name: 'in Arabic on a phone', on: 'phone', locale: 'ar', find: faults },
] as const

for (const { name, locale, on, find } of looks) {
  test(`what leading a workshop opens passes axe ${name}`, async ({ browser }) => {
    const words = wordsIn(locale)
    const { page, context } = await aVisitor(browser, { on, locale })
    const found: string[] = []
    const button = (id: string) => page.getByRole('button', { name: words[id] ?? '', exact: true })
    const dialog = page.getByRole('dialog')
    const panel = page.locator('aside')
    const fromMenu = async (id: string) => {
      await button('shell.menu').click()
      await page.getByRole('menuitem', { name: words[id] ?? '', exact: true }).click()
    }
    const shut = async () => {
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    await say('lobby', { state: 'ask' })
    const door = await comeIn(browser, 'Selma')
    await page.goto(links.facilitator ?? '')
    await onBoard(page)
    await expect(page.getByRole('button', { name: words['voices.mark.heart'] ?? '' }).first()).toBeVisible()
    found.push(...(await find(page, 'gallery with hearts and results')))

    await fromMenu('shell.menu.invite')
    await dialog.getByRole('button', { name: words['people.renew'] ?? '', exact: true }).click()
    found.push(...(await find(page, 'invitation', 'dialog')))
    await shut()
    await fromMenu('shell.menu.groups')
    await choose(dialog.getByRole('radio').nth(1))
    found.push(...(await find(page, 'splitting', 'dialog')))
    await shut()
    await fromMenu('shell.menu.series')
    found.push(...(await find(page, 'gatherings', 'dialog')))
    await dialog
      .getByRole('button', { name: /Bridges/ })
      .first()
      .click()
    found.push(...(await find(page, 'a gathering', 'dialog')))
    await shut()
    await fromMenu('shell.menu.votes')
    found.push(...(await find(page, 'votes and decisions', 'aside')))
    await button('voices.decide').click()
    found.push(...(await find(page, 'decision form', 'aside')))
    await fromMenu('shell.menu.pulse')
    await expect(button('voices.care.bring')).toBeVisible()
    found.push(...(await find(page, 'pulse and what was set aside', 'aside')))
    if (on === 'phone') await button('shell.phone.people').click()
    else await page.locator(`button[aria-label$="${words['shell.people.open']}"]`).click()
    await expect(panel.getByText('Selma')).toBeVisible()
    found.push(...(await find(page, 'people and the door', 'aside')))
    await say('lobby', { state: 'open' })
    await door.context().close()

    await say('split', { board, how: 'random', names: ['1', '2'], own: 'area', private: false, minutes: 9 })
    await button('people.groups.all').click()
    found.push(...(await find(page, 'all groups')))
    if (on === 'laptop') {
      const { page: wall } = await aVisitor(browser, { locale })
      await wall.goto(links.screen ?? '')
      await onBoard(wall)
      found.push(...(await find(wall, 'wall with groups')))
      await wall.context().close()
    }
    await say('end-groups')
    expect(found).toEqual([])
    await context.close()
  })
}

test('the dialog of a note of one’s own passes axe in light and in the dark', async () => {
  const words = wordsIn('en')
  const own = author
    .locator('[data-note-id]')
    .filter({ hasText: words['voices.mark.yours'] ?? '' })
    .first()
  await own.locator('[data-note-menu] button').last().click()
  await author.getByRole('menuitem', { name: words['voices.menu.own'] ?? '' }).click()
  await expect(author.getByRole('dialog')).toBeVisible()
  expect(await faultsInEveryLight(author, 'own note')).toEqual([])
})
