import { expect, test } from '@playwright/test'
import { button, byKeyboard, fromMenu, writeNote } from './by-keyboard.ts'
import { note } from './people.ts'

/** All of voting and of writing alone, with a keyboard and nothing else: no line of this file uses a mouse. */

const { aLeader, aParticipant, aWorkshop } = byKeyboard()

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
