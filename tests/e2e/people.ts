import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

/** Somebody at a screen of their own: a fresh browser profile and what went wrong on its pages. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Script errors, refused resources and requests to other hosts, as they happen. */
  readonly troubles: string[]
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/** Opens a browser profile for one person and listens for anything that should never happen. */
export async function aVisitor(
  browser: Browser,
  {
    on = 'laptop',
    ...options
  }: { on?: 'laptop' | 'phone'; locale?: string; colorScheme?: 'light' | 'dark' } = {},
): Promise<Visitor> {
  const context = await browser.newContext({ ...(on === 'phone' ? phone : {}), ...options })
  await context.addInitScript(rememberWhatIsTold)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) troubles.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(https?|wss?):\/\/127\.0\.0\.1[:/]|^(data|blob):/.test(request.url())) {
      troubles.push(`request to ${request.url()}`)
    }
  })
  return { page, context, troubles }
}

/** Runs in the page: keeps every passing message that a screen reader would speak. */
function rememberWhatIsTold() {
  const told = new Set<string>()
  Object.assign(window, { told })
  new MutationObserver(() => {
    for (const status of document.querySelectorAll('[role="status"]')) {
      if (status.textContent) told.add(status.textContent)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/**
 * Waits until the page has told these words in passing. Messages leave the screen after some seconds: on a busy
 * machine they may be gone before a test that looked at another screen first comes back to this one.
 */
export const wasTold = (page: Page, words: string) =>
  expect
    .poll(() => page.evaluate(() => [...((window as { told?: Set<string> }).told ?? [])].join('\n')))
    .toContain(words)

/** Waits until the board's notes are on screen. */
export const onBoard = (page: Page) =>
  expect(page.locator('[role="main"]')).toHaveAttribute('data-ready', 'true')

/** The note with these words, wherever it is drawn. */
export const note = (page: Page, words: string | RegExp) =>
  page.locator('[data-note-id]').filter({ hasText: words }).first()

export const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name })

/** Chooses one of a few by its label, as a finger does: the native radio under it is out of sight. */
export const choose = (radio: Locator) => radio.locator('xpath=ancestor::label').click()

/** Writes a note into the composer and waits until it stands on the board. */
export async function compose(page: Page, words: string) {
  const field = page.locator('#composer-words')
  await field.fill(words)
  await field.press('Enter')
  await expect(field).toHaveValue('')
}

/** Waits until everything that this page wrote is on the server's disk. */
export const saved = (page: Page) =>
  expect(page.getByText('Saved', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
