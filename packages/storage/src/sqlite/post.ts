import type { Request } from './requests.ts'

/** Requests leave together, and not more often than this: what waits shares a message and a commit. */
const gapMs = 4

/**
 * Hands requests to the writer in groups: one message between threads costs more than what is in it. While a
 * group is with the writer the next one gathers.
 */
export function createPost(send: (requests: readonly Request[]) => void) {
  let gathered: Request[] = []
  /** Requests that are with the writer. */
  let away = 0
  let isDue = false
  let sentAt = 0

  function leave() {
    isDue = false
    if (away > 0 || gathered.length === 0) return
    const requests = gathered
    gathered = []
    away = requests.length
    sentAt = performance.now()
    send(requests)
  }

  function leaveSoon() {
    if (away > 0 || isDue || gathered.length === 0) return
    isDue = true
    const rest = sentAt + gapMs - performance.now()
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
