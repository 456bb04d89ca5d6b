import { expect, type Locator, type Page } from '@playwright/test'

/** What somebody does who has a keyboard and nothing else. */
export interface Keys {
  /** Goes to something on screen: F6 to its part of the screen, then Tab. */
  to(target: Locator): Promise<void>
  press(target: Locator, key?: string): Promise<void>
  /** Presses one key until this has the focus. */
  walk(target: Locator, key: string): Promise<void>
  /** Writes into a field, in place of what stands in it. */
  write(field: Locator, words: string): Promise<void>
  /** Walks through the choices of a group until this one holds. */
  choose(choice: Locator): Promise<void>
  /** Opens a menu by its button and chooses an entry. */
  menu(button: Locator, entry: string | RegExp): Promise<void>
  /** Chooses an entry of the menu that is open. */
  inMenu(entry: string | RegExp): Promise<void>
  pick(select: Locator, label: string): Promise<void>
  /** The focus is on something, whatever has just gone away. */
  stand(): Promise<void>
}

/** More steps than this and nobody finds it. */
const mostSteps = 60

export function keysOf(page: Page): Keys {
  const stand = () =>
    expect
      .poll(() => page.evaluate(() => document.activeElement !== document.body), {
        message: 'the focus is on something',
      })
      .toBe(true)
  /** Where a thing is from here: it has the focus, lies in another part of the screen, before or after. */
  const wayTo = (target: Locator) =>
    target.evaluate((element) => {
      const { activeElement: here } = document
      if (element === here) return { way: 'here' as const, seen: '' }
      if (!here || here === document.body) return { way: 'elsewhere' as const, seen: 'nothing' }
      const seen = `${here.tagName} ${here.getAttribute('aria-label') ?? here.textContent?.trim().slice(0, 60)}`
      const isModal = document.querySelector('dialog[open]') !== null
      const partOf = (one: Element) => one.closest('[data-region]')
      if (!isModal && partOf(element) !== partOf(here)) return { way: 'elsewhere' as const, seen }
      const isBefore = here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
      return { way: isBefore ? ('before' as const) : ('after' as const), seen }
    })
  async function to(target: Locator) {
    await expect(target).toBeVisible()
    await stand()
    const walked: string[] = []
    for (let step = 0; step < mostSteps; step++) {
      const { way, seen } = await wayTo(target)
      if (way === 'here') return
      walked.push(`${way} ${seen}`)
      await page.keyboard.press({ elsewhere: 'F6', before: 'Shift+Tab', after: 'Tab' }[way])
    }
    throw new Error(`${target} is not reached by keys:\n${walked.slice(0, 25).join('\n')}`)
  }
  async function press(target: Locator, key = 'Enter') {
    await to(target)
    await page.keyboard.press(key)
  }
  async function walk(target: Locator, key: string) {
    for (let step = 0; step < mostSteps; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press(key)
    }
    throw new Error(`${target} is not reached by ${key}`)
  }
  async function inMenu(entry: string | RegExp) {
    const item = page.getByRole('menu').locator('[role^="menuitem"]').filter({ hasText: entry }).first()
    await expect(item).toBeVisible()
    await walk(item, 'ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
  return {
    to,
    inMenu,
    press,
    walk,
    stand,
    async write(field, words) {
      await to(field)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(words)
    },
    async choose(choice) {
      const group = await choice.evaluateHandle((element) => (element as HTMLInputElement).name)
      const name = await group.jsonValue()
      const radios = page.locator(`input[type="radio"][name="${name}"]`)
      const held = radios.and(page.locator(':checked'))
      await to((await held.count()) > 0 ? held : radios.first())
      if ((await held.count()) === 0) await page.keyboard.press('Space')
      await walk(choice, 'ArrowDown')
      await expect(choice).toBeChecked()
    },
    async menu(button, entry) {
      await press(button)
      await inMenu(entry)
    },
    async pick(select, label) {
      await to(select)
      const chosen = () =>
        select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label)
      await page.keyboard.press('Home')
      for (let step = 0; step < mostSteps && (await chosen()) !== label; step++)
        await page.keyboard.press('ArrowDown')
      expect(await chosen()).toBe(label)
    },
  }
}
