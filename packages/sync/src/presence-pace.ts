import type { Clock } from './clock.ts'
import type { OwnState } from './presence.ts'
import { createTokenBucket } from './token-bucket.ts'

const statesPerSecond = 30

/** Shows one person's states at most so often. Beyond the rate only the newest counts. */
export function createPresencePace(clock: Clock, show: (state: OwnState) => void) {
  const bucket = createTokenBucket(clock, statesPerSecond, statesPerSecond)
  let newest: OwnState | null = null

  return (state: OwnState) => {
    if (newest === null && bucket.take()) return show(state)
    const isWaiting = newest !== null
    newest = state
    if (isWaiting) return
    clock.after(1000 / statesPerSecond, () => {
      const due = newest
      newest = null
      if (due) show(due)
    })
  }
}
