import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { type Keys, keysOf } from './keys.ts'
import { aVisitor, note, onBoard } from './people.ts'

/** All of leading and being led, with a keyboard and nothing else: no line of this file uses a mouse. */

// Hundreds of keys, each of which a trace would keep with the whole page; what is not reached says where it was.
test.use({ trace: 'off' })

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})

test.afterAll(async () => {
  await server?.stop()
})

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

interface Person {
  readonly page: Page
  readonly keys: Keys
}

interface Workshop {
  readonly links: Readonly<Record<string, string>>
  /** Starts a stage of a kind, which another test walks to. */
  start(kind: string): Promise<void>
}

const ask = async (method: string, path: string, body: object, token = '') => {
  const answer = await fetch(`${server.url}/api/workshops${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

async function aWorkshop(kinds = ['vision-board'], more: object = {}): Promise<Workshop> {
  const made = (await ask('POST', '', {
    title: 'Our market',
    boards: kinds.map((kind) => ({ kind })),
    ...more,
  })) as { id: string; links: Record<string, string> }
  const key = made.links.facilitator?.split('#')[1]
  const seat = (await ask('POST', `/${made.id}/join`, { key })) as {
    token: string
    documents: { boards: { id: string }[] }
  }
  const say = (command: string, input: object) =>
    ask('POST', `/${made.id}/commands`, { command, ...input }, seat.token)
  let run = 0
  return {
    links: made.links,
    async start(kind) {
      const board = seat.documents.boards[0]?.id
      const { stage } = await say('add-stage', { kind, board, minutes: 9 })
      await say('start-stage', { stage, run })
      run += 1
    },
  }
}

async function aLeader(browser: Browser, { links }: Workshop): Promise<Person> {
  const { page } = await aVisitor(browser)
  await page.goto(links.facilitator ?? '')
  await onBoard(page)
  await page.keyboard.press('F6')
  return { page, keys: keysOf(page) }
}

async function aParticipant(
  browser: Browser,
  { links }: Workshop,
  name: string,
  on: 'laptop' | 'phone' = 'laptop',
): Promise<Person> {
  const { page } = await aVisitor(browser, { on })
  const keys = keysOf(page)
  await page.goto(links.participant ?? '')
  const field = page.getByRole('textbox', { name: 'What should we call you?' })
  await expect(field).toBeVisible()
  await keys.walk(field, 'Tab')
  await page.keyboard.insertText(name)
  await page.keyboard.press('Enter')
  return { page, keys }
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const fromMenu = ({ page, keys }: Person, entry: string) => keys.menu(button(page, 'Menu'), entry)
const writeNote = async ({ page, keys }: Person, words: string) => {
  await keys.write(page.locator('#composer-words'), words)
  await page.keyboard.press('Enter')
  await expect(note(page, words)).toBeVisible()
}

test('a vote is opened, given, entered by hand and closed, and a decision written and changed', async ({
  browser,
}) => {
  const workshop = await aWorkshop()
  const lead = await aLeader(browser, workshop)
  const ana = await aParticipant(browser, workshop, 'Ana')
  const { page, keys } = lead
  await writeNote(ana, 'Keys on my own belt.')
  await writeNote(ana, 'Buses stop at our gate.')

  await fromMenu(lead, 'Votes and decisions')
  await keys.press(button(page, 'Open a vote'))
  await keys.press(button(page, 'Open it for everybody'))
  const onWall = ana.page.getByRole('button', { name: 'A dot for: Keys on my own belt.' })
  await ana.keys.press(onWall, 'Space')
  await expect(onWall).toHaveAttribute('aria-pressed', 'true')
  const inList = page.getByRole('complementary').getByRole('button', { name: /Buses stop/ })
  await keys.press(inList, 'Space')
  await expect(inList).toHaveAttribute('aria-pressed', 'true')
  await keys.press(button(page, 'Close the vote'))
  await keys.press(button(page, 'Close and show totals'))
  await expect(page.getByText(/Talk instead/)).toBeVisible()
  await keys.press(button(page, 'All votes and decisions'))

  await keys.press(button(page, 'Open a vote'))
  await keys.choose(page.getByRole('radio', { name: /^Agreement/ }))
  await keys.write(page.getByRole('textbox', { name: /The proposal/ }), 'We ask the city first.')
  await keys.press(button(page, 'Open it for everybody'))
  await keys.choose(page.getByRole('radio', { name: 'Fully with it' }))
  await ana.keys.choose(ana.page.getByRole('radio', { name: 'Cannot go along' }))
  await ana.keys.write(ana.page.getByRole('textbox', { name: 'What is your worry?' }), 'Who pays?')
  await keys.press(button(page, 'Voices from the room'))
  await keys.write(page.getByRole('spinbutton', { name: 'How many people' }), '4')
  await keys.write(page.getByRole('spinbutton', { name: 'With it', exact: true }), '4')
  await keys.press(button(page, 'Add these voices'))
  await keys.press(button(page, 'Close the vote'))
  await keys.press(button(page, 'Close and show totals'))
  await expect(page.getByText('Who pays?')).toBeVisible()
  await expect(page.getByText('6 voices · 4 by hand')).toBeVisible()

  await keys.press(button(page, 'All votes and decisions'))
  await keys.press(button(page, 'Write a decision'))
  await keys.write(
    page.getByRole('textbox', { name: 'What was decided' }),
    'We ask the city, and raise money.',
  )
  await keys.pick(page.getByRole('combobox', { name: 'How' }), 'The facilitator’s summary')
  await keys.write(page.getByRole('textbox', { name: 'Reservations' }), 'Who pays?\nWho writes?')
  await keys.press(button(page, 'Write it down'))
  await expect(page.getByText('We ask the city, and raise money.')).toBeVisible()
  await keys.press(button(page, 'Change the words'))
  await keys.write(page.getByRole('textbox', { name: 'What was decided' }), 'We ask the city in May.')
  await keys.press(button(page, 'Write it down'))
  await expect(page.getByText('We ask the city in May.')).toBeVisible()
  await keys.stand()
  await ana.keys.stand()
})

test('the agenda runs, and is reordered, changed, added to and cut', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await aLeader(browser, workshop)
  const { page, keys } = lead
  const agenda = page.getByRole('complementary', { name: 'Agenda' })
  const order = () =>
    agenda.locator('[data-stage]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-stage')))
  await keys.press(button(page, 'Start'))
  await keys.press(button(page, /^Stage 1 of/))
  await expect(agenda).toBeVisible()

  const [, , third, fourth] = await order()
  const grip = agenda.getByRole('button', { name: 'Move “Imagine”' })
  await keys.press(grip, 'Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Over Write alone')).toBeAttached()
  await page.keyboard.press('Space')
  await expect.poll(async () => (await order()).slice(2, 4)).toEqual([fourth, third])
  await expect(grip).toBeFocused()

  const stage = (name: string) => agenda.getByRole('button', { name: `Stage “${name}”` }).first()
  await keys.menu(stage('Imagine'), 'Earlier by one')
  await expect.poll(async () => (await order()).slice(2, 4)).toEqual([third, fourth])
  await keys.menu(stage('Imagine'), 'Move to')
  await keys.press(page.getByRole('dialog').getByRole('button', { name: 'To the end' }))
  await expect.poll(async () => (await order()).at(-1)).toBe(third)

  await keys.menu(stage('Imagine'), 'Change …')
  await keys.write(page.getByRole('textbox', { name: /Name of its own/ }), 'Dream')
  await keys.pick(page.getByRole('combobox', { name: 'How long' }), 'No timer: until it is ended')
  await keys.press(button(page, 'Save'))
  await keys.menu(stage('Dream'), 'Take out')
  await expect(stage('Dream')).toHaveCount(0)
  await keys.press(button(page, 'Undo').last())
  await expect(stage('Dream')).toBeVisible()

  await keys.press(button(page, 'Add a stage'))
  await keys.pick(page.getByRole('combobox', { name: 'What kind of stage' }), 'Break')
  await keys.press(page.getByRole('dialog').getByRole('button', { name: 'Add a stage' }))
  await expect(stage('Break')).toBeVisible()

  const words = agenda.getByRole('textbox', { name: 'What people are asked to do' })
  await keys.write(words, 'Say your name.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Say your name.').first()).toBeVisible()
  await keys.press(button(page, /^Next: /).first())
  await expect(page.getByRole('heading', { level: 1, name: 'Talk' })).toBeVisible()
  await keys.menu(stage('Talk'), 'End the agenda')
  await expect(button(page, 'Start again')).toBeVisible()
  await keys.stand()
})

test('attention: look here, follow me and a face, hands, who is ready, pause, the light', async ({
  browser,
}) => {
  const workshop = await aWorkshop(['vision-board', 'victory-backcast'])
  const lead = await aLeader(browser, workshop)
  const ana = await aParticipant(browser, workshop, 'Ana')
  const { page, keys } = lead
  const tab = (one: Page, name: RegExp) => one.getByRole('tab', { name })
  await writeNote(lead, 'Keys on my own belt.')
  await keys.press(button(page, 'Start'))
  await keys.press(button(page, /^Stage 1 of/))
  await ana.keys.press(button(ana.page, 'Raise hand'))
  await keys.press(button(page, /Ana had their turn/))
  await expect(button(ana.page, 'Raise hand')).toBeVisible()
  await ana.page.keyboard.press('r')
  await expect(button(ana.page, 'Hand is up')).toBeVisible()
  await ana.page.keyboard.press('r')

  await keys.press(button(page, 'Ask who is ready'))
  await ana.keys.press(button(ana.page, 'I’m ready'))
  await expect(page.getByText('1 of 1 are ready')).toBeVisible()
  await keys.press(button(page, 'End the check').first())
  await ana.keys.stand()

  await ana.keys.press(tab(ana.page, /Vision/), 'ArrowRight')
  await onBoard(ana.page)
  await keys.press(button(page, 'Look here'))
  await ana.keys.press(button(ana.page, 'Go there').last())
  await expect(tab(ana.page, /Vision/)).toHaveAttribute('aria-selected', 'true')

  await keys.press(button(page, 'Follow me'))
  await ana.keys.press(button(ana.page, 'Look round by myself'))
  await ana.keys.press(button(ana.page, 'Follow again'))
  await keys.press(button(page, 'Release everyone').first())
  await expect(ana.page.getByText(/leads: you see/)).toHaveCount(0)
  await ana.keys.stand()

  await keys.press(button(page, 'Follow Ana'))
  await expect(page.getByText('You see what Ana sees.')).toBeVisible()
  await keys.press(button(page, 'Stop following'))
  await expect(page.getByText('You see what Ana sees.')).toHaveCount(0)

  await keys.to(page.locator('[data-note-id][tabindex="0"]'))
  await page.keyboard.down('p')
  await expect(async () => {
    await page.keyboard.down('p')
    await expect(ana.page.locator('[data-light]')).toBeVisible({ timeout: 300 })
  }).toPass()
  await page.keyboard.up('p')
  await expect(ana.page.locator('[data-light]')).toBeHidden()

  await keys.press(button(page, 'Pause for everyone').first())
  await ana.keys.press(button(ana.page, 'Look at the board meanwhile'))
  await keys.press(button(page, 'Go on').first())
  await expect(button(page, 'Pause for everyone').first()).toBeVisible()
  await keys.stand()
  await ana.keys.stand()
})

test('people: roles, links, the door, groups, gatherings and safety', async ({ browser }) => {
  const workshop = await aWorkshop()
  const lead = await aLeader(browser, workshop)
  const ana = await aParticipant(browser, workshop, 'Ana')
  const { page, keys } = lead
  const dialog = page.getByRole('dialog')
  await keys.press(button(page, /Show people/))
  await keys.menu(button(page, 'Change the role of Ana'), 'Scribe')
  await expect(ana.page.getByText('Your role is now: Scribe.').first()).toBeAttached()
  await keys.menu(button(page, 'Change the role of Ana'), 'Participant')

  await keys.choose(page.getByRole('radio', { name: 'Ask' }))
  const { page: ben } = await aParticipant(browser, workshop, 'Ben')
  await keys.press(button(page, 'Turn Ben away'))
  await expect(button(page, 'Turn Ben away')).toHaveCount(0)
  await expect(ben.getByRole('heading', { level: 1 })).toBeVisible()
  const { page: selma } = await aParticipant(browser, workshop, 'Selma')
  await keys.press(button(page, 'Let Selma in'))
  await onBoard(selma)
  await keys.stand()

  await fromMenu(lead, 'Small groups')
  await keys.choose(dialog.getByRole('radio', { name: 'By hand' }))
  await keys.pick(dialog.getByRole('combobox', { name: 'Selma' }), 'Group 1')
  await keys.pick(dialog.getByRole('combobox', { name: 'Ana' }), 'Group 2')
  await keys.press(button(page, 'Split now'))
  await expect(ana.page.getByText('You are in group 2')).toBeVisible()
  await onBoard(ana.page)
  await writeNote(ana, 'Bread at five.')
  await keys.press(button(page, 'All groups'))
  await keys.press(dialog.getByRole('button', { name: '“2 minutes left”' }).first())
  await keys.press(button(page, 'Gather the results'))
  await expect(note(page, 'Bread at five.')).toBeVisible()
  await keys.stand()
  await ana.keys.stand()
  await fromMenu(lead, 'Small groups')
  await keys.press(button(page, 'Split now'))
  await keys.press(button(page, 'All groups'))
  await keys.press(button(page, 'End without gathering'))
  await keys.press(button(page, 'End without gathering'))
  await expect(button(page, 'All groups')).toHaveCount(0)

  await fromMenu(lead, 'Gatherings and times')
  await keys.press(button(page, 'Add a gathering'))
  await keys.write(dialog.getByRole('textbox', { name: 'Title' }), 'Bridging difference')
  await keys.to(dialog.getByLabel('Begins'))
  // Day, month, year, hour and minute, in whatever order this browser has them.
  for (let part = 0; part < 6; part++) {
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
  }
  await keys.press(button(page, 'Save'))
  await expect(dialog.getByRole('heading', { name: 'Bridging difference' })).toBeVisible()
  const download = page.waitForEvent('download')
  await keys.press(button(page, 'Calendar file (.ics)'))
  expect((await download).suggestedFilename()).toBe('Our market.ics')
  await keys.press(button(page, 'Change: Bridging difference'))
  await keys.write(dialog.getByRole('textbox', { name: 'Title' }), 'Bridges')
  await keys.press(button(page, 'Save'))
  await keys.press(button(page, 'Remove: Bridges'))
  await keys.press(button(page, 'Remove'))
  await expect(dialog.getByRole('heading', { name: 'Bridges' })).toHaveCount(0)
  await keys.stand()
  await page.keyboard.press('Escape')

  await fromMenu(lead, 'Safety')
  await keys.choose(dialog.getByRole('radio', { name: 'Protected' }))
  await keys.press(dialog.getByRole('button', { name: 'Raise it now' }))
  await expect(dialog.getByText('May the record leave?')).toBeVisible()
  await keys.stand()
  await page.keyboard.press('Escape')

  await fromMenu(lead, 'Invite people')
  await keys.press(dialog.getByRole('button', { name: 'Renew links' }))
  await keys.press(dialog.getByRole('button', { name: 'Renew now' }))
  await expect(dialog.getByText(/people were cut off/)).toBeVisible()
  await keys.stand()
})

test('what is written alone is put down, changed, turned over, taken back, set aside and brought back', async ({
  browser,
}) => {
  const workshop = await aWorkshop()
  const lead = await aLeader(browser, workshop)
  const ana = await aParticipant(browser, workshop, 'Ana')
  const ben = await aParticipant(browser, workshop, 'Ben', 'phone')
  const { page, keys } = lead
  await workshop.start('write-silent')
  for (const [person, words] of [
    [ana, 'Keys on my own belt.'],
    [ana, 'Bread at five.'],
    [ben, 'Buses stop at our gate.'],
  ] as const) {
    await person.keys.write(person.page.locator('#composer-words'), words)
    await person.page.keyboard.press('ControlOrMeta+Enter')
    await expect(person.page.locator('#composer-words')).toHaveValue('')
  }
  await ana.keys.press(button(ana.page, /^Write again: Keys/))
  await ana.page.keyboard.press('End')
  await ana.page.keyboard.insertText(' Always.')
  await ana.page.keyboard.press('Escape')
  await ana.keys.press(button(ana.page, /^Take away: Bread/))
  await ana.keys.press(button(ana.page, 'Undo').last())
  await expect(button(ana.page, /^Take away: Bread/)).toBeVisible()
  await ana.keys.stand()

  await keys.press(button(page, 'One at a time'))
  await expect(button(page, 'Turn over 2 cards')).toBeVisible()
  await keys.press(button(page, 'Turn over 2 cards'))
  await expect(note(page, 'Buses stop')).toBeVisible()
  await keys.stand()

  const mine = note(ben.page, 'Buses stop').getByRole('button', { name: /^What to do with/ })
  await ben.keys.press(ben.page.getByRole('navigation').getByRole('button', { name: 'Outline' }))
  await ben.keys.menu(mine.last(), 'Edit or withdraw (yours)')
  await ben.keys.write(ben.page.getByRole('textbox', { name: 'Words' }), 'Buses stop here.')
  await ben.keys.press(button(ben.page, 'Save'))
  await expect(note(page, 'Buses stop here.')).toBeVisible()
  await ben.keys.stand()

  await keys.to(page.locator('[data-note-id][tabindex="0"]'))
  await keys.walk(note(page, 'Buses stop here.'), 'Tab')
  await page.keyboard.press('Shift+F10')
  await keys.inMenu('Hide for care')
  await expect(note(ana.page, 'Buses stop here.')).toHaveCount(0)
  await keys.stand()
  await ben.keys.press(button(ben.page, 'Why?'))
  await expect(ben.page.getByRole('dialog').getByText(/Nobody knows that it is yours/)).toBeVisible()
  await ben.page.keyboard.press('Escape')
  await fromMenu(lead, 'How is the pace?')
  await keys.press(button(page, 'Bring back'))
  await expect(note(ana.page, 'Buses stop here.')).toBeVisible()
  await keys.press(button(page, 'Slow down'))
  await expect(page.getByText('Said. You can change it any time.')).toBeVisible()
  await keys.stand()

  await ben.keys.menu(mine.last(), 'Edit or withdraw (yours)')
  await ben.keys.press(button(ben.page, 'Withdraw it'))
  await expect(note(page, 'Buses stop here.')).toHaveCount(0)
  await ben.keys.stand()

  await workshop.start('gallery')
  const heart = note(ben.page, 'Bread at five.').getByRole('button', { name: 'A heart' })
  await ben.keys.press(heart)
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  const onWall = ana.page
    .locator('[role="main"]')
    .getByRole('button', { name: /^A heart/ })
    .first()
  await ana.keys.press(onWall, 'Space')
  await expect(onWall).toHaveAttribute('aria-pressed', 'true')
  await ana.keys.stand()
})

test('resonance and shaky flags, on the wall, in the list and on a phone', async ({ browser }) => {
  const workshop = await aWorkshop(['victory-backcast'])
  const lead = await aLeader(browser, workshop)
  const ana = await aParticipant(browser, workshop, 'Ana')
  const ben = await aParticipant(browser, workshop, 'Ben', 'phone')
  const { page, keys } = lead
  await writeNote(ana, 'The council says yes.')
  await fromMenu(lead, 'Votes and decisions')
  await keys.press(button(page, 'Open a vote'))
  await keys.choose(page.getByRole('radio', { name: /^Resonance/ }))
  await keys.press(button(page, 'Open it for everybody'))
  await ben.keys.choose(ben.page.getByRole('radio', { name: 'Needs other words' }))
  await ben.keys.write(
    ben.page.getByRole('textbox', { name: 'Which words would fit better?' }),
    'We all say yes.',
  )
  await ben.keys.press(button(ben.page, 'Take my answer back'))
  await ben.keys.stand()
  await keys.press(button(page, 'Drop it'))
  await keys.press(button(page, 'Drop the vote'))
  await expect(button(page, 'Close the vote')).toHaveCount(0)
  await keys.stand()
  await ben.keys.stand()

  await fromMenu(lead, 'Votes and decisions')
  await keys.press(button(page, 'Open a vote'))
  await keys.choose(page.getByRole('radio', { name: /^Shaky flags/ }))
  await keys.press(button(page, 'Open it for everybody'))
  await ana.keys.press(ana.page.getByRole('button', { name: /^Shaky: The council/ }), 'Space')
  await ana.keys.press(button(ana.page, 'As a list'))
  const listed = ana.page.getByRole('complementary').getByRole('button', { name: /The council/ })
  await expect(listed).toHaveAttribute('aria-pressed', 'true')
  await ana.keys.press(listed)
  await expect(listed).toHaveAttribute('aria-pressed', 'false')
  await ben.keys.press(ben.page.getByRole('main').getByRole('button', { name: /The council/ }))
  await keys.press(button(page, 'Close the vote'))
  await keys.press(button(page, 'Close and show totals'))
  await expect(button(page, 'Close the vote')).toHaveCount(0)
  for (const one of [lead, ana, ben]) await one.keys.stand()
})
