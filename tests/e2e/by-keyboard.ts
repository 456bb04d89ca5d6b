import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './harness.ts'
import { type Keys, keysOf } from './keys.ts'
import { aVisitor, note, onBoard } from './people.ts'

export interface Person {
  readonly page: Page
  readonly keys: Keys
}

export interface Workshop {
  readonly links: Readonly<Record<string, string>>
  /** Starts a stage of a kind, which another test walks to. */
  start(kind: string): Promise<void>
}

/** A server and people for a file of tests in which nobody uses a mouse. */
export function byKeyboard() {
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

  return { aWorkshop, aLeader, aParticipant }
}

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
export const fromMenu = ({ page, keys }: Person, entry: string) => keys.menu(button(page, 'Menu'), entry)
export const writeNote = async ({ page, keys }: Person, words: string) => {
  await keys.write(page.locator('#composer-words'), words)
  await page.keyboard.press('Enter')
  await expect(note(page, words)).toBeVisible()
}
