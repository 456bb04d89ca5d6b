import { createHmac, randomBytes } from 'node:crypto'

/** A token bucket: `burst` at once, refilled with `perSecond`. */
export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

export interface RateLimit {
  /** Takes one from the client's bucket; false when it is empty. */
  take(client: string): boolean
  /** Whether there is one to take. */
  has(client: string): boolean
}

const dayMs = 24 * 60 * 60 * 1000
/** Buckets remembered; the fullest are those not seen for longest and go first. */
const maxBuckets = 50_000

/**
 * Counts per client in memory. Clients are kept as an HMAC under a salt that changes daily and is never
 * stored, so that no address is readable even in memory dumps of another day.
 */
export function openRateLimit({ burst, perSecond }: Allowance, now: () => number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>()
  let salt = randomBytes(32)
  let saltedAt = now()

  const bucketOf = (client: string) => {
    if (now() - saltedAt > dayMs) {
      salt = randomBytes(32)
      saltedAt = now()
      buckets.clear()
    }
    const name = createHmac('sha256', salt).update(client).digest('base64url')
    const bucket = buckets.get(name) ?? { left: burst, at: now() }
    // A clock that was put back would otherwise keep people out for as long as it was ahead.
    const passedMs = Math.max(0, now() - bucket.at)
    bucket.left = Math.min(burst, bucket.left + (passedMs / 1000) * perSecond)
    bucket.at = now()
    buckets.delete(name)
    buckets.set(name, bucket)
    if (buckets.size > maxBuckets) {
      const [oldest] = buckets.keys()
      if (oldest !== undefined) buckets.delete(oldest)
    }
    return bucket
  }

  return {
    take(client) {
      const bucket = bucketOf(client)
      if (bucket.left < 1) return false
      bucket.left--
      return true
    },
    has: (client) => bucketOf(client).left >= 1,
  }
}
