import type { Clock } from './clock.ts'

/** Lets `perSecond` things pass in the long run and `burst` of them at once. */
export function createTokenBucket(clock: Clock, perSecond: number, burst: number) {
  let tokens = burst
  let filledAt = clock.now()
  return {
    /** Whether one more may pass now. */
    take(): boolean {
      const now = clock.now()
      tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * perSecond)
      filledAt = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
