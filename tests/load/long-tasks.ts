import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { type Map as YMap, Text as YText } from 'yjs'
import { type Seeded, seedWorkshop } from '../faults/a-workshop.ts'
import { openPlain, writeNote } from '../faults/people.ts'
import { realServer, startProcess } from '../faults/server-process.ts'
import { recordTasks } from './trace-tasks.ts'
import { type Span, spanOf, watchPage } from './watch-page.ts'

// How long a large board keeps a browser's main thread busy (Chromium, on the built page):
//   node tests/load/long-tasks.ts --notes 10000 --as participant --slow 1
// From navigation (on a phone: from the press on "Come in") to the board standing there, five seconds beyond, while it
// is panned, zoomed and a note is dragged, while somebody else moves and rewrites notes, while somebody writes in the
// composer, goes to the outline and back, and when the board is loaded again with the copy on this device, or while
// others write. Long tasks are those above 50 ms: `longTasks` by the clock, as the browser reports them, `processor` by
// processor time, which others on the machine do not change; `longest` is the longest by processor time. Times in ms,
// memory in MB after a collection.

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'vision-board' },
    notes: { type: 'string', default: '10000' },
    /** `participant` at a laptop, or `phone`. */
    as: { type: 'string', default: 'participant' },
    /** How many times slower than this machine. */
    slow: { type: 'string', default: '1' },
    runs: { type: 'string', default: '3' },
    /** Only opening, not what is done afterwards. */
    brief: { type: 'boolean', default: false },
    /** A file for the processor profile of the first opening; it makes everything slower. */
    profile: { type: 'string' },
    server: { type: 'string', default: realServer },
    port: { type: 'string', default: '21320' },
    chromium: { type: 'string', default: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' },
  },
})
const isPhone = values.as === 'phone'
const laptop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

const board = (page: Page) => page.locator('#board[data-ready="true"]')
const clock = (page: Page) => page.evaluate(() => performance.now())
const comeIn = (page: Page) => page.getByRole('button', { name: 'Come in' })

const data = await mkdtemp(join(tmpdir(), 'vispera-load-'))
const server = await startProcess(values.server, Number(values.port), data)
const browser = await chromium.launch({
  executablePath: values.chromium,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
})
const newContext = () => browser.newContext({ ...(isPhone ? phone : laptop), locale: 'en-GB' })
try {
  const workshop = await seedWorkshop(server.url, values.kind, Number(values.notes))
  const { kind, notes, as, slow } = values
  console.log(JSON.stringify({ kind, notes: Number(notes), as, slow: Number(slow) }))
  for (let run = 0; run < Number(values.runs); run += 1)
    console.log(JSON.stringify(await measure(workshop, run === 0 ? values.profile : undefined)))
} finally {
  await browser.close()
  await server.kill()
  await rm(data, { recursive: true, force: true })
}

async function measure({ link, join }: Seeded, profile: string | undefined) {
  const context = await newContext()
  const first = await openPage(context)
  const opening = await recorded(first, () => open(first, link, profile))
  const memoryMb = await memoryOf(first.cdp)
  if (values.brief) {
    await context.close()
    return { ...opening, memoryMb }
  }
  const other = openPlain(server.url, await join('participant'))
  await other.synced
  const using = await recorded(first, () => (isPhone ? scroll(first.page) : handleWall(first.page)))
  const living = await recorded(first, () => liveWith(first.page, other.doc))
  const again = await recorded(first, () => open(first, null))
  await context.close()

  const isOver = new AbortController()
  const writing = writeOn(other.doc, isOver.signal)
  const fresh = await newContext()
  const third = await openPage(fresh)
  const whileWriting = await recorded(third, () => open(third, link))
  isOver.abort()
  await writing
  other.close()
  await fresh.close()
  return { ...opening, memoryMb, ...using, ...living, again, whileWriting }
}

interface Opened {
  readonly page: Page
  readonly cdp: CDPSession
}

async function openPage(context: BrowserContext): Promise<Opened> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slow) })
  await watchPage(page)
  return { page, cdp }
}

/** When each part of what was done began and ended, by the page's clock, and what else there is to say. */
interface Course {
  readonly spans: Readonly<Record<string, readonly [from: number, to: number]>>
  readonly readyMs?: number
}

async function recorded({ page }: Opened, act: () => Promise<Course>) {
  const stop = await recordTasks(browser, page)
  const { spans, ...more } = await act()
  const tasks = await stop()
  const said: Record<string, Span> = {}
  for (const [name, [from, to]] of Object.entries(spans)) said[name] = await spanOf(page, tasks, from, to)
  return { ...more, ...said }
}

/** Opens the board, without a link anew in the same tab; what happens until it stands there, and in five seconds beyond. */
async function open({ page, cdp }: Opened, link: string | null, profile?: string): Promise<Course> {
  if (profile) {
    await cdp.send('Profiler.enable')
    await cdp.send('Profiler.setSamplingInterval', { interval: 500 })
    await cdp.send('Profiler.start')
  }
  if (link === null) await page.reload()
  else await page.goto(link)
  if (isPhone && (await comeIn(page).or(board(page)).first().getAttribute('id')) !== 'board')
    await comeIn(page).click()
  await board(page).waitFor({ timeout: 120_000 })
  await pause(5_000)
  if (profile) {
    const { profile: made } = await cdp.send('Profiler.stop')
    await writeFile(profile, JSON.stringify(made))
  }
  const { began, ready } = await page.evaluate(() => window.watched.times())
  return {
    readyMs: Math.round(ready - began),
    spans: { opening: [began, ready], after: [ready, await clock(page)] },
  }
}

/** Names what happens and remembers when it began and ended. */
function spansOf(page: Page) {
  const spans: Record<string, readonly [number, number]> = {}
  const during = async (name: string, act: () => Promise<void>) => {
    const from = await clock(page)
    await act()
    await pause(300)
    spans[name] = [from, await clock(page)]
  }
  return { spans, during }
}

/** Pans, zooms and drags at a hand's pace. */
async function handleWall(page: Page): Promise<Course> {
  const { spans, during } = spansOf(page)
  // The questions at the side stand over notes.
  if (await comeIn(page).isVisible()) await comeIn(page).click()
  await page.mouse.move(700, 450)
  await pause(3_000)
  await during('pan', async () => {
    for (let step = 0; step < 60; step += 1) {
      await page.mouse.wheel(0, 40)
      await pause(16)
    }
  })
  const zoom = async (by: number) => {
    await page.keyboard.down('Control')
    for (let step = 0; step < 20; step += 1) {
      await page.mouse.wheel(0, by)
      await pause(16)
    }
    await page.keyboard.up('Control')
  }
  await during('zoomOut', () => zoom(60))
  await during('zoomIn', () => zoom(-60))
  const spot = await page.evaluate(() => window.watched.aNote())
  if (!spot) return { spans }
  await during('drag', async () => {
    await page.mouse.move(spot.x, spot.y)
    await page.mouse.down()
    for (let step = 0; step < 60; step += 1) {
      await page.mouse.move(spot.x + step * 3, spot.y + step)
      await pause(16)
    }
  })
  await during('drop', () => page.mouse.up())
  return { spans }
}

/** Somebody else moves and rewrites notes; here somebody writes in the composer, and goes to the outline and back. */
async function liveWith(page: Page, doc: Parameters<typeof writeNote>[0]): Promise<Course> {
  const { spans, during } = spansOf(page)
  await during('edits', async () => {
    const notes = [...doc.getMap<YMap<unknown>>('notes').values()].slice(0, 10)
    for (const note of notes) {
      const words = note.get('text')
      if (words instanceof YText) words.insert(0, 'Once more ')
      await pause(100)
      note.set('place', { x: 700, y: 300 })
      await pause(100)
    }
  })
  const words = page.locator('#composer-words')
  if (!(await words.isVisible())) return { spans }
  await during('typing', async () => {
    await words.focus()
    await page.keyboard.type('Words written with care', { delay: 30 })
    await page.keyboard.press('Enter')
  })
  const view = (name: string) => page.getByRole('radio', { name, exact: true })
  if ((await view('Outline').count()) === 0) return { spans }
  const show = (name: string) =>
    during(name, () =>
      view(name)
        .click()
        .then(() => pause(700)),
    )
  await show('Outline')
  await show('Board')
  return { spans }
}

async function scroll(page: Page): Promise<Course> {
  const from = await clock(page)
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, 60)
    await pause(16)
  }
  return { spans: { scroll: [from, await clock(page)] } }
}

/** Four notes a second, each with a few words. */
async function writeOn(doc: Parameters<typeof writeNote>[0], signal: AbortSignal) {
  for (let count = 0; !signal.aborted; count += 1) {
    writeNote(doc, `while-${count}`, `Written while somebody opens the board, ${count}`)
    await pause(250)
  }
}

async function memoryOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
  return Math.round(used / 1e6)
}
