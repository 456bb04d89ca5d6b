import type { Clock } from './clock.ts'

/**
 * Lets `perSecond` things pass in the long run and `burst` of them at once. Something that costs more than
 * is there passes as long as anything is there, and what follows waits the longer.
 */
export function createTokenBucket(clock: Clock, perSecond: number, burst: number) {
  let tokens = burst
  let filledAt = clock.now()
  return {
    /** Whether something may pass now. */
    take(cost = 1): boolean {
      const now = clock.now()
      tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * perSecond)
      filledAt = now
      if (tokens < 1) return false
      tokens -= cost
      return true
    },
  }
}
