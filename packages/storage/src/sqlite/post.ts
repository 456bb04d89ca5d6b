import type { Request } from './requests.ts'

/**
 * Requests leave together, and not more often than this: what waits shares a message and a commit. The more there
 * were in the last group, the longer the next one gathers: where hundreds of rooms write, each has more to say at once
 * then, and nobody sees eight milliseconds.
 */
const gapMs = 4
const gapMsPerRequest = 0.5
const longestGapMs = 12

/**
 * Hands requests to the writer in groups: one message between threads costs more than what is in it. While a
 * group is with the writer the next one gathers.
 */
export function createPost(send: (requests: readonly Request[]) => void) {
  let gathered: Request[] = []
  /** Requests that are with the writer. */
  let away = 0
  let isDue = false
  /** When the next group may leave. */
  let mayLeaveAt = 0

  function leave() {
    isDue = false
    if (away > 0 || gathered.length === 0) return
    const requests = gathered
    gathered = []
    away = requests.length
    mayLeaveAt = performance.now() + Math.min(longestGapMs, gapMs + gapMsPerRequest * (away - 1))
    send(requests)
  }

  function leaveSoon() {
    if (away > 0 || isDue || gathered.length === 0) return
    isDue = true
    const rest = mayLeaveAt - performance.now()
    // Not at once: rooms that have something to say in the same breath go together.
    if (rest < 1) setImmediate(leave)
    else setTimeout(leave, rest)
  }

  return {
    put(request: Request) {
      gathered.push(request)
      leaveSoon()
    },
    /** The writer has answered so many of them. */
    answered(count: number) {
      away -= count
      leaveSoon()
    },
  }
}
