import type { Page } from '@playwright/test'
import type { Task } from './trace-tasks.ts'

/** What the page remembers of its own work. */
interface Watched {
  /** When somebody came (navigation, or the press on the button of the door), and when the board stood. */
  times(): { began: number; ready: number }
  longTasks(from: number, to: number): number[]
  frames(from: number, to: number): number[]
  /** The middle of a note that can be taken hold of. */
  aNote(): { x: number; y: number } | null
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** Makes every page that is opened from now on keep count of its long tasks and frames. */
export const watchPage = (page: Page) =>
  page.addInitScript(() => {
    const tasks: { at: number; ms: number }[] = []
    const frames: number[] = []
    let began = 0
    let ready = 0
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, ms: duration })
    }).observe({ type: 'longtask', buffered: true })
    addEventListener(
      'click',
      (event) => {
        if (ready === 0) began = event.timeStamp // on a phone; elsewhere navigation is the beginning
      },
      { capture: true },
    )
    new MutationObserver((_, watch) => {
      if (!document.querySelector('#board[data-ready="true"]')) return
      ready = performance.now()
      watch.disconnect()
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-ready'] })
    const frame = (at: number) => {
      frames.push(at)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    window.watched = {
      times: () => ({ began, ready }),
      longTasks: (from, to) => tasks.filter(({ at, ms }) => at + ms > from && at < to).map(({ ms }) => ms),
      frames: (from, to) => frames.filter((at) => at >= from && at <= to),
      aNote() {
        const held = document.elementsFromPoint(600, 450)
        for (let x = 500; x < 1000; x += 20)
          for (let y = 300; y < 700; y += 20) {
            const note = document.elementFromPoint(x, y)?.closest('[data-note-id][role="listitem"]')
            if (note && !held.includes(note)) return { x, y }
          }
        return null
      },
    }
  })

/** A span of a page's life: how its main thread was busy for more than 50 ms at a time. */
export interface Span {
  /** As the browser reports them, by the clock. */
  readonly longTasks: readonly number[]
  /** The same by processor time: what is left of them on a machine that nobody else uses. */
  readonly processor: readonly number[]
  /** The longest task by processor time. */
  readonly longest: number
  /** The gap between two frames: half of them, nearly all, the longest. */
  readonly frameMs: readonly [p50: number, p95: number, longest: number]
}

export async function spanOf(page: Page, tasks: readonly Task[], from: number, to: number): Promise<Span> {
  const [byClock, frames] = await page.evaluate(
    ([from, to]) => [window.watched.longTasks(from, to), window.watched.frames(from, to)] as const,
    [from, to] as const,
  )
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at))
  gaps.sort((a, b) => a - b)
  const at = (part: number) => Math.round(gaps[Math.floor((gaps.length - 1) * part)] ?? 0)
  const within = tasks.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms)
  return {
    longTasks: byClock.map(Math.round),
    processor: within.filter((ms) => ms > 50).map(Math.round),
    longest: Math.round(Math.max(0, ...within)),
    frameMs: [at(0.5), at(0.95), at(1)],
  }
}
