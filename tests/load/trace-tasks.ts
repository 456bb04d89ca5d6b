import type { Browser, Page } from '@playwright/test'

/** What of a trace event is used here. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly tdur?: number
}

/** A task of the page's main thread: when it began by the page's clock, and the processor time that it took. */
export interface Task {
  readonly at: number
  readonly ms: number
}

const mark = 'zero of the trace'

/**
 * Records the tasks of a page's main thread until the answer is called. Processor time says how long they are even
 * where others share the machine, and a long task by the clock is often only one that was interrupted.
 */
export async function recordTasks(browser: Browser, page: Page): Promise<() => Promise<Task[]>> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'blink.user_timing', '__metadata'],
  })
  return async () => {
    const markedAt = await page.evaluate((name) => performance.mark(name).startTime, mark)
    const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(String(await browser.stopTracing()))
    const zero = traceEvents.findLast(({ name }) => name === mark)
    if (!zero) throw new Error('the trace lacks its mark')
    const { pid, tid, ts } = zero
    return traceEvents
      .filter((event) => event.pid === pid && event.tid === tid && event.name.endsWith('RunTask'))
      .map((event) => ({ at: (event.ts - ts) / 1000 + markedAt, ms: (event.tdur ?? 0) / 1000 }))
  }
}
