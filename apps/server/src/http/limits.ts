import { openRateLimit, type RateLimit } from './rate-limit.ts'

/** Largest request bodies, in bytes. */
export const bodyLimits = {
  small: 64 * 1024,
  /** Some 5,000 long notes in a script of four bytes a letter. */
  notes: 16 * 1024 * 1024,
  /** With the pictures of a whole workshop in it. */
  import: 40 * 1024 * 1024,
  image: 600 * 1024,
} as const

/** One workshop's boards at most. */
export const maxBoards = 100
/** Notes or links in one request. */
export const maxBatch = 10_000

/** The rates per client (all devices behind one router count as one, where nothing else is said) that the doors hold against floods. */
export interface Limits {
  readonly join: RateLimit
  readonly create: RateLimit
  /** Reading a large file is work. */
  readonly import: RateLimit
  readonly record: RateLimit
  /** Pictures sent. */
  readonly media: RateLimit
  /** Commands of facilitation, per participant: people behind one router do not hold each other up. */
  readonly command: RateLimit
  /** Wrong codes, per client and for everyone together. */
  readonly wrongCode: RateLimit
  readonly wrongCodesOfAll: RateLimit
}

export function openLimits(now: () => number): Limits {
  return {
    join: openRateLimit({ burst: 1_000, perSecond: 20 }, now),
    create: openRateLimit({ burst: 200, perSecond: 2 }, now),
    import: openRateLimit({ burst: 100, perSecond: 0.5 }, now),
    record: openRateLimit({ burst: 60, perSecond: 1 }, now),
    media: openRateLimit({ burst: 120, perSecond: 1 }, now),
    command: openRateLimit({ burst: 200, perSecond: 10 }, now),
    wrongCode: openRateLimit({ burst: 10, perSecond: 0.2 }, now),
    wrongCodesOfAll: openRateLimit({ burst: 200, perSecond: 2 }, now),
  }
}
